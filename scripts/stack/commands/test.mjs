import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkBookings } from "../bookings.mjs";
import { runInBrowsers, runTestProgram } from "../browser-run.mjs";
import { buildAll } from "../build.mjs";
import { cleanEnvironment } from "../clean-environment.mjs";
import { startCluster } from "../cluster.mjs";
import { root } from "../folders.mjs";
import { startLivekit } from "../livekit.mjs";
import { canariesIn } from "../log-canary.mjs";
import { freeTcpPort } from "../ports.mjs";
import { startPostgres } from "../postgres.mjs";
import { findRedis, WITHOUT_REDIS } from "../redis.mjs";
import { checkerCounts, stepCounts, sumOf, vitestCounts } from "../reports.mjs";
import { say } from "../say.mjs";
import { createShutdown } from "../shutdown.mjs";

const vitest = join(root, "node_modules", "vitest", "vitest.mjs");

function node(args, env, shutdown) {
  return runTestProgram({ args, env, shutdown });
}

async function checkSuite(env, shutdown) {
  say("── laws, types, format");
  return stepCounts(await node(["scripts/check.mjs"], env, shutdown));
}

/** Rules, commands, doors and contracts, on a database server and a room server of their own. */
async function vitestSuite({ env, data, shutdown, long }) {
  say("── rules, commands, doors and contracts (vitest)");
  const log = join(data, "vitest-postgres.log");
  const dir = join(data, "vitest-postgres");
  const server = await startPostgres({ dir, log, database: "postgres", scratch: true });
  shutdown.onStop(server.stop);
  const roomsFolder = join(data, "vitest-rooms");
  mkdirSync(roomsFolder, { recursive: true });
  const { onStop } = shutdown;
  const rooms = await startLivekit({ data: roomsFolder, appPort: await freeTcpPort(), onStop });
  onStop(rooms.stop);
  try {
    const report = join(data, "vitest.json");
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const suite = {
      ...env,
      ...rooms.env,
      TEST_DATABASE_URL: server.url,
      ...(long ? { TEST_LONG: "1" } : {}),
    };
    const code = await node([vitest, "run", ...reporters], suite, shutdown);
    return vitestCounts(report, code);
  } finally {
    await rooms.stop();
    await server.stop();
  }
}

async function buildSuite() {
  try {
    await buildAll();
    return stepCounts(0);
  } catch (error) {
    say(error.message);
    return stepCounts(1);
  }
}

const hasSpecs = () =>
  existsSync(join(root, "e2e")) &&
  readdirSync(join(root, "e2e"), { recursive: true }).some((name) => name.endsWith(".spec.ts"));

/** The whole product in browsers, on a stack of its own: no port, folder or database is shared with another run. */
async function browserSuite({ env, data, shutdown, projects, filters }) {
  say("── the product in browsers (Playwright)");
  if (!hasSpecs()) return sumOf([]);
  return sumOf([await runInBrowsers({ env, data, shutdown, projects, filters }), logCounts(data)]);
}

/** What several processes and room servers keep up when one of each is lost; needs a Redis, and says so where none is. */
async function clusterSuite({ env, data: folder, shutdown, long, filters }) {
  say("── several nodes in browsers (Playwright)");
  const redis = findRedis(env);
  if (redis === undefined) return { ...sumOf([]), skipped: 1, notRun: [WITHOUT_REDIS] };
  const data = join(folder, "cluster");
  mkdirSync(data, { recursive: true });
  const start = (options) => startCluster({ ...options, redis });
  const projects = long ? ["cluster", "cluster-long"] : ["cluster"];
  const counts = await runInBrowsers({ env, data, shutdown, projects, filters, start });
  return sumOf([counts, logCounts(data, ["app.log", "livekit-1/livekit.log", "livekit-2/livekit.log"])]);
}

/** What is promised about registrations, under a crowd and with the app killed; docs/checker.md. */
async function bookingsRun({ env, data, shutdown, name, args }) {
  const folder = join(data, name);
  const report = join(data, `${name}.json`);
  mkdirSync(folder, { recursive: true });
  const stack = { ...env, PLENUM_CHECK_REPORT: report };
  return checkerCounts(report, await checkBookings({ args, env: stack, data: folder, shutdown }));
}

/** The long form ends with the negative control: the checker has to notice that the guard is gone. */
async function bookingsSuite({ env, data, shutdown, long }) {
  say("── bookings under fire");
  const run = (name, args) => bookingsRun({ env, data, shutdown, name, args });
  if (!long) return run("bookings", ["--seconds", "10"]);
  const kept = await run("bookings", ["--seconds", "60"]);
  return sumOf([kept, await run("unguarded", ["--seconds", "10", "--unguarded"])]);
}

/** P19: after everything that people did, no log of the stack tells who they were or holds a key of theirs. */
function logCounts(data, names = ["app.log", "livekit.log"]) {
  const found = canariesIn(names.map((name) => join(data, name)));
  for (const line of found.slice(0, 20)) say(`✗ ${line}`);
  say(`${found.length === 0 ? "✔" : "✗"} P19: no address, name or key of anybody stands in the logs`);
  return stepCounts(found.length);
}

/**
 * `npm test` is the gate; `test-long` adds everything tagged @long. Words after the command choose browser tests, and
 * `--only=check|vitest|build|browser|cluster|bookings` one part. The last line is the total, and the exit code follows it.
 */
export async function run({ name, args }) {
  const only = args.find((one) => one.startsWith("--only="))?.slice("--only=".length);
  const filters = args.filter((one) => !one.startsWith("--only="));
  const projects = name === "test-long" ? ["gate", "long"] : ["gate"];
  const data = mkdtempSync(join(tmpdir(), "plenum-test-"));
  const shutdown = createShutdown();
  let isOver = false;
  // First in, last out: an interrupted run leaves no folder behind, a failed one keeps its logs.
  shutdown.onStop(async () => {
    if (!isOver) rmSync(data, { recursive: true, force: true });
  });
  const env = cleanEnvironment();
  const suites = {
    check: () => checkSuite(env, shutdown),
    vitest: () => vitestSuite({ env, data, shutdown, long: name === "test-long" }),
    build: () => buildSuite(),
    browser: () => browserSuite({ env, data, shutdown, projects, filters }),
    cluster: () => clusterSuite({ env, data, shutdown, long: name === "test-long", filters }),
    bookings: () => bookingsSuite({ env, data, shutdown, long: name === "test-long" }),
  };
  const wanted = Object.entries(suites).filter(([suite]) => only === undefined || only === suite);
  const counts = [];
  for (const [suite, start] of wanted) {
    // Interrupted: what would be started now, nobody would end.
    if (shutdown.isEnding()) break;
    try {
      const since = Date.now();
      counts.push({ suite, ...(await start()), seconds: Math.round((Date.now() - since) / 1000) });
    } catch (error) {
      console.error(error);
      counts.push({ suite, ...stepCounts(1) });
    }
  }
  isOver = !shutdown.isEnding();
  await shutdown.end();
  // Whoever interrupted leaves with the code of that, once all has ended.
  if (!isOver) return;
  const total = sumOf(counts);
  const keep = total.failed > 0;
  if (keep) say(`logs and reports: ${data}`);
  else rmSync(data, { recursive: true, force: true });
  for (const { suite, passed, failed, skipped, notRun = [], seconds = 0 } of counts) {
    console.log(
      `${suite.padEnd(8)} ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""} (${seconds} s)`,
    );
    for (const test of notRun) console.log(`         not run: ${test}`);
  }
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exit(total.failed > 0 ? 1 : 0);
}
