import { eq } from "drizzle-orm";
import { talkWindows } from "@/db/schema/matchmaking";
import { findNetwork } from "@/domain/alliance/queries";
import { copyForm } from "@/domain/forms/commands/copy-form";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import { within } from "@/domain/kernel/within";
import { can } from "@/domain/policy";
import { duplicateEvent } from "@/domain/programme/commands/duplicate-event";
import { type EventScope, eventScope, lockEvent } from "@/domain/programme/queries";
import { intoCopy } from "@/domain/programme/rules";
import { duplicateEventInput } from "@/domain/programme/schema";
import { copySeats } from "@/domain/registration/commands/copy-seats";
import type { Id } from "@/lib/ids";
import { ok } from "@/lib/result";
import { hoursWithin } from "../rules";

/**
 * Copies of an event with their seats, form and hours for talks, all or none. Refusals are those of duplicate-event. Answers
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
      await copyHours(context.tx, event, eventId);
    }
    return ok({ copies, networkSlug: network.slug, locale: input.locale });
  },
});

/** The hours for talks at the same distance from the start. */
async function copyHours(tx: Context["tx"], event: EventScope, eventId: Id<"event">): Promise<void> {
  const [hours] = await tx.select().from(talkWindows).where(eq(talkWindows.eventId, event.id));
  const copy = hours && (await eventScope(tx, eventId));
  if (!copy) return;
  const { startsAt, endsAt } = hoursWithin(copy, intoCopy(event, copy.startsAt)(hours));
  await tx.insert(talkWindows).values({ ...hours, eventId, startsAt, endsAt });
}
