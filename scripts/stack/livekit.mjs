import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { endProcess, isAlive, waitFor } from "./children.mjs";
import { StackFailure } from "./failure.mjs";
import { findLivekit } from "./livekit-binary.mjs";
import { chooseLivekit, rememberedLivekit, rememberLivekit, writeLivekitConfig } from "./livekit-config.mjs";

const answers = async (port) => {
  try {
    return (await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(1_000) })).status === 200;
  } catch {
    return false;
  }
};

/** livekit-server waits for its guests at the first SIGTERM; the second one ends it at once. */
export async function stopServer(pid) {
  await endProcess(pid, { grace: 100 });
  await endProcess(pid, { grace: 2_000 });
}

/** Starts the program on a configuration that exists and waits until it answers. Resolves its process id. */
export async function launchLivekit({ program, data, http }) {
  const log = join(data, "livekit.log");
  const output = openSync(log, "a");
  const config = join(data, "livekit.yaml");
  const child = spawn(program, ["--config", config], { detached: true, stdio: ["ignore", output, output] });
  closeSync(output);
  child.unref();
  let left = false;
  const leave = () => {
    left = true;
  };
  child.once("exit", leave).once("error", leave);
  const ready = await waitFor(async () => left || (await answers(http)), 20_000);
  if (left || !ready) throw new StackFailure(`livekit-server did not start; see ${log}`);
  return child.pid;
}

const runsOurConfig = (pid, data) => {
  const file = `/proc/${pid}/cmdline`;
  return !existsSync("/proc/self/cmdline") || (existsSync(file) && readFileSync(file, "utf8").includes(data));
};

/** A server whose launcher was killed is ended: its webhooks may point to another port than the app has now. */
async function endOrphan(data) {
  const pid = rememberedLivekit(data)?.pid;
  if (pid !== undefined && isAlive(pid) && runsOurConfig(pid, data)) await stopServer(pid);
}

/**
 * Runs livekit-server for the app at `appPort`. Resolves its addresses, keys, process id and which way it was found;
 * `stop` ends the process that is remembered then, since a test may have replaced it. `onStop` is told how to end the
 * search for a program, which may take minutes. A node among others gets the `keys` of the first one and their `redis`.
 */
export async function startLivekit({ data, appPort, usual, keys, redis, onStop = () => undefined }) {
  await endOrphan(data);
  const { program, how } = await findLivekit({ onStop });
  const choice = await chooseLivekit(data, usual, keys);
  writeLivekitConfig({ data, choice, redis, webhook: `http://127.0.0.1:${appPort}/api/livekit` });
  const pid = await launchLivekit({ program, data, http: choice.http });
  rememberLivekit(data, { ...choice, program, pid });
  return {
    pid,
    how,
    port: choice.http,
    keys: { key: choice.key, secret: choice.secret },
    env: {
      LIVEKIT_URL: `ws://127.0.0.1:${choice.http}`,
      LIVEKIT_API_URL: `http://127.0.0.1:${choice.http}`,
      LIVEKIT_API_KEY: choice.key,
      LIVEKIT_API_SECRET: choice.secret,
    },
    stop: () => stopServer(rememberedLivekit(data)?.pid ?? pid),
  };
}

/** Starts the server of a data folder again after it was ended, on the same ports with the same keys. */
export async function reviveLivekit(data) {
  const last = rememberedLivekit(data);
  if (last === undefined) throw new StackFailure(`no livekit-server ever ran from ${data}`);
  if (isAlive(last.pid) && (await answers(last.http))) return last.pid;
  const pid = await launchLivekit({ program: last.program, data, http: last.http });
  rememberLivekit(data, { ...last, pid });
  return pid;
}
