import { eventTemplates } from "@/db/schema/planning";
import { defineCommand } from "@/domain/kernel/command";
import { can } from "@/domain/policy";
import { lockEvent } from "@/domain/programme/queries";
import { fail, ok } from "@/lib/result";
import { hasRoomForMore } from "../internal/room-for-more";
import { onOneName } from "../internal/template-rows";
import { planOfEvent } from "../queries/event-plans";
import { saveTemplateInput } from "../schema";

/** Keeps what can be made again of an event as a template of its network, under a name. */
export const saveTemplate = defineCommand({
  name: "save-template",
  input: saveTemplateInput,
  permission: "template.manage",
  // The network alone is the scope: whoever has a role in this one event may not fill the network's shelf.
  load: async ({ tx }, { eventId }) => {
    const event = await lockEvent(tx, eventId);
    return event && { networkId: event.networkId, event };
  },
  mayKnow: (actor, { networkId, event }) => can(actor, "event.readDesk", { networkId, eventId: event.id }),
  run: async ({ tx, now }, { name }, { networkId, event }) => {
    if (!(await hasRoomForMore(tx, networkId))) return fail("conflict", "too_many_templates");
    const plan = await planOfEvent(event.id, tx);
    if (!plan) return fail("conflict", "too_long_for_template");
    const row = { networkId, name, plan, createdAt: now };
    const [template] = await tx.insert(eventTemplates).values(row).returning({ id: eventTemplates.id });
    if (!template) throw new Error("the template was not inserted");
    return ok({ templateId: template.id });
  },
  onConstraint: onOneName,
});
