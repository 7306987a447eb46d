import { eq, sql } from "drizzle-orm";
import { events } from "@/db/schema/programme";
import type { Context } from "@/domain/kernel/context";
import type { Id } from "@/lib/ids";
import type { ProgrammeFact } from "../events";
import type { EventStatus } from "../rules";

type Step = { eventId: Id<"event">; to: EventStatus; fact: ProgrammeFact };

/** Writes a step of an event's life and tells it. The caller holds the event's lock and has asked `canBecome`. */
export async function moveEvent({ tx, now, emit }: Context, { eventId, to, fact }: Step): Promise<void> {
  await tx
    .update(events)
    .set({
      status: to,
      // Calendars take a file for newer only when this number grew.
      ...(to === "cancelled" && { calendarSequence: sql`${events.calendarSequence} + 1` }),
      ...(to === "published" && { publishedAt: now }),
    })
    .where(eq(events.id, eventId));
  await emit({ kind: fact, payload: { eventId } });
}
