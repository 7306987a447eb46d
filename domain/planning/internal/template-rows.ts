import { eq } from "drizzle-orm";
import { eventTemplates } from "@/db/schema/planning";
import type { Context } from "@/domain/kernel/context";
import type { Id } from "@/lib/ids";
import { fail } from "@/lib/result";
import { eventPlan } from "../schema";

type TemplateRow = typeof eventTemplates.$inferSelect;

/** The plan in a row, as today's schema reads it. */
export const planIn = ({ plan }: Pick<TemplateRow, "plan">) => eventPlan.parse(plan);

/** A template and its tenant, held until the transaction ends; for a command's `load`. */
export async function lockTemplate(
  { tx }: Pick<Context, "tx">,
  { templateId }: { templateId: Id<"template"> },
) {
  const [template] = await tx
    .select()
    .from(eventTemplates)
    .where(eq(eventTemplates.id, templateId))
    .for("update");
  return template && { networkId: template.networkId, template };
}

/** Two templates on offer in one network have different names. */
export const onOneName = {
  event_templates_one_per_name: fail("invalid", "input", { fields: { name: ["name_taken"] } }).failure,
};
