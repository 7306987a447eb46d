import { eq } from "drizzle-orm";
import { eventTemplates } from "@/db/schema/planning";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { hasRoomForMore } from "../internal/room-for-more";
import { lockTemplate, onOneName } from "../internal/template-rows";
import { archiveTemplateInput } from "../schema";

/** Takes a template off the shelf, or puts it back; doing it again changes nothing. */
export const archiveTemplate = defineCommand({
  name: "archive-template",
  input: archiveTemplateInput,
  permission: "template.manage",
  load: lockTemplate,
  run: async ({ tx, now }, { archived }, { template, networkId }) => {
    const wanted = archived === "yes";
    if (wanted === (template.archivedAt !== null)) return ok({ templateId: template.id });
    if (!wanted && !(await hasRoomForMore(tx, networkId))) return fail("conflict", "too_many_templates");
    await tx
      .update(eventTemplates)
      .set({ archivedAt: wanted ? now : null })
      .where(eq(eventTemplates.id, template.id));
    return ok({ templateId: template.id });
  },
  onConstraint: onOneName,
});
