import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { closeSync, existsSync, openSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { endProcess, isAlive, waitFor } from "./children.mjs";
import { StackFailure } from "./failure.mjs";
import { freeTcpPort } from "./ports.mjs";
import { redisOf } from "./redis-url.mjs";
import { writeWhole } from "./write-whole.mjs";

const PROGRAM = "redis-server";

/** Where a Redis for the nodes would come from, or undefined where there is none. */
export function findRedis(env) {
  if (env.REDIS_URL) return { how: "the one of REDIS_URL", at: redisOf(env.REDIS_URL) };
  const { status } = spawnSync(PROGRAM, ["--version"], { stdio: "ignore" });
  return status === 0 ? { how: `${PROGRAM} of this machine` } : undefined;
}

export const WITHOUT_REDIS = `several room servers find each other by Redis, and there is none: set REDIS_URL, or put ${PROGRAM} on PATH (apt-get install redis-server, brew install redis).`;

/** Nothing is kept on disk: rooms live in the nodes and in our rows, and a node that starts finds its own way. */
const configuration = ({ port, password, data }) => `bind 127.0.0.1
port ${port}
requirepass ${password}
dir "${data}"
save ""
appendonly no
daemonize no
`;

/** Whether a Redis answers there with this password. */
function answers({ port, password }) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1" });
    const end = (isThere) => {
      socket.destroy();
      resolve(isThere);
    };
    socket.setTimeout(1_000, () => end(false)).once("error", () => end(false));
    let said = "";
    socket.on("data", (data) => {
      said += data;
      if (said.includes("+PONG")) end(true);
    });
    socket.write(`AUTH ${password}\r\nPING\r\n`);
  });
}

const fileOf = (data) => join(data, "redis.json");

/** One whose launcher was killed is ended: its port may be somebody else's by now, so its command line decides. */
async function endOrphan(data) {
  if (!existsSync(fileOf(data))) return;
  const { pid, port } = JSON.parse(readFileSync(fileOf(data), "utf8"));
  const commandLine = `/proc/${pid}/cmdline`;
  const isOurs = existsSync(commandLine) && readFileSync(commandLine, "utf8").includes(`:${port}`);
  if (isOurs && isAlive(pid)) await endProcess(pid);
}

/** Runs a Redis of our own on loopback. Resolves where it is and how to end it. */
async function startOwn(data) {
  await endOrphan(data);
  const port = await freeTcpPort();
  const password = randomBytes(24).toString("hex");
  const log = join(data, "redis.log");
  const output = openSync(log, "a");
  // By its input, not as arguments: those every user of the machine can read.
  const child = spawn(PROGRAM, ["-"], { detached: true, stdio: ["pipe", output, output] });
  closeSync(output);
  child.unref();
  let left = false;
  const leave = () => {
    left = true;
  };
  child.once("exit", leave).once("error", leave);
  child.stdin.on("error", leave).end(configuration({ port, password, data }));
  const ready = await waitFor(async () => left || (await answers({ port, password })), 10_000);
  if (left || !ready) throw new StackFailure(`${PROGRAM} did not start; see ${log}`);
  writeWhole(fileOf(data), JSON.stringify({ pid: child.pid, port }));
  return {
    at: { address: `127.0.0.1:${port}`, username: "", password, db: 0, tls: false },
    stop: () => endProcess(child.pid),
  };
}

/** The Redis that was found: one that runs already, or one that is started now and ended with us. */
export async function provideRedis({ found, data, onStop }) {
  if (found.at !== undefined) return found.at;
  const { at, stop } = await startOwn(data);
  onStop(stop);
  return at;
}
