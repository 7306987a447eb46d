import "server-only";
import { db, type Reader } from "@/db/client";
import { taxonomyIn } from "@/domain/board/queries/taxonomy";
import type { Taxonomy } from "@/domain/board/rules";
import type { Actor } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { now as clockNow } from "@/lib/time/clock";
import { findWindow, slotsAhead } from "../internal/bookings";
import { partnerOf, type Taker, type TalkPartner } from "../internal/partners";
import type { Span, TalkWindow } from "../rules";
import { takersIn } from "./population";
import { rarityIn } from "./rarity";
import { keptAwayIn } from "./relations";
import { ownZones } from "./request-details";
import { allianceOf, mySideTaking } from "./sides";

type EventId = Id<"event">;
type PersonId = Id<"person">;

/** What every reader of an event's people needs: its hours, what is left of them, and what topics are called. */
export type Talks = {
  eventId: EventId;
  allianceId: Id<"alliance">;
  taxonomy: Taxonomy;
  window: TalkWindow;
  ahead: Span[];
};

/** The talks of an event; undefined where it has no hours for them. */
export async function talksOf(reader: Reader, eventId: EventId, now: Date): Promise<Talks | undefined> {
  const window = await findWindow(reader, eventId);
  if (!window) return undefined;
  const allianceId = await allianceOf(reader, eventId);
  const taxonomy = await taxonomyIn(allianceId, reader);
  return { eventId, allianceId, taxonomy, window, ahead: slotsAhead(window, now) };
}

/** These people as one of them sees them. */
export async function partnersOf(
  reader: Reader,
  { talks, mine, others }: { talks: Talks; mine: Taker; others: readonly Taker[] },
): Promise<TalkPartner[]> {
  const rarity = await rarityIn(reader, talks, [...mine.seeker.seeks, ...mine.seeker.offers]);
  return others.map((taker) => partnerOf(mine, taker, { ...talks, rarity }));
}

const takerOf = (takers: readonly Taker[], personId: PersonId) =>
  takers.find(({ card }) => card.personId === personId);

/**
 * Somebody to ask for a talk in an event, whether suggested or not, with the reasons of both sides and the slots both have
 * free, and the zone of whoever asks. Only for those who opted in, and only who opted in: nobody else can be found or guessed.
 */
export async function findTalkPartner(
  viewer: Actor,
  { eventId, personId }: { eventId: EventId; personId: PersonId },
  now = clockNow(),
): Promise<(TalkPartner & { ownZone: string }) | undefined> {
  const reader = db();
  const me = await mySideTaking(reader, viewer, eventId);
  const talks = await talksOf(reader, eventId, now);
  if (!me || !talks || me === personId) return undefined;
  const takers = await takersIn(reader, { ...talks, among: [me, personId] });
  const [mine, theirs] = [takerOf(takers, me), takerOf(takers, personId)];
  if (!mine || !theirs || (await keptAwayIn(reader, { eventId, among: [me, personId] })).length > 0)
    return undefined;
  const [partner] = await partnersOf(reader, { talks, mine, others: [theirs] });
  const ownZone = (await ownZones(reader, [me]))(eventId, me);
  return partner && ownZone ? { ...partner, ownZone } : undefined;
}
