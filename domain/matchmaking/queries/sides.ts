import "server-only";
import { and, asc, eq, inArray, isNotNull, not, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { networks } from "@/db/schema/alliance";
import { talkProfiles } from "@/db/schema/matchmaking";
import { events } from "@/db/schema/programme";
import { registrations } from "@/db/schema/registration";
import { admissions, sanctions } from "@/db/schema/rooms";
import type { Actor } from "@/domain/policy";
import { heldBy } from "@/domain/programme/queries/seated";
import type { Id } from "@/lib/ids";
import type { Side } from "../rules";

type PersonId = Id<"person">;
type EventId = Id<"event">;

/** One side of a talk: what its registration says. The person is null while the address is unproven. */
export type TalkSide = Side & {
  registrationId: Id<"registration">;
  personId: PersonId | null;
  name: string;
  organisation: string;
  attendance: "online" | "onsite";
  timeZone: string;
};

/**
 * Banned from the event, and not for a few minutes: whoever is out of its rooms has no other way to its people either. Written
 * out, because a column of a statement about one table is named without it, and would be that of the innermost.
 */
export const isBanned = sql<boolean>`exists (select 1 from ${sanctions} ban
  join ${admissions} who on who.id = ban.admission_id
  where ban.event_id = registrations.event_id and ban.kind = 'ban' and ban.until is null and ban.lifted_at is null
    and (who.registration_id = registrations.id or who.person_id = registrations.person_id))`;

export const sideColumns = {
  registrationId: registrations.id,
  personId: registrations.personId,
  name: registrations.name,
  organisation: registrations.organisation,
  attendance: registrations.attendance,
  timeZone: registrations.timeZone,
  status: registrations.status,
  talksOptIn: registrations.talksOptIn,
  proven: sql<boolean>`${registrations.provenAt} is not null`,
  isBanned,
};

/** Somebody takes no talks at all, whatever their registrations say. */
const isSilent = sql`exists (select 1 from ${talkProfiles}
  where ${talkProfiles.personId} = ${registrations.personId} and not ${talkProfiles.takesTalks})`;

/** Sides of an event that take talks: the rule `takesTalks`, as a condition. */
export const takingTalks = (eventId: EventId) =>
  and(
    not(isSilent),
    not(isBanned),
    eq(registrations.eventId, eventId),
    eq(registrations.status, "confirmed"),
    eq(registrations.talksOptIn, true),
    isNotNull(registrations.provenAt),
    isNotNull(registrations.personId),
  );

/** Registrations that this actor may act for; as a condition that holds for none when there can be none. */
export const ownedBy = (actor: Actor) => heldBy(actor) ?? sql`false`;

const mySideQuery = (reader: Reader, actor: Actor, eventId: EventId) =>
  reader
    .select(sideColumns)
    .from(registrations)
    .where(and(eq(registrations.eventId, eventId), ownedBy(actor)))
    .orderBy(asc(registrations.id));

/**
 * The actor's own side in an event; undefined when not registered. `among` names the people whose row it is about:
 * one browser can hold the mailed links of several people.
 */
export const mySide = async (
  reader: Reader,
  actor: Actor,
  { eventId, among }: { eventId: EventId; among: readonly PersonId[] },
): Promise<TalkSide | undefined> => {
  const sides = await mySideQuery(reader, actor, eventId);
  return sides.find(({ personId }) => personId !== null && among.includes(personId));
};

/** The first of the actor's own sides in an event; most browsers hold one alone. */
export const mySideIn = async (
  reader: Reader,
  actor: Actor,
  eventId: EventId,
): Promise<TalkSide | undefined> => (await mySideQuery(reader, actor, eventId).limit(1))[0];

/** The same, held until the transaction ends, so that a person's requests are counted one by one. */
export const lockMySide = async (
  reader: Reader,
  actor: Actor,
  eventId: EventId,
): Promise<TalkSide | undefined> =>
  (await mySideQuery(reader, actor, eventId).limit(1).for("no key update"))[0];

/** Who the actor is in an event in which they take talks; undefined where they don't. */
export async function mySideTaking(
  reader: Reader,
  actor: Actor,
  eventId: EventId,
): Promise<PersonId | undefined> {
  const [row] = await reader
    .select({ personId: registrations.personId })
    .from(registrations)
    .where(and(takingTalks(eventId), ownedBy(actor)))
    .orderBy(asc(registrations.id))
    .limit(1);
  return row?.personId ?? undefined;
}

/** A person's side in an event; undefined when not registered. */
export async function findSide(
  reader: Reader,
  eventId: EventId,
  personId: PersonId,
): Promise<TalkSide | undefined> {
  const [row] = await reader
    .select(sideColumns)
    .from(registrations)
    .where(and(eq(registrations.eventId, eventId), eq(registrations.personId, personId)));
  return row;
}

/** The sides of these people in an event. */
export const sidesOf = (reader: Reader, eventId: EventId, personIds: readonly PersonId[]) =>
  reader
    .select(sideColumns)
    .from(registrations)
    .where(and(eq(registrations.eventId, eventId), inArray(registrations.personId, [...personIds])));

/** The alliance an event belongs to. Throws for an event that does not exist. */
export async function allianceOf(reader: Reader, eventId: EventId): Promise<Id<"alliance">> {
  const [row] = await reader
    .select({ id: networks.allianceId })
    .from(events)
    .innerJoin(networks, eq(networks.id, events.networkId))
    .where(eq(events.id, eventId));
  if (!row) throw new Error("an event without a network");
  return row.id;
}

/** The people this actor is: the signed-in person, and the holders of its mailed links. */
export async function personsOf(reader: Reader, actor: Actor): Promise<PersonId[]> {
  const rows = await reader
    .selectDistinct({ personId: registrations.personId })
    .from(registrations)
    .where(and(ownedBy(actor), isNotNull(registrations.personId)));
  const ids = new Set(rows.flatMap(({ personId }) => (personId ? [personId] : [])));
  if (actor.type === "person") ids.add(actor.personId);
  return [...ids];
}
