import { eq } from "drizzle-orm";
import { entries } from "@/db/schema/board";
import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";
import { entryValues } from "../internal/entry-rows";
import { lockEntry } from "../queries/scopes";
import { changeEntryInput } from "../schema";

/** Writes an entry anew; also makes it valid for longer. */
export const changeEntry = defineCommand({
  name: "change-entry",
  input: changeEntryInput,
  permission: "entry.change",
  load: ({ tx }, { entryId }) => lockEntry(tx, entryId),
  run: async (context, input, { entry }) => {
    const anonymous = input.anonymous && entry.personId === null;
    const values = await entryValues(context, { ...input, anonymous }, entry);
    if (!values.ok) return values;
    await context.tx.update(entries).set(values.value).where(eq(entries.id, entry.id));
    return ok({ entryId: entry.id });
  },
});
