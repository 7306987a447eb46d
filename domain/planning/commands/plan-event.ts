import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { eventTemplates } from "@/db/schema/planning";
import { findNetwork } from "@/domain/alliance/queries";
import { defineCommand } from "@/domain/kernel/command";
import type { Locale } from "@/lib/i18n/locales";
import type { Id } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { builtInPlan } from "../internal/built-in";
import { planDraft } from "../internal/plan-draft";
import { planIn } from "../internal/template-rows";
import { type EventPlan, planEventInput, type TemplateName, templateName } from "../schema";

type Wish = {
  networkId: Id<"network">;
  template: TemplateName | Id<"template">;
  language?: Locale | undefined;
};

const isBuiltIn = (template: Wish["template"]): template is TemplateName =>
  templateName.safeParse(template).success;

/** What to plan from; another network's template looks like one that does not exist. */
async function chosen(tx: Transaction, wish: Wish): Promise<EventPlan | undefined> {
  if (isBuiltIn(wish.template)) return builtInPlan(wish.template, wish.language);
  const { id, networkId, archivedAt } = eventTemplates;
  const [row] = await tx
    .select()
    .from(eventTemplates)
    .where(and(eq(id, wish.template), eq(networkId, wish.networkId), isNull(archivedAt)));
  return row && planIn(row);
}

/**
 * A draft with all that its template says, and three entries. Refusals are those of create-event.
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
    const plan = await chosen(context.tx, input);
    if (!plan) return fail("invalid", "input", { fields: { template: ["invalid_id"] } });
    const { eventId, slug } = await planDraft(context, { ...input, plan });
    return ok({ eventId, slug, networkSlug: network.slug, locale });
  },
});
