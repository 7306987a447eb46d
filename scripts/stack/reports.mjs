import { existsSync, readFileSync } from "node:fs";

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined);

/** Which tests did not run, and why: it is said at the end, or nobody would notice. */
const notRunIn = (report) =>
  (report?.testResults ?? [])
    .flatMap(({ assertionResults = [] }) => assertionResults)
    .filter(({ status }) => status === "skipped" || status === "pending")
    .map(({ fullName, meta }) => (meta?.whyNot ? `${fullName} (${meta.whyNot})` : fullName));

/** Counts of a vitest report. A run that wrote none, or failed outside of its tests, counts as one failure. */
export function vitestCounts(file, exitCode) {
  const report = read(file);
  const passed = report?.numPassedTests ?? 0;
  const failed = report?.numFailedTests ?? 0;
  return {
    passed,
    failed: exitCode !== 0 && failed === 0 ? 1 : failed,
    skipped: report?.numPendingTests ?? 0,
    notRun: notRunIn(report),
  };
}

/** Counts of a Playwright report, by the same rule. */
export function playwrightCounts(file, exitCode) {
  const stats = read(file)?.stats;
  const passed = (stats?.expected ?? 0) + (stats?.flaky ?? 0);
  const failed = stats?.unexpected ?? 0;
  return { passed, failed: exitCode !== 0 && failed === 0 ? 1 : failed, skipped: stats?.skipped ?? 0 };
}

/** Counts of the checker of bookings, by the same rule. */
export function checkerCounts(file, exitCode) {
  const { passed = 0, failed = 0 } = read(file) ?? {};
  return { passed, failed: exitCode !== 0 && failed === 0 ? 1 : failed, skipped: 0 };
}

/** A step that is not made of tests counts as one. */
export const stepCounts = (exitCode) => ({
  passed: exitCode === 0 ? 1 : 0,
  failed: exitCode === 0 ? 0 : 1,
  skipped: 0,
});

export const sumOf = (counts) =>
  counts.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
