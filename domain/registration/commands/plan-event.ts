import { seatPlans } from "@/db/schema/registration";
import { findNetwork } from "@/domain/alliance/queries";
import { defineCommand } from "@/domain/kernel/command";
import { within } from "@/domain/kernel/within";
import { localeName } from "@/domain/people/schema";
import { createEvent } from "@/domain/programme/commands/create-event";
import { createEventInput, templates } from "@/domain/programme/schema";
import { ok } from "@/lib/result";

/**
 * A draft with its seats, from a template and three entries. Refusals are those of create-event. Answers with what
 * leads to the desk of the new event.
 */
export const planEvent = defineCommand({
  name: "plan-event",
  input: createEventInput.extend({ locale: localeName.default("de") }),
  permission: "event.create",
  load: async ({ tx }, { networkId }) => {
    const network = await findNetwork(networkId, tx);
    return network && { networkId: network.id, network };
  },
  run: async (context, { locale, ...input }, { network }) => {
    const { eventId, slug } = await within(context, createEvent, input);
    await context.tx.insert(seatPlans).values({ eventId, capacity: templates[input.template].capacity });
    return ok({ eventId, slug, networkSlug: network.slug, locale });
  },
});
