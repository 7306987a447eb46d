import { mkdirSync } from "node:fs";
import { bundlePrograms, programPath } from "./bundle.mjs";
import { runToEnd, waitFor } from "./children.mjs";
import { StackFailure } from "./failure.mjs";
import { root } from "./folders.mjs";
import { startLivekit } from "./livekit.mjs";
import { isTcpFree } from "./ports.mjs";
import { runPostgres, stopPostgres } from "./postgres-of-stack.mjs";
import { say, step } from "./say.mjs";
import { demoSecrets, rememberEnvironment } from "./secrets.mjs";
import { supervise } from "./supervise.mjs";

/** Stops with the names of what is missing or unsafe, before anything is started. */
async function checkEnvironment(env) {
  const code = await runToEnd(process.execPath, [programPath("check-env")], { cwd: root, env });
  if (code !== 0) throw new StackFailure("not started: see the variables above.");
}

/** Before minutes are spent on a build: says what a public installation lacks. */
export async function refuseUnsafeEnvironment(env) {
  await bundlePrograms();
  await checkEnvironment({ ...env, DATABASE_URL: env.DATABASE_URL || "postgres://embedded/" });
}

/** The host the app listens on: the demo never leaves this machine. */
const hostOf = (env) => (env.PLENUM_ORIGIN ? env.PLENUM_BIND || "0.0.0.0" : "127.0.0.1");

export async function refuseTakenPort(env) {
  if (await isTcpFree(Number(env.PORT), hostOf(env))) return;
  throw new StackFailure(
    `port ${env.PORT} is already taken. Stop what uses it, or choose another: PORT=3001 npm start`,
  );
}

/** Runs a bundled program to its end. */
export async function runProgram(name, args, env) {
  const code = await runToEnd(process.execPath, ["--enable-source-maps", programPath(name), ...args], {
    cwd: root,
    env,
  });
  if (code !== 0) throw new StackFailure(`${name} ${args.join(" ")} failed; its message is above.`);
}

/** The database of the stack: DATABASE_URL when it is given, else the embedded one of the data folder. */
export async function provideDatabase({ data, env, onStop }) {
  if (env.DATABASE_URL) {
    say("database: the one of DATABASE_URL");
    return env.DATABASE_URL;
  }
  const server = await step("database", () => runPostgres(data));
  say(`database: embedded PostgreSQL, ${server.how}, port ${server.port}`);
  onStop(() => stopPostgres(data));
  return server.url;
}

async function oneLivekit({ data, env, usual, onStop }) {
  if (env.LIVEKIT_URL) {
    say(`room server: the one of LIVEKIT_URL`);
    return {};
  }
  const server = await step("room server", () => startLivekit({ data, appPort: env.PORT, usual, onStop }));
  say(`room server: livekit-server ${server.how}, ${server.env.LIVEKIT_URL}`);
  onStop(server.stop);
  return server.env;
}

/**
 * Database and room server with everything the app has to know about them. `onStop` collects what ends them; it is
 * called as soon as one runs, so that a failure in the next step leaves nothing behind.
 */
export async function provideServices({ data, env, usual, onStop, provideLivekit = oneLivekit }) {
  mkdirSync(data, { recursive: true });
  if (env.PLENUM_ORIGIN)
    await checkEnvironment({ ...env, DATABASE_URL: env.DATABASE_URL || "postgres://embedded/" });
  const secrets = env.PLENUM_ORIGIN ? {} : demoSecrets(data);
  const withSecrets = { ...secrets, ...env, PLENUM_DATA: data };
  const [DATABASE_URL, livekit] = await Promise.all([
    provideDatabase({ data, env: withSecrets, onStop }),
    provideLivekit({ data, env: withSecrets, usual, onStop }),
  ]);
  const complete = { ...withSecrets, DATABASE_URL, ...livekit };
  await checkEnvironment(complete);
  rememberEnvironment(data, complete);
  return complete;
}

/** Whether the app answers at all; what it answers is the business of /readyz. */
async function appAnswers(port) {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/healthz`, {
      signal: AbortSignal.timeout(30_000),
    });
    return response.status < 500;
  } catch {
    return false;
  }
}

/** Almost all that a request makes is gone with its answer; with more room for it, little of it has to be looked at. */
const APP_FLAGS = ["--max-semi-space-size=64"];

/** Starts the app and waits until it answers. Its process is remembered by its name. */
export async function startApp({ env, data, output, shutdown, name = "app" }) {
  supervise({ name, program: "serve", flags: APP_FLAGS, data, env, output, shutdown });
  const port = env.PLENUM_LISTEN_PORT || env.PORT;
  const ready = await waitFor(async () => shutdown.isEnding() || (await appAnswers(port)), 120_000);
  if (!ready || shutdown.isEnding()) {
    throw new StackFailure(`the app did not start; see ${output ?? "its message above"}.`);
  }
}

/** Starts the worker that sends mails, runs timers and reconciles rooms. */
export function startWorker(options) {
  supervise({ name: "worker", program: "worker", ...options });
}
