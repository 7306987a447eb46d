import { dataFolder } from "../folders.mjs";
import { reviveLivekit } from "../livekit.mjs";
import { revivePostgres } from "../postgres-of-stack.mjs";
import { say } from "../say.mjs";

/**
 * Starts the room server, or with the word `postgres` the database, of the running stack again after it was ended by
 * its process id (in livekit.json and postgres.json of the data folder), to see how everything comes back.
 */
export async function run({ args: [what = "livekit"] }) {
  const pid = await (what === "postgres" ? revivePostgres : reviveLivekit)(dataFolder());
  say(`${what} runs again as process ${pid}`);
}
