import { and, eq } from "drizzle-orm";
import { materials } from "@/db/schema/programme";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { addMaterial, isOwnItem } from "../internal/materials";
import { pageEdit } from "../internal/page-edit";
import { isWebPage, saveMaterialInput } from "../schema/materials";

const noLink = fail("invalid", "input", { fields: { url: ["invalid_link"] } });

const isLink = (url: string | undefined): url is string => url !== undefined && isWebPage(url);

/** Puts a link among the event's materials, or changes one of them. Also after the event: that is when most of them come. */
export const saveMaterial = defineCommand({
  name: "save-material",
  input: saveMaterialInput,
  ...pageEdit,
  run: async ({ tx, emit }, { materialId, url, ...said }) => {
    const { eventId } = said;
    if (!(await isOwnItem(tx, said))) return fail("not_found", "missing");
    if (materialId) {
      const own = and(eq(materials.id, materialId), eq(materials.eventId, eventId));
      const [row] = await tx.select().from(materials).where(own);
      if (!row) return fail("not_found", "missing");
      // A file stays the file it is.
      const changed = row.fileId ? said : { ...said, url };
      // An address from before this rule stays while others of its fields are changed.
      if (!row.fileId && url !== row.url && !isLink(url)) return noLink;
      await tx.update(materials).set(changed).where(own);
    } else {
      if (!isLink(url)) return noLink;
      const full = await addMaterial(tx, { ...said, url });
      if (full) return full;
    }
    await emit({ kind: "event.changed", payload: { eventId } });
    return ok({ eventId });
  },
});
