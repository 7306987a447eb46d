import { inArray } from "drizzle-orm";
import { entries } from "@/db/schema/board";
import { batchInput } from "@/domain/kernel/batch";
import { defineCommand } from "@/domain/kernel/command";
import { noteForgotten } from "@/domain/kernel/forgotten";
import { ok } from "@/lib/result";
import { lockForgettableEntries } from "../queries/forgettable";

/** Deletes entries half a year after they were last valid (P10), with their files and who offered help. */
export const forgetEntries = defineCommand({
  name: "forget-entries",
  input: batchInput,
  permission: "fact.dispatch",
  quiet: true,
  load: async () => ({ networkId: null }),
  run: async (context, { limit }) => {
    const ids = await lockForgettableEntries(context.tx, { now: context.now, limit });
    if (ids.length === 0) return ok({ gone: 0 });
    await context.tx.delete(entries).where(inArray(entries.id, ids));
    await noteForgotten(
      context,
      "entries",
      ids.map(() => null),
    );
    return ok({ gone: ids.length });
  },
});
