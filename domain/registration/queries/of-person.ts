import "server-only";
import { and, asc, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { events } from "@/db/schema/programme";
import { registrations, seatPlans } from "@/db/schema/registration";
import type { Id } from "@/lib/ids";

/** Somebody whose address is proven. */
export type Holder = { personId: Id<"person">; email: string };

/** Registrations of this person, and those that nobody has proven yet but whose address is theirs. */
export const isOf = ({ personId, email }: Holder): SQL | undefined =>
  or(
    eq(registrations.personId, personId),
    and(isNull(registrations.personId), eq(registrations.email, email)),
  );

/** All of them, whatever became of them, in the order of their events. For commands and queries that have authorised. */
export const registrationsOf = (holder: Holder, reader: Reader) =>
  reader
    .select({ registration: registrations, event: events })
    .from(registrations)
    .innerJoin(events, eq(events.id, registrations.eventId))
    .where(isOf(holder))
    .orderBy(asc(events.startsAt), asc(registrations.id));

/** Holds the seats of every event that this person is registered for, in one order for everybody who holds several. */
export async function holdSeatsOf(holder: Holder, reader: Reader): Promise<void> {
  const mine = reader.select({ eventId: registrations.eventId }).from(registrations).where(isOf(holder));
  const rows = await mine;
  const ids = [...new Set(rows.map(({ eventId }) => eventId))].sort();
  for (const eventId of ids)
    await reader
      .select({ eventId: seatPlans.eventId })
      .from(seatPlans)
      .where(eq(seatPlans.eventId, eventId))
      .for("update");
}

/** Of events that are not over; what was put off still comes, and what is live runs on over its planned end. */
export const isAhead = (now: Date): SQL =>
  sql`exists (select 1 from ${events} where ${events.id} = ${registrations.eventId}
    and (${events.status} in ('postponed', 'live') or ${events.endsAt} > ${now.toISOString()}::timestamptz))`;
