import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { moveEvent } from "../internal/move-event";
import { isVisibleTo, lockEvent } from "../queries";
import { startProblem } from "../rules";
import { eventRef } from "../schema";

/**
 * Takes a postponement back: the event takes place at the time that it had. For calendars that is a new date, because they
 * let go of it, and everybody registered hears of it. Another date is `updateEvent`'s. Reasons: first_date_over.
 */
export const resumeEvent = defineCommand({
  name: "resume-event",
  input: eventRef,
  permission: "event.cancel",
  load: ({ tx }, { eventId }) => lockEvent(tx, eventId),
  mayKnow: isVisibleTo,
  run: async (context, { eventId }, event) => {
    if (event.status !== "postponed")
      return fail("conflict", "wrong_state", { details: { status: event.status } });
    if (startProblem(event.startsAt, context.now)) return fail("conflict", "first_date_over");
    await moveEvent(context, { eventId, to: "published", fact: "event.rescheduled" });
    return ok({ eventId, slug: event.slug });
  },
});
