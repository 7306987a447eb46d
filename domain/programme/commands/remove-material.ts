import { and, eq } from "drizzle-orm";
import { materials } from "@/db/schema/programme";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { pageEdit } from "../internal/page-edit";
import { materialRef } from "../schema/materials";

/** Takes a material away. From this moment nobody gets its file; the worker deletes what no row names any more. */
export const removeMaterial = defineCommand({
  name: "remove-material",
  input: materialRef,
  ...pageEdit,
  run: async ({ tx, emit }, { eventId, materialId }) => {
    const gone = await tx
      .delete(materials)
      .where(and(eq(materials.id, materialId), eq(materials.eventId, eventId)))
      .returning({ id: materials.id });
    if (gone.length === 0) return fail("not_found", "missing");
    await emit({ kind: "event.changed", payload: { eventId } });
    return ok({ eventId });
  },
});
