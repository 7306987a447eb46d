import { startCluster } from "../cluster.mjs";
import { StackFailure, stopOnFailure } from "../failure.mjs";
import { findRedis, WITHOUT_REDIS } from "../redis.mjs";
import { say } from "../say.mjs";
import { startHere } from "./start.mjs";

/** What the profile cannot be combined with: it is one machine's demo, and brings its own of what it shows. */
function refuseForeignParts(env) {
  const foreign = ["PLENUM_ORIGIN", "LIVEKIT_URL"].filter((name) => env[name]);
  if (foreign.length === 0) return;
  throw new StackFailure(
    `start:cluster shows several nodes on this machine alone, so ${foreign.join(" and ")} must not be set; for a public installation see docs/cluster.md`,
  );
}

/** `npm run start:cluster`: as `npm start`, with two apps and two room servers. Without a Redis nothing is started. */
export async function run() {
  try {
    refuseForeignParts(process.env);
    const redis = findRedis(process.env);
    if (redis === undefined) return say(`skipped: ${WITHOUT_REDIS}`);
    await startHere((options) => startCluster({ ...options, redis }));
  } catch (error) {
    stopOnFailure(error);
  }
}
