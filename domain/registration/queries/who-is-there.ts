import "server-only";
import { and, asc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { events } from "@/db/schema/programme";
import { registrations } from "@/db/schema/registration";
import type { Actor } from "@/domain/policy";
import { heldBy } from "@/domain/programme/queries/seated";
import { isEventOver, type Timed } from "@/domain/programme/rules";
import type { Id } from "@/lib/ids";

/** Those who chose to be seen, by name; `others` is how many more of them there are. Never an address or an id. */
export type WhoIsThere = { people: { nth: number; name: string; organisation: string }[]; others: number };

const NAMED = 50;
const nobody: WhoIsThere = { people: [], others: 0 };
/** Only who has a seat and proved the address: a stranger could have typed any name, and ticked anything. */
const takesPart = and(eq(registrations.status, "confirmed"), isNotNull(registrations.provenAt));

async function listedIn(
  eventId: Id<"event">,
  choices: readonly ("participants" | "public")[],
): Promise<WhoIsThere> {
  const rows = await db()
    .select({
      name: registrations.name,
      organisation: registrations.organisation,
      all: sql`count(*) over ()`.mapWith(Number),
    })
    .from(registrations)
    .where(and(eq(registrations.eventId, eventId), takesPart, inArray(registrations.listed, [...choices])))
    .orderBy(asc(sql`lower(${registrations.name})`), asc(registrations.id))
    .limit(NAMED);
  const people = rows.map(({ name, organisation }, index) => ({ nth: index + 1, name, organisation }));
  return { people, others: (rows[0]?.all ?? 0) - people.length };
}

/** Who chose to be seen by everybody. Nobody once the event is over: then nobody could take their choice back. */
export async function whoIsPubliclyThere(event: Timed & { id: Id<"event"> }, now: Date): Promise<WhoIsThere> {
  return isEventOver(event, now) ? nobody : listedIn(event.id, ["public"]);
}

/** Who chose to be seen by participants or by everybody, for the proven holder of a seat at the same event, and nobody else. */
export async function whoIsThereWith(
  viewer: Actor,
  registrationId: Id<"registration">,
  now: Date,
): Promise<WhoIsThere> {
  const held = heldBy(viewer);
  if (!held) return nobody;
  const [own] = await db()
    .select({ event: events })
    .from(registrations)
    .innerJoin(events, eq(events.id, registrations.eventId))
    .where(and(eq(registrations.id, registrationId), held, takesPart));
  return own && !isEventOver(own.event, now) ? listedIn(own.event.id, ["participants", "public"]) : nobody;
}
