import { eq } from "drizzle-orm";
import { entries } from "@/db/schema/board";
import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";
import { lockEntry } from "../queries/scopes";
import { withdrawEntryInput } from "../schema";

/** Takes an entry away for good, with its files and what was said about it. */
export const withdrawEntry = defineCommand({
  name: "withdraw-entry",
  input: withdrawEntryInput,
  permission: "entry.change",
  load: ({ tx }, { entryId }) => lockEntry(tx, entryId),
  run: async ({ tx }, { entryId }) => {
    await tx.delete(entries).where(eq(entries.id, entryId));
    return ok({ entryId });
  },
});
