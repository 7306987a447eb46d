import { erasures } from "@/db/schema/privacy";
import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";
import { recordErasuresInput } from "../schema";

/** Takes a kept copy of the log back in, after a backup was restored that is older than it. Repeating it is harmless. */
export const recordErasures = defineCommand({
  name: "record-erasures",
  input: recordErasuresInput,
  permission: "person.forget",
  load: async () => ({ networkId: null }),
  run: async ({ tx }, { rows }) => {
    if (rows.length === 0) return ok({ added: 0 });
    const added = await tx.insert(erasures).values(rows).onConflictDoNothing();
    return ok({ added: added.rowCount ?? 0 });
  },
});
