import { buildAll } from "../build.mjs";
import { say } from "../say.mjs";

export async function run() {
  await buildAll();
  say("built");
}
