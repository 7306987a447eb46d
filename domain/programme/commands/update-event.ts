import { eq } from "drizzle-orm";
import { events } from "@/db/schema/programme";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { SPEAKS_ONCE, shiftAgenda } from "../internal/agenda";
import { newTimes, startsAnew, type Times } from "../internal/new-times";
import { newerEntry } from "../internal/newer-entry";
import { closedPage, pageEdit } from "../internal/page-edit";
import type { EventScope } from "../queries";
import { updateEventInput } from "../schema";

/**
 * Changes a draft or a published event; what is absent stays, and the agenda and the end of registration move with the
 * start. A new time or place is an update for calendars and feeds, and everybody registered is told.
 */
export const updateEvent = defineCommand({
  name: "update-event",
  input: updateEventInput,
  ...pageEdit,
  run: async ({ tx, now, emit }, input, event) => {
    const closed = closedPage(event);
    if (closed) return closed;
    const times = newTimes(input, event, now);
    if ("fields" in times) return fail("invalid", "input", times);
    const { eventId, startsLocal: _s, durationMinutes: _d, ...rest } = input;
    const { registrationOpensLocal: _o, registrationClosesLocal: _c, ...texts } = rest;
    const isMoved = hasMoved(event, times) || (texts.place !== undefined && texts.place !== event.place);
    const newer = isMoved ? newerEntry(now) : {};
    const later = hasNewStart(event, times) ? anotherDay(event, times) : {};
    await tx
      .update(events)
      .set({ ...texts, ...times, ...newer, ...later })
      .where(eq(events.id, eventId));
    if (startsAnew(event, times)) await shiftAgenda(tx, event, times);
    await emit({ kind: isMoved ? "event.rescheduled" : "event.changed", payload: { eventId } });
    return ok({ eventId, slug: event.slug });
  },
  onConstraint: { [SPEAKS_ONCE]: fail("conflict", "speaker_twice").failure },
});

/** What was put off takes place again once it has a new date; readers of the page see the first date it had. */
function anotherDay(event: EventScope, { startsAt }: Times) {
  if (event.status === "draft") return {};
  const first = event.postponedFrom ?? event.startsAt;
  return {
    postponedFrom: first.getTime() === startsAt.getTime() ? null : first,
    ...(event.status === "postponed" ? { status: "published" as const } : {}),
  };
}

const hasNewStart = (event: EventScope, { startsAt }: Times): boolean =>
  startsAt.getTime() !== event.startsAt.getTime();

const hasMoved = (event: EventScope, times: Times): boolean =>
  hasNewStart(event, times) || times.endsAt.getTime() !== event.endsAt.getTime();
