import { resolve } from "node:path";
import { runBesideDatabase } from "../beside-database.mjs";
import { StackFailure } from "../failure.mjs";

/** Keeps the log of erasures beside the backups, or takes it back in after one was restored. */
export async function run({ args }) {
  const [what, file] = args;
  if (file === undefined || (what !== "export" && what !== "apply"))
    throw new StackFailure("Say what: npm run erasures export <file>, or npm run erasures apply <file>.");
  await runBesideDatabase("erasures", [what, resolve(file)]);
}
