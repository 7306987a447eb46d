import { readFile, writeFile } from "node:fs/promises";
import { reapplyErasures } from "@/domain/privacy/commands/reapply-erasures";
import { recordErasures } from "@/domain/privacy/commands/record-erasures";
import { listErasures } from "@/domain/privacy/queries/erasures";
import { erasureRow } from "@/domain/privacy/schema";
import { worker } from "./mails/parts";

const PEOPLE_AT_ONCE = 5;
const LINES_AT_ONCE = 500;

/** Erases everybody again whom the log names and a backup has brought back. How many people and registrations that were. */
export async function eraseAgain(): Promise<number> {
  let gone = 0;
  for (;;) {
    const result = await reapplyErasures({ actor: worker, input: { limit: PEOPLE_AT_ONCE } });
    if (!result.ok) throw new Error(`erasing again was refused: ${result.failure.reason}`);
    if (result.value.gone === 0) return gone;
    gone += result.value.gone;
  }
}

/** The log as lines of JSON, to be kept apart from the backups. */
export async function writtenLog(): Promise<string> {
  const rows = await listErasures();
  return rows.map((row) => `${JSON.stringify(row)}\n`).join("");
}

/** Takes such lines back in, whatever is there already, and erases whom they name. How many there were to erase. */
export async function readLog(text: string): Promise<number> {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const rows = lines.map((line) => erasureRow.parse(JSON.parse(line)));
  for (let from = 0; from < rows.length; from += LINES_AT_ONCE) {
    const part = rows.slice(from, from + LINES_AT_ONCE);
    const result = await recordErasures({ actor: worker, input: { rows: part } });
    if (!result.ok) throw new Error(`the log was refused: ${result.failure.reason}`);
  }
  return eraseAgain();
}

/** `export <file>`: writes the log there. `apply <file>`: takes it back in, after a backup was restored. */
export async function main([what, file]: readonly string[]): Promise<void> {
  if (file === undefined || (what !== "export" && what !== "apply"))
    throw new Error("Say export or apply, and a file.");
  if (what === "export") return writeFile(file, await writtenLog(), { mode: 0o600 });
  const gone = await readLog(await readFile(file, "utf8"));
  process.stdout.write(`erased once more: ${gone}\n`);
}
