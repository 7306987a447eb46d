import { existsSync } from "node:fs";
import { join } from "node:path";
import { buildAll } from "../build.mjs";
import { programPath } from "../bundle.mjs";
import { stopOnFailure } from "../failure.mjs";
import { dataFolder } from "../folders.mjs";
import { usualPorts } from "../livekit-config.mjs";
import { holdStack } from "../lock.mjs";
import { step } from "../say.mjs";
import { createShutdown } from "../shutdown.mjs";
import {
  provideServices,
  refuseTakenPort,
  refuseUnsafeEnvironment,
  runProgram,
  startApp,
  startWorker,
} from "../stack.mjs";

function closingBlock(env, log) {
  const origin = env.PLENUM_ORIGIN || `http://localhost:${env.PORT}`;
  const demo = env.PLENUM_ORIGIN
    ? []
    : [
        `  Sign in    ${origin}/login   one click: participant, speaker, organizers of two networks`,
        `  Mailbox    ${origin}/dev/mailbox`,
      ];
  const logLine = log === undefined ? [] : [`  Log        ${log}`];
  const line = "─".repeat(76);
  return ["", line, `  Plenum     ${origin}`, ...demo, ...logLine, "  Stop       Ctrl-C", line, ""].join(
    "\n",
  );
}

/** Tables and demo data. With a public origin nothing is seeded: that database belongs to real people. */
export async function prepareData(env) {
  const isDemo = !env.PLENUM_ORIGIN && existsSync(programPath("prepare"));
  if (isDemo) await step("tables and demo data", () => runProgram("prepare", [], env));
  else await step("tables", () => runProgram("migrate", [], env));
}

/** Services, tables, app and worker. Resolves the environment they run in. */
export async function startAll({ env, data, usual, shutdown, output }) {
  const complete = await provideServices({ data, env, usual, onStop: shutdown.onStop });
  await prepareData(complete);
  const options = { env: complete, data, output, shutdown };
  if (existsSync(programPath("worker"))) startWorker(options);
  await step("app", () => startApp(options));
  return complete;
}

/** Builds and starts the stack of this clone for a person who looks at it, until it is told to stop. */
export async function startHere(start) {
  const data = dataFolder();
  const env = { ...process.env, NODE_ENV: "production", PORT: process.env.PORT || "3000" };
  const release = holdStack(data, { origin: env.PLENUM_ORIGIN || `http://localhost:${env.PORT}` });
  process.on("exit", release);
  const shutdown = createShutdown();
  try {
    await refuseTakenPort(env);
    if (env.PLENUM_ORIGIN) await refuseUnsafeEnvironment(env);
    await buildAll();
    // A demo is watched by a person, a public installation by whatever collects its standard output.
    const output = env.PLENUM_ORIGIN ? undefined : join(data, "app.log");
    const complete = await start({ env, data, usual: usualPorts, shutdown, output });
    console.log(closingBlock(complete, output));
  } catch (error) {
    await shutdown.end();
    stopOnFailure(error);
  }
}

export const run = () => startHere(startAll);
