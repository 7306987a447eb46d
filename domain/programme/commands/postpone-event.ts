import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { moveEvent } from "../internal/move-event";
import { isVisibleTo, lockEvent } from "../queries";
import { canBecome } from "../rules";
import { eventRef } from "../schema";

/**
 * Puts an event off until it has a new date, which `updateEvent` gives it. Its page and its registrations stay; whoever has
 * a place hears of it, and calendars let go of the old date.
 */
export const postponeEvent = defineCommand({
  name: "postpone-event",
  input: eventRef,
  permission: "event.cancel",
  load: ({ tx }, { eventId }) => lockEvent(tx, eventId),
  mayKnow: isVisibleTo,
  run: async (context, { eventId }, event) => {
    if (!canBecome(event.status, "postponed"))
      return fail("conflict", "wrong_state", { details: { status: event.status } });
    await moveEvent(context, { eventId, to: "postponed", fact: "event.postponed" });
    return ok({ eventId, slug: event.slug });
  },
});
