import "server-only";
import { and, asc, eq, inArray, isNotNull, or } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { listings, meetingRequests, talkWindows } from "@/db/schema/matchmaking";
import { registrations } from "@/db/schema/registration";
import { oneNetworkOf } from "@/domain/alliance/queries/belonging";
import type { Id } from "@/lib/ids";
import type { EventId, Facts, PersonId, TalkFact } from "../internal/talk-report/facts";
import type { Listed } from "../internal/talk-report/unmet-needs";
import { wishesOf } from "../internal/talk-report/wishes";
import { canSayOutcome } from "../rules";
import { takingTalks } from "./sides";
import { type TalkRecord, talkRecords } from "./talk-records";

export type ReportedPerson = {
  personId: PersonId;
  eventId: EventId;
  name: string;
  organisation: string;
  networkId: Id<"network"> | null;
};

const isOver = ({ state }: TalkRecord) => state === "held" || state === "not_held" || state === "unknown";
const isDecided = ({ state }: TalkRecord) => state === "held" || state === "not_held";

/**
 * Who is missing from a talk that goes on may still come: nobody counts as missing before it is over. A talk that was given up
 * is over at that moment; else only who waits in vain until the end would have their no-show counted.
 */
function factOf(record: TalkRecord, now: Date): TalkFact[] {
  const { eventId, state, minutes, sides } = record;
  const isOff = state === "cancelled";
  const missed = sides.filter(({ came }) => came === "missed").map(({ personId }) => personId);
  if (isOff && missed.length === 0) return [];
  const isEnded = isOff || isOver(record);
  const people = sides.map(({ personId, outcome }) => ({
    ...{ personId, outcome },
    noShow: isEnded && missed.includes(personId),
  }));
  const held = isDecided(record) || isOff ? state === "held" : null;
  const isSayable = canSayOutcome(record, now);
  return [{ eventId, minutes, held, isOver: isEnded, isSayable, isGivenUp: isOff, people }];
}

/** What was asked and what came of it in these events. Of everybody, so the caller has authorised. */
export async function talkFactsOf(reader: Reader, eventIds: readonly EventId[], now: Date): Promise<Facts> {
  const rows = await reader
    .select()
    .from(meetingRequests)
    .where(inArray(meetingRequests.eventId, [...eventIds]))
    .orderBy(asc(meetingRequests.createdAt), asc(meetingRequests.id));
  const talks: TalkFact[] = [];
  for (const eventId of eventIds)
    talks.push(...(await talkRecords({ eventId }, now, reader)).flatMap((record) => factOf(record, now)));
  return { wishes: wishesOf(rows, now), talks };
}

/** Who takes talks at these events or has part in the facts, as their registration names them, with one network each. */
export async function peopleOfFacts(
  reader: Reader,
  eventIds: readonly EventId[],
  { wishes, talks }: Facts,
): Promise<ReportedPerson[]> {
  const inFacts = new Map(
    eventIds.map((eventId): [EventId, Set<PersonId>] => [
      eventId,
      new Set([
        ...wishes.filter((wish) => wish.eventId === eventId).flatMap(({ from, to }) => [from, to]),
        ...talks
          .filter((talk) => talk.eventId === eventId)
          .flatMap(({ people }) => people.map(({ personId }) => personId)),
      ]),
    ]),
  );
  const meant = [...inFacts].map(([eventId, ids]) =>
    or(
      takingTalks(eventId),
      and(eq(registrations.eventId, eventId), inArray(registrations.personId, [...ids])),
    ),
  );
  if (meant.length === 0) return [];
  const rows = await reader
    .select({
      personId: registrations.personId,
      eventId: registrations.eventId,
      name: registrations.name,
      organisation: registrations.organisation,
    })
    .from(registrations)
    .where(and(isNotNull(registrations.personId), or(...meant)))
    .orderBy(asc(registrations.name), asc(registrations.id));
  const people = rows.flatMap(({ personId, ...row }) => (personId ? [{ ...row, personId }] : []));
  const networks = await oneNetworkOf([...new Set(people.map(({ personId }) => personId))], reader);
  return people.map((one) => ({ ...one, networkId: networks.get(one.personId) ?? null }));
}

/** What these people seek and offer in an alliance. */
export async function listedBy(
  reader: Reader,
  { allianceId, personIds }: { allianceId: Id<"alliance">; personIds: readonly PersonId[] },
): Promise<Listed[]> {
  if (personIds.length === 0) return [];
  return reader
    .select({ personId: listings.personId, kind: listings.kind, tag: listings.tag })
    .from(listings)
    .where(and(eq(listings.allianceId, allianceId), inArray(listings.personId, [...personIds])))
    .orderBy(asc(listings.tag), asc(listings.personId));
}

/** When the hours for talks of these events end; an event without any has no talks to report on. */
export async function talkEnds(
  reader: Reader,
  eventIds: readonly EventId[],
): Promise<ReadonlyMap<EventId, Date>> {
  if (eventIds.length === 0) return new Map();
  const rows = await reader
    .select({ eventId: talkWindows.eventId, endsAt: talkWindows.endsAt })
    .from(talkWindows)
    .where(inArray(talkWindows.eventId, [...eventIds]));
  return new Map(rows.map(({ eventId, endsAt }) => [eventId, endsAt]));
}
