import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { events } from "@/db/schema/programme";
import { registrations } from "@/db/schema/registration";
import type { Id } from "@/lib/ids";
import type { Card } from "../internal/partners";

type PersonId = Id<"person">;
type EventId = Id<"event">;

export type EventCard = { id: EventId; slug: string; title: string; timeZone: string };

/** Names and events for talks: who somebody is in that event, as its registration says. */
export async function cardsOf(reader: Reader, wanted: readonly { eventId: EventId; personId: PersonId }[]) {
  const eventIds = [...new Set(wanted.map(({ eventId }) => eventId))];
  const personIds = [...new Set(wanted.map(({ personId }) => personId))];
  if (eventIds.length === 0) return () => undefined;
  const rows = await reader
    .select({
      personId: registrations.personId,
      name: registrations.name,
      organisation: registrations.organisation,
      event: { id: events.id, slug: events.slug, title: events.title, timeZone: events.timeZone },
    })
    .from(registrations)
    .innerJoin(events, eq(events.id, registrations.eventId))
    .where(and(inArray(registrations.eventId, eventIds), inArray(registrations.personId, personIds)));
  return (eventId: EventId, personId: PersonId): { partner: Card; event: EventCard } | undefined => {
    const row = rows.find((found) => found.event.id === eventId && found.personId === personId);
    return row && { partner: { personId, name: row.name, organisation: row.organisation }, event: row.event };
  };
}
