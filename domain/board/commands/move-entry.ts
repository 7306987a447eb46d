import { eq } from "drizzle-orm";
import { entries } from "@/db/schema/board";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { mayOpenOneMore } from "../internal/entry-rows";
import { lockEntry } from "../queries/scopes";
import { mayBecome } from "../rules";
import { moveEntryInput } from "../schema";

/** Open, in talks, solved with an outcome; and open again, while a board bears one more of that person. */
export const moveEntry = defineCommand({
  name: "move-entry",
  input: moveEntryInput,
  permission: "entry.change",
  load: ({ tx }, { entryId }) => lockEntry(tx, entryId),
  run: async ({ tx, now }, { state, outcome }, { entry }) => {
    if (!mayBecome(entry.state, state)) return fail("conflict", "other_state");
    const { seriesId, personId } = entry;
    if (entry.state === "solved" && personId && !(await mayOpenOneMore(tx, { seriesId, personId })))
      return fail("conflict", "too_many_entries");
    const said = { state, outcome: state === "solved" ? (outcome ?? null) : null, changedAt: now };
    await tx.update(entries).set(said).where(eq(entries.id, entry.id));
    return ok({ entryId: entry.id, state });
  },
});
