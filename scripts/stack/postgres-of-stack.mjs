import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { StackFailure } from "./failure.mjs";
import { endPostgres, startPostgres } from "./postgres.mjs";
import { writeWhole } from "./write-whole.mjs";

const fileOf = (data) => join(data, "postgres.json");
const remembered = (data) =>
  existsSync(fileOf(data)) ? JSON.parse(readFileSync(fileOf(data), "utf8")) : undefined;

/** Runs the Postgres of a data folder, on the port it had before if that is free. */
export async function runPostgres(data) {
  const dir = join(data, "postgres");
  const server = await startPostgres({ dir, log: join(data, "postgres.log"), port: remembered(data)?.port });
  writeWhole(fileOf(data), JSON.stringify({ pid: server.pid, port: server.port }));
  return server;
}

/** Ends the process that is remembered now: a test may have replaced the one we started. */
export async function stopPostgres(data) {
  const last = remembered(data);
  if (last !== undefined) await endPostgres(last.pid);
}

/** Starts the server again after it was ended, on the same port, so that the app finds it. */
export async function revivePostgres(data) {
  if (remembered(data) === undefined) throw new StackFailure(`no embedded PostgreSQL ever ran from ${data}`);
  return (await runPostgres(data)).pid;
}
