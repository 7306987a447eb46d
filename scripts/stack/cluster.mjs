import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { programPath } from "./bundle.mjs";
import { prepareData } from "./commands/start.mjs";
import { inTurn, startFront } from "./front.mjs";
import { startLivekit } from "./livekit.mjs";
import { freeTcpPort } from "./ports.mjs";
import { provideRedis } from "./redis.mjs";
import { say, step } from "./say.mjs";
import { provideServices, startApp, startWorker } from "./stack.mjs";
import { writeWhole } from "./write-whole.mjs";

const NAMES = ["1", "2"];

/** Two nodes with the same keys and the same Redis, each with ports and a folder of its own. */
async function startNodes({ data, appPort, redis, onStop }) {
  const nodes = [];
  for (const name of NAMES) {
    const folder = join(data, `livekit-${name}`);
    mkdirSync(folder, { recursive: true });
    const node = await startLivekit({ data: folder, appPort, redis, keys: nodes[0]?.keys, onStop });
    onStop(node.stop);
    nodes.push(node);
  }
  return nodes;
}

/** The room servers of the cluster and what stands in front of them: browsers and apps know that one address only. */
const provideNodes =
  (found) =>
  async ({ data, env, usual, onStop }) => {
    const redis = await step("Redis", () => provideRedis({ found, data, onStop }));
    const nodes = await step("room servers", () => startNodes({ data, appPort: env.PORT, redis, onStop }));
    const ports = nodes.map((node) => node.port);
    const port = await freeTcpPort(usual?.http);
    const front = await startFront({ port, order: inTurn(ports) });
    onStop(front.close);
    say(`room servers: ${ports.join(" and ")} behind ${port}; Redis: ${found.how}`);
    return {
      ...nodes[0].env,
      LIVEKIT_URL: `ws://127.0.0.1:${port}`,
      LIVEKIT_API_URL: `http://127.0.0.1:${port}`,
    };
  };

/** Two apps, each on a port of its own, and what stands in front of them on the port that visitors know. */
async function startApps({ env, data, output, shutdown }) {
  const ports = [];
  for (const name of NAMES) {
    const port = await freeTcpPort();
    const own = { ...env, PLENUM_LISTEN_PORT: String(port), PLENUM_PROCESSES: "1" };
    await startApp({ env: own, data, output, shutdown, name: `app-${name}` });
    ports.push(port);
  }
  const front = await startFront({ port: Number(env.PORT), order: inTurn(ports) });
  shutdown.onStop(front.close);
  say(`apps: ${ports.join(" and ")} behind ${env.PORT}`);
  writeWhole(join(data, "apps.json"), JSON.stringify({ ports }));
}

/**
 * The whole stack on one machine with two of everything that serves people: apps and room servers. One database, one
 * Redis and one worker stand behind them. Resolves the environment they run in.
 */
export async function startCluster({ env, data, usual, shutdown, output, redis }) {
  const { onStop } = shutdown;
  const complete = await provideServices({ data, env, usual, onStop, provideLivekit: provideNodes(redis) });
  await prepareData(complete);
  const options = { env: complete, data, output, shutdown };
  if (existsSync(programPath("worker"))) startWorker(options);
  await step("apps", () => startApps(options));
  return complete;
}
