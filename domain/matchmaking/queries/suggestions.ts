import "server-only";
import { and, asc, count, desc, eq, ne } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { suggestionDismissals, suggestionStates, suggestions } from "@/db/schema/matchmaking-suggestions";
import { registrations } from "@/db/schema/registration";
import { type Actor, can } from "@/domain/policy";
import { eventScope } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";
import { now as clockNow } from "@/lib/time/clock";
import type { Taker, TalkPartner } from "../internal/partners";
import { candidatesFor } from "../internal/suggestions/candidates";
import { chosenFrom } from "../internal/suggestions/change";
import { fingerprintOf } from "../internal/suggestions/fingerprint";
import { populationOf } from "../internal/suggestions/population";
import { aheadOf } from "../internal/suggestions/slots-ahead";
import { SUGGESTIONS_PER_ORGANISATION } from "../rules";
import { crowdFor } from "./crowd";
import { partnersOf, type Talks, talksOf } from "./partners";
import { eventsWithTalksAhead, takersIn } from "./population";
import { relationsIn, takersAmong } from "./relations";
import { mySideTaking } from "./sides";

type EventId = Id<"event">;
type PersonId = Id<"person">;
type Whose = { me: PersonId; talks: Talks; now: Date };

/** Who was chosen for this person last, best first, and what from. */
async function storedFor(reader: Reader, eventId: EventId, me: PersonId) {
  const mine = and(eq(suggestions.eventId, eventId), eq(suggestions.personId, me));
  const [rows, states] = [
    await reader
      .select({ partnerId: suggestions.partnerId })
      .from(suggestions)
      .where(mine)
      .orderBy(desc(suggestions.score), asc(suggestions.partnerId)),
    await reader
      .select({ fingerprint: suggestionStates.fingerprint })
      .from(suggestionStates)
      .where(and(eq(suggestionStates.eventId, eventId), eq(suggestionStates.personId, me))),
  ];
  return { partnerIds: rows.map(({ partnerId }) => partnerId), fingerprint: states[0]?.fingerprint };
}

/** In how many lists of others each stands. */
async function exposureIn(reader: Reader, eventId: EventId, me: PersonId): Promise<Map<PersonId, number>> {
  const rows = await reader
    .select({ partnerId: suggestions.partnerId, lists: count() })
    .from(suggestions)
    .where(and(eq(suggestions.eventId, eventId), ne(suggestions.personId, me)))
    .groupBy(suggestions.partnerId);
  return new Map(rows.map(({ partnerId, lists }) => [partnerId, lists]));
}

/**
 * One person's list as it is this moment, with everybody of the event in view: for who has changed something of which the
 * stored lists don't know yet. Nothing is stored; the worker does that within seconds.
 */
async function chosenNow(
  reader: Reader,
  { me, talks }: Whose,
  apart: ReadonlySet<PersonId>,
): Promise<PersonId[]> {
  const crowd = await crowdFor(reader, talks, me);
  if (!crowd) return [];
  const exposure = await exposureIn(reader, talks.eventId, me);
  const [index, people] = [crowd.index, aheadOf(crowd.people, talks)];
  const population = populationOf(people);
  const candidates = candidatesFor(population, index, (_, { id }) => apart.has(id));
  const stands = people.map(({ id }) => exposure.get(id) ?? 0);
  return chosenFrom(population, candidates, stands).flatMap(({ index: at }) => people[at]?.id ?? []);
}

/** Of a list in order what can be shown: with a reason, a common slot, and no organisation more often than it may. */
function shown(
  partners: readonly TalkPartner[],
  organisationOf: (personId: PersonId) => string,
): TalkPartner[] {
  const taken = new Map<string, number>();
  return partners.filter(({ personId, reasons, slots }) => {
    if (reasons.length === 0 || slots.length === 0) return false;
    const organisation = organisationOf(personId);
    const already = taken.get(organisation) ?? 0;
    taken.set(organisation, already + 1);
    // People who named no organisation have none in common.
    return organisation === "" || already < SUGGESTIONS_PER_ORGANISATION;
  });
}

/**
 * Suggestions for one person. Who was chosen lies in rows, so every process shows the same; whether they are still to be
 * suggested, and why, is asked of the moment: of these few people alone.
 */
async function suggestionsOf(reader: Reader, whose: Whose): Promise<TalkPartner[]> {
  const { me, talks, now } = whose;
  const { eventId } = talks;
  const [stored, relations] = [
    await storedFor(reader, eventId, me),
    await relationsIn(reader, { eventId, me }, now),
  ];
  const apart = await takersAmong(reader, eventId, [...(relations.get(me) ?? [])]);
  const known = await takersIn(reader, { ...talks, among: [me, ...stored.partnerIds] });
  const mine = known.find(({ card }) => card.personId === me);
  if (!mine) return [];
  const isCurrent = stored.fingerprint === fingerprintOf(mine.seeker, apart);
  const chosen = isCurrent ? stored.partnerIds : await chosenNow(reader, whose, apart);
  const takers = isCurrent ? known : await takersIn(reader, { ...talks, among: chosen });
  const byId = new Map(takers.map((taker) => [taker.card.personId, taker]));
  const there = chosen.flatMap((personId): Taker[] => {
    const taker = apart.has(personId) ? undefined : byId.get(personId);
    return taker ? [taker] : [];
  });
  return shown(
    await partnersOf(reader, { talks, mine, others: there }),
    (personId) => byId.get(personId)?.seeker.organisation ?? "",
  );
}

/** Whom the viewer should meet in an event, best first; only for who takes talks there. */
export async function listSuggestions(
  viewer: Actor,
  eventId: EventId,
  now = clockNow(),
): Promise<TalkPartner[]> {
  const me = await mySideTaking(db(), viewer, eventId);
  const talks = me && (await talksOf(db(), eventId, now));
  return talks ? suggestionsOf(db(), { me, talks, now }) : [];
}

/** The same list as its person sees it, for who may book talks for others; undefined for everybody else. */
export async function suggestionsForDesk(
  viewer: Actor,
  { eventId, personId }: { eventId: EventId; personId: PersonId },
  now = clockNow(),
): Promise<TalkPartner[] | undefined> {
  const scope = await eventScope(db(), eventId);
  if (!scope || !can(viewer, "meeting.book", { networkId: scope.networkId, eventId })) return undefined;
  const talks = await talksOf(db(), eventId, now);
  return talks && suggestionsOf(db(), { me: personId, talks, now });
}

/** Events in which suggestions are of use. For jobs. */
export const eventsAhead = (now: Date): Promise<EventId[]> => eventsWithTalksAhead(db(), now);

export type Dismissed = { personId: PersonId; name: string; organisation: string };

/** Whom the viewer has said not to fit in an event, so that they can take it back. */
export async function listDismissed(viewer: Actor, eventId: EventId): Promise<Dismissed[]> {
  const me = await mySideTaking(db(), viewer, eventId);
  if (!me) return [];
  return db()
    .selectDistinctOn([registrations.personId], {
      personId: suggestionDismissals.dismissedId,
      name: registrations.name,
      organisation: registrations.organisation,
    })
    .from(suggestionDismissals)
    .innerJoin(
      registrations,
      and(
        eq(registrations.eventId, suggestionDismissals.eventId),
        eq(registrations.personId, suggestionDismissals.dismissedId),
      ),
    )
    .where(and(eq(suggestionDismissals.eventId, eventId), eq(suggestionDismissals.personId, me)))
    .orderBy(asc(registrations.personId));
}
