import type { events, sessions } from "@/db/schema/programme";
import type { Id } from "@/lib/ids";
import { later } from "../timetable";

export type EventRow = typeof events.$inferInsert & { id: Id<"event">; startsAt: Date; endsAt: Date };
export type SessionRow = typeof sessions.$inferInsert & { id: Id<"session"> };

type Times = { startsAt: Date; endsAt: Date };

/** What a published event is at `now` when its hosts keep to the timetable. */
export function statusAt({ startsAt, endsAt }: Times, now: Date): "published" | "live" | "ended" {
  if (endsAt <= now) return "ended";
  return startsAt <= now ? "live" : "published";
}

type Item = Pick<SessionRow, "id" | "title" | "kind"> & { minutes: number };

/** Agenda items one after the other: nothing runs in parallel, nothing overlaps. */
export function sessionRows(event: Pick<EventRow, "id" | "startsAt">, items: readonly Item[]): SessionRow[] {
  let startsAt = event.startsAt;
  return items.map(({ minutes, ...item }) => {
    const row = { ...item, eventId: event.id, startsAt, endsAt: later(startsAt, minutes) };
    startsAt = row.endsAt;
    return row;
  });
}
