import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { eventTemplates } from "@/db/schema/planning";
import { findNetwork } from "@/domain/alliance/queries";
import { defineCommand } from "@/domain/kernel/command";
import { type EventPlan, type TemplateName, templateName } from "@/domain/programme/schema";
import type { Id } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { planDraft } from "../internal/plan-draft";
import { planIn } from "../internal/template-rows";
import { planEventInput } from "../schema";

type Wish = { networkId: Id<"network">; template: TemplateName | Id<"template"> };

const isBuiltIn = (template: Wish["template"]): template is TemplateName =>
  templateName.safeParse(template).success;

/** What to plan from; another network's template looks like one that does not exist. */
async function chosen(tx: Transaction, wish: Wish): Promise<TemplateName | EventPlan | undefined> {
  if (isBuiltIn(wish.template)) return wish.template;
  const { id, networkId, archivedAt } = eventTemplates;
  const [row] = await tx
    .select()
    .from(eventTemplates)
    .where(and(eq(id, wish.template), eq(networkId, wish.networkId), isNull(archivedAt)));
  return row && planIn(row);
}

/**
 * A draft with its seats and hours for talks, from a template and three entries. Refusals are those of create-event.
 * Answers with what leads to the desk of the new event.
 */
export const planEvent = defineCommand({
  name: "plan-event",
  input: planEventInput,
  permission: "event.create",
  load: async ({ tx }, { networkId }) => {
    const network = await findNetwork(networkId, tx);
    return network && { networkId: network.id, network };
  },
  run: async (context, { locale, ...input }, { network }) => {
    const template = await chosen(context.tx, input);
    if (!template) return fail("invalid", "input", { fields: { template: ["invalid_id"] } });
    const { eventId, slug } = await planDraft(context, { ...input, template });
    return ok({ eventId, slug, networkSlug: network.slug, locale });
  },
});
