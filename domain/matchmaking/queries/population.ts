import "server-only";
import { and, asc, eq, gt, inArray } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { listings, talkWindows } from "@/db/schema/matchmaking";
import { events } from "@/db/schema/programme";
import { registrations } from "@/db/schema/registration";
import { oneNetworkOf } from "@/domain/alliance/queries/belonging";
import type { Taxonomy } from "@/domain/board/rules";
import type { Id } from "@/lib/ids";
import { hindranceOf } from "../internal/free-times";
import { type Card, type Taker, topicsIn } from "../internal/partners";
import type { Seeker } from "../internal/suggestions/population";
import { organisationKey, slotsOf, type TalkWindow } from "../rules";
import { availabilityOf } from "./hindrances";
import { profilesOf, visibleOf } from "./profiles";
import { takingTalks } from "./sides";

type PersonId = Id<"person">;
type Asked = {
  eventId: Id<"event">;
  allianceId: Id<"alliance">;
  taxonomy: Taxonomy;
  window: TalkWindow;
  /** These people alone; all who take talks there without it. */
  among?: readonly PersonId[] | undefined;
};

async function cardsIn(reader: Reader, { eventId, among }: Asked): Promise<Card[]> {
  const rows = await reader
    .select({
      personId: registrations.personId,
      name: registrations.name,
      organisation: registrations.organisation,
    })
    .from(registrations)
    .where(and(takingTalks(eventId), among && inArray(registrations.personId, [...among])))
    .orderBy(asc(registrations.personId), asc(registrations.id));
  const cards = rows.flatMap(({ personId, ...card }) => (personId ? [{ personId, ...card }] : []));
  return [...new Map(cards.map((card) => [card.personId, card])).values()];
}

/** What these people seek and offer. */
const saidIn = (reader: Reader, allianceId: Asked["allianceId"], personIds: readonly PersonId[]) =>
  reader
    .select({ personId: listings.personId, kind: listings.kind, tag: listings.tag, text: listings.text })
    .from(listings)
    .where(and(eq(listings.allianceId, allianceId), inArray(listings.personId, [...personIds])));

/**
 * Everybody who takes talks in an event, in the same order, with their topics alone: enough to see who has one in common
 * with whom, and two short reads, however many they are.
 */
export async function sketchesIn(reader: Reader, asked: Omit<Asked, "among">): Promise<Seeker[]> {
  const cards = await cardsIn(reader, asked);
  if (cards.length === 0) return [];
  const personIds = cards.map(({ personId }) => personId);
  const saidBy = Map.groupBy(await saidIn(reader, asked.allianceId, personIds), ({ personId }) => personId);
  return cards.map(({ personId, organisation }) => {
    const rows = saidBy.get(personId) ?? [];
    return {
      ...{ id: personId, organisation: organisationKey(organisation), network: undefined },
      seeks: topicsIn(rows, "need", asked.taxonomy),
      offers: topicsIn(rows, "offer", asked.taxonomy),
      ...{ cooperation: [], languages: [], free: [] },
    };
  });
}

/** People who take talks in an event, in the order of their ids: everybody, or those of a few. */
export async function takersIn(reader: Reader, asked: Asked): Promise<Taker[]> {
  const { eventId, allianceId, taxonomy, window } = asked;
  const cards = await cardsIn(reader, asked);
  if (cards.length === 0) return [];
  const personIds = cards.map(({ personId }) => personId);
  const [said, profiles, networks, availability] = [
    await saidIn(reader, allianceId, personIds),
    await profilesOf(reader, personIds),
    await oneNetworkOf(personIds, reader),
    await availabilityOf(reader, { eventId, personIds, during: window }),
  ];
  const saidBy = Map.groupBy(said, ({ personId }) => personId);
  const slots = slotsOf(window);
  return cards.map((card): Taker => {
    const { personId } = card;
    const rows = saidBy.get(personId) ?? [];
    const profile = profiles.get(personId);
    const sentence = rows.find(({ text }) => text !== "")?.text ?? "";
    const times = availability(personId);
    // What its person keeps from others is no reason either: a suggestion would tell it.
    const { cooperation, languages } = visibleOf(profile, sentence);
    const seeker: Seeker = {
      id: personId,
      organisation: organisationKey(card.organisation),
      network: networks.get(personId),
      seeks: topicsIn(rows, "need", taxonomy),
      offers: topicsIn(rows, "offer", taxonomy),
      cooperation: [...cooperation].sort(),
      languages: [...languages].sort(),
      free: slots.flatMap((slot, at) => (hindranceOf(slot, times) === undefined ? [at] : [])),
    };
    return { card, seeker, profile, sentence, availability: times };
  });
}

/** Events whose talks are not over: those in which suggestions are of use. For jobs. */
export async function eventsWithTalksAhead(reader: Reader, now: Date): Promise<Id<"event">[]> {
  const rows = await reader
    .select({ id: events.id })
    .from(talkWindows)
    .innerJoin(events, eq(events.id, talkWindows.eventId))
    .where(and(gt(talkWindows.endsAt, now), inArray(events.status, ["published", "live"])))
    .orderBy(asc(talkWindows.startsAt), asc(events.id));
  return rows.map(({ id }) => id);
}
