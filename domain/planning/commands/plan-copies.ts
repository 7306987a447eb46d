import { findNetwork } from "@/domain/alliance/queries";
import { copyForm } from "@/domain/forms/commands/copy-form";
import { defineCommand } from "@/domain/kernel/command";
import { within } from "@/domain/kernel/within";
import { copyTalkHours } from "@/domain/matchmaking/commands/copy-talk-hours";
import { copyMailSettings } from "@/domain/notifications/commands/copy-mail-settings";
import { can } from "@/domain/policy";
import { duplicateEvent } from "@/domain/programme/commands/duplicate-event";
import { lockEvent } from "@/domain/programme/queries";
import { duplicateEventInput } from "@/domain/programme/schema";
import { copySeats } from "@/domain/registration/commands/copy-seats";
import { ok } from "@/lib/result";

/**
 * Copies of an event with their seats, form, hours for talks and own mails, all or none. Refusals are those of duplicate-event. Answers
 * with what leads to the office that now has the drafts.
 */
export const planCopies = defineCommand({
  name: "plan-copies",
  input: duplicateEventInput,
  permission: "event.create",
  load: async ({ tx }, { eventId }) => {
    const event = await lockEvent(tx, eventId);
    const network = event && (await findNetwork(event.networkId, tx));
    return event && network && { networkId: network.id, network, event };
  },
  mayKnow: (actor, { networkId, event }) => can(actor, "event.readDesk", { networkId, eventId: event.id }),
  run: async (context, input, { network, event }) => {
    const { copies } = await within(context, duplicateEvent, input);
    for (const { eventId } of copies) {
      await within(context, copySeats, { eventId, fromEventId: event.id });
      await within(context, copyForm, { eventId, fromEventId: event.id });
      await within(context, copyTalkHours, { eventId, fromEventId: event.id });
      await within(context, copyMailSettings, { eventId, fromEventId: event.id });
    }
    return ok({ copies, networkSlug: network.slug, locale: input.locale });
  },
});
