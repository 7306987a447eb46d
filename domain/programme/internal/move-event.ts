import { eq } from "drizzle-orm";
import { events } from "@/db/schema/programme";
import type { Context } from "@/domain/kernel/context";
import type { Id } from "@/lib/ids";
import type { ProgrammeFact } from "../events";
import type { EventStatus } from "../rules";
import { newerEntry } from "./newer-entry";

const isNewsForCalendars: ReadonlySet<ProgrammeFact> = new Set([
  "event.cancelled",
  "event.postponed",
  "event.rescheduled",
]);

type Step = { eventId: Id<"event">; to: EventStatus; fact: ProgrammeFact };

/** Writes a step of an event's life and tells it. The caller holds the event's lock and has asked `canBecome`. */
export async function moveEvent({ tx, now, emit }: Context, { eventId, to, fact }: Step): Promise<void> {
  await tx
    .update(events)
    .set({
      status: to,
      ...(isNewsForCalendars.has(fact) && newerEntry(now)),
      ...(fact === "event.published" && { publishedAt: now }),
    })
    .where(eq(events.id, eventId));
  await emit({ kind: fact, payload: { eventId } });
}
