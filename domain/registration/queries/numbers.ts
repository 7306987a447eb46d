import "server-only";
import { and, count, desc, eq, isNotNull, sql } from "drizzle-orm";
import { z } from "zod";
import { db, type Reader } from "@/db/client";
import { registrations } from "@/db/schema/registration";
import { networksOfPerson } from "@/domain/alliance/queries/belonging";
import { type Actor, can } from "@/domain/policy";
import { eventScope } from "@/domain/programme/queries";
import { type Id, idOf } from "@/lib/ids";
import type { DayCount } from "../rules";
import { isOnList } from "./on-list";

type Row = typeof registrations.$inferSelect;
export type EventNumbers = {
  /** On which day people asked, by the clock of the event; those who gave their seat back or were declined are not among them. */
  days: DayCount[];
  states: { value: Row["status"]; count: number }[];
  /** Online or on site. */
  seats: { value: Row["attendance"]; count: number }[];
  sources: { value: Row["source"]; count: number }[];
  languages: { value: Row["locale"]; count: number }[];
  networks: { id: Id<"network">; name: string; count: number }[];
};

const held = (eventId: Id<"event">) => and(eq(registrations.eventId, eventId), isOnList);

const daysOf = (reader: Reader, eventId: Id<"event">, zone: string) => {
  const day = sql<string>`to_char(${registrations.createdAt} at time zone ${zone}, 'YYYY-MM-DD')`.as("day");
  return reader
    .select({ day, count: count() })
    .from(registrations)
    .where(held(eventId))
    .groupBy(sql`1`)
    .orderBy(sql`1`);
};

const ofNetwork = z.array(z.object({ id: idOf("network"), name: z.string(), count: z.coerce.number() }));

/**
 * Of proven people only: nobody is a member of a network by typing a member's address. And of networks whose office asks:
 * who else somebody belongs to would show in a number that grows when they register (P26).
 */
async function networksOf(reader: Reader, eventId: Id<"event">, viewer: Actor) {
  const { rows } = await reader.execute(sql`
    select n.id, n.name, count(*) as count
      from ${registrations}
      join people p on p.id = ${registrations.personId} and p.erased_at is null
     cross join lateral ${networksOfPerson} b
      join networks n on n.id = b.network_id
     where ${and(held(eventId), isNotNull(registrations.provenAt))}
     group by n.id, n.name
     order by count(*) desc, n.name`);
  const found = ofNetwork.parse(rows);
  return found.filter(({ id }) => can(viewer, "event.create", { networkId: id }));
}

/** What can be counted of an event's list, for those who may see the desk; undefined for others. Never a name. */
export async function eventNumbers(
  viewer: Actor,
  eventId: Id<"event">,
  reader: Reader = db(),
): Promise<EventNumbers | undefined> {
  const scope = await eventScope(reader, eventId);
  if (!scope || !can(viewer, "registration.list", scope)) return undefined;
  const { status, attendance, source, locale } = registrations;
  const [days, states, seats, sources, languages, ofNetworks] = await Promise.all([
    daysOf(reader, eventId, scope.timeZone),
    reader
      .select({ value: status, count: count() })
      .from(registrations)
      .where(eq(registrations.eventId, eventId))
      .groupBy(status)
      .orderBy(desc(count()), status),
    reader
      .select({ value: attendance, count: count() })
      .from(registrations)
      .where(held(eventId))
      .groupBy(attendance)
      .orderBy(desc(count()), attendance),
    reader
      .select({ value: source, count: count() })
      .from(registrations)
      .where(held(eventId))
      .groupBy(source)
      .orderBy(desc(count()), source),
    reader
      .select({ value: locale, count: count() })
      .from(registrations)
      .where(held(eventId))
      .groupBy(locale)
      .orderBy(desc(count()), locale),
    networksOf(reader, eventId, viewer),
  ]);
  return { days, states, seats, sources, languages, networks: ofNetworks };
}
