import { writeFileSync } from "node:fs";
import type { Machine } from "./machine";

/** A number to reach (`isSpeed`), or something that must be true whatever the machine. */
export type Verdict = { what: string; target: string; measured: string; met: boolean; isSpeed: boolean };

export type Report = {
  bench: string;
  quick: boolean;
  machine: Machine;
  results: Record<string, unknown>;
  /** The same work without Plenum, measured in the same run. */
  floors: Record<string, unknown>;
  verdicts: Verdict[];
};

export const speed = (what: string, target: string, [measured, met]: [string, boolean]): Verdict => ({
  what,
  target,
  measured,
  met,
  isSpeed: true,
});

export const invariant = (what: string, measured: string, met: boolean): Verdict => ({
  what,
  target: "always",
  measured,
  met,
  isSpeed: false,
});

/**
 * Prints the report, writes it to `out`, and sets the exit code to 1 when an invariant is broken. A number that is
 * missed is a result, not a failure: it depends on the machine.
 */
export function finish(report: Report, out: string | undefined): void {
  const text = JSON.stringify(report, null, 2);
  process.stdout.write(`${text}\n\n`);
  for (const { what, target, measured, met } of report.verdicts) {
    process.stdout.write(`${met ? "met   " : "MISSED"}  ${what}: ${measured} (${target})\n`);
  }
  if (out) writeFileSync(out, `${text}\n`);
  if (report.verdicts.some(({ isSpeed, met }) => !isSpeed && !met)) process.exitCode = 1;
}
