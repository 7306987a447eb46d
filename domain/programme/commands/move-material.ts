import { eq } from "drizzle-orm";
import { materials } from "@/db/schema/programme";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { materialsInOrder } from "../internal/materials";
import { pageEdit } from "../internal/page-edit";
import { neighboursOf } from "../rules";
import { moveMaterialInput } from "../schema/materials";

/** A material changes places with its neighbour. At the end of the list, nothing. */
export const moveMaterial = defineCommand({
  name: "move-material",
  input: moveMaterialInput,
  ...pageEdit,
  run: async ({ tx, emit }, { eventId, materialId, direction }) => {
    const list = await materialsInOrder(tx, eventId);
    if (!list.some(({ id }) => id === materialId)) return fail("not_found", "missing");
    const pair = neighboursOf(list, materialId, direction);
    if (!pair) return ok({ eventId });
    const { first, second } = pair;
    await tx.update(materials).set({ position: second.position }).where(eq(materials.id, first.id));
    await tx.update(materials).set({ position: first.position }).where(eq(materials.id, second.id));
    await emit({ kind: "event.changed", payload: { eventId } });
    return ok({ eventId });
  },
});
