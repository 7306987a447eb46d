import { and, inArray, isNotNull } from "drizzle-orm";
import { events, materials, speakers } from "@/db/schema/programme";
import { batchInput } from "@/domain/kernel/batch";
import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";
import { forgettableIds, isKeptNoLonger } from "../queries/forgettable";

/** Takes away what events gave out, and the faces of who spoke there, once they are over for long enough. */
export const forgetMaterials = defineCommand({
  name: "forget-materials",
  input: batchInput,
  permission: "fact.dispatch",
  quiet: true,
  load: async () => ({ networkId: null }),
  run: async ({ tx, now }, { limit }) => {
    const ids = await forgettableIds(tx, materials, { kept: "materials", now, limit });
    if (ids.length > 0) await tx.delete(materials).where(inArray(materials.id, ids));
    const old = tx.select({ id: events.id }).from(events).where(isKeptNoLonger("materials", now));
    const faces = await tx
      .update(speakers)
      .set({ pictureId: null })
      .where(and(isNotNull(speakers.pictureId), inArray(speakers.eventId, old)))
      .returning({ id: speakers.id });
    return ok({ gone: ids.length + faces.length });
  },
});
