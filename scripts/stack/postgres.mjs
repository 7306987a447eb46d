import { spawn, spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { dirname, join } from "node:path";
import { endProcess, isAlive, pause, waitFor } from "./children.mjs";
import { StackFailure } from "./failure.mjs";
import { freeTcpPort } from "./ports.mjs";
import { postgresRunner } from "./postgres-binaries.mjs";

const SETTINGS = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=200"];
/** Nothing waits for the disk: what the machine's own crash would take is thrown away anyway, a killed server loses nothing. */
const SCRATCH = ["fsync=off", "full_page_writes=off"];
const environment = () => ({ ...process.env, LC_ALL: "C", LC_MESSAGES: "C", TZ: "UTC" });
const urlOf = (port, database) => `postgres://postgres@127.0.0.1:${port}/${database}`;

function command(runner, name, args) {
  const binary = join(runner.native, "bin", process.platform === "win32" ? `${name}.exe` : name);
  const [first, ...rest] = [...runner.wrap, binary, ...args];
  return { first, rest, options: { ...runner.owner, env: environment(), cwd: "/" } };
}

function initialise(runner) {
  if (existsSync(join(runner.dir, "PG_VERSION"))) return;
  const locale = ["-E", "UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const args = ["-D", runner.dir, "-U", "postgres", "-A", "trust", "--no-sync", ...locale];
  const { first, rest, options } = command(runner, "initdb", args);
  const result = spawnSync(first, rest, { ...options, encoding: "utf8" });
  if (result.status !== 0) throw new Error(`initdb: ${result.error ?? result.stderr}`);
}

const answers = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1")
      .once("connect", () => socket.end(() => resolve(true)))
      .once("error", () => resolve(false));
  });

/** A Postgres whose launcher was killed still runs on the data: it is taken over instead of refused. */
async function findOrphan(dir) {
  const file = join(dir, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const [pidText, , , portText] = readFileSync(file, "utf8").split("\n");
  const [pid, port] = [Number(pidText), Number(portText)];
  if (pid > 0 && port > 0 && isAlive(pid) && (await waitFor(() => answers(port), 1_000)))
    return { pid, port };
  // After a container restart the id may belong to somebody else, and Postgres would not start over the file.
  if (pid !== 0 && isAlive(pid) && !isPostgres(pid)) rmSync(file, { force: true });
  return undefined;
}

const isPostgres = (pid) => {
  const file = `/proc/${pid}/comm`;
  return (
    !existsSync("/proc/self/comm") || (existsSync(file) && readFileSync(file, "utf8").includes("postgres"))
  );
};

/** Creates `database` when it is missing; false while the server does not accept connections yet. */
async function ensureDatabase(port, database) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: urlOf(port, "postgres"), connectionTimeoutMillis: 2_000 });
  // A server that is still recovering closes connections; that must not end the launcher.
  client.on("error", () => undefined);
  try {
    await client.connect();
    const found = await client.query("select 1 from pg_database where datname = $1", [database]);
    if (found.rowCount === 0) await client.query(`create database "${database}"`);
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function launch(runner, { port, log, scratch }) {
  mkdirSync(dirname(log), { recursive: true });
  const output = openSync(log, "a");
  const settings = [...SETTINGS, ...(scratch ? SCRATCH : [])].flatMap((setting) => ["-c", setting]);
  const { first, rest, options } = command(runner, "postgres", [
    "-D",
    runner.dir,
    "-p",
    String(port),
    ...settings,
  ]);
  const child = spawn(first, rest, { ...options, detached: true, stdio: ["ignore", output, output] });
  closeSync(output);
  child.unref();
  return child;
}

/** One attempt; undefined when the server left again. */
async function attempt(runner, { database, ...how }) {
  const child = launch(runner, how);
  let left = false;
  child.once("exit", () => {
    left = true;
  });
  const ready = await waitFor(async () => left || (await ensureDatabase(how.port, database)), 60_000);
  return left || !ready ? undefined : child.pid;
}

/**
 * Runs the embedded Postgres on the data folder `dir`, or takes over the one that runs there. Resolves once
 * `database` exists; `stop` ends it fast (SIGINT), with nothing committed lost.
 * `scratch`: for data that nobody needs after the run.
 */
export async function startPostgres({ dir, log, port: wantedPort, database = "plenum", scratch = false }) {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const runner = postgresRunner(dir);
  const result = (pid, port, how) => ({
    pid,
    port,
    how,
    url: urlOf(port, database),
    stop: () => endPostgres(pid),
  });
  const orphan = await findOrphan(runner.dir);
  if (orphan !== undefined) {
    await waitFor(() => ensureDatabase(orphan.port, database), 60_000);
    return result(orphan.pid, orphan.port, "taken over");
  }
  initialise(runner);
  const port = await freeTcpPort(wantedPort);
  for (let attempts = 0; attempts < 20; attempts += 1) {
    const pid = await attempt(runner, { port, log, database, scratch });
    if (pid !== undefined) return result(pid, port, runner.how);
    // After a kill the old server's children hold its memory for a moment longer.
    await pause(500);
  }
  throw new StackFailure(`PostgreSQL did not start; see ${log}`);
}

/** Ends a server fast: open transactions are rolled back, what was committed stays. */
export const endPostgres = (pid) => endProcess(pid, { signal: "SIGINT", grace: 8_000 });
