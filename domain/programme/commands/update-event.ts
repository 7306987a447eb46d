import { eq, sql } from "drizzle-orm";
import { events } from "@/db/schema/programme";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { newTimes, type Times } from "../internal/new-times";
import { type EventScope, isVisibleTo, lockEvent } from "../queries";
import { updateEventInput } from "../schema";

/**
 * Changes a draft or a published event; what is absent stays. A new time or place raises the number by which
 * calendars tell a newer file, and everybody registered is told.
 */
export const updateEvent = defineCommand({
  name: "update-event",
  input: updateEventInput,
  permission: "event.update",
  load: ({ tx }, { eventId }) => lockEvent(tx, eventId),
  mayKnow: isVisibleTo,
  run: async ({ tx, now, emit }, input, event) => {
    if (event.status === "ended" || event.status === "cancelled")
      return fail("conflict", "wrong_state", { details: { status: event.status } });
    const times = newTimes(input, event, now);
    if ("fields" in times) return fail("invalid", "input", times);
    const { eventId, startsLocal: _s, durationMinutes: _d, registrationClosesLocal: _r, ...texts } = input;
    const isMoved = hasMoved(event, times) || (texts.place !== undefined && texts.place !== event.place);
    const newer = isMoved ? { calendarSequence: sql`${events.calendarSequence} + 1` } : {};
    await tx
      .update(events)
      .set({ ...texts, ...times, ...newer })
      .where(eq(events.id, eventId));
    await emit({ kind: isMoved ? "event.rescheduled" : "event.changed", payload: { eventId } });
    return ok({ eventId, slug: event.slug });
  },
});

const hasMoved = (event: EventScope, { startsAt, endsAt }: Times): boolean =>
  startsAt.getTime() !== event.startsAt.getTime() || endsAt.getTime() !== event.endsAt.getTime();
