import { join } from "node:path";
import { dataFolder } from "../folders.mjs";
import { reviveLivekit } from "../livekit.mjs";
import { say } from "../say.mjs";

/** Starts the room server of the running stack again after it was ended, to see how everybody comes back. */
export async function run() {
  const data = dataFolder();
  const pid = await reviveLivekit(data);
  say(`livekit-server runs again as process ${pid}; log: ${join(data, "livekit.log")}`);
}
