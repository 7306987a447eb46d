import "server-only";
import { db, type Reader } from "@/db/client";
import type { Actor } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { now as clockNow } from "@/lib/time/clock";
import { findWindow, slotsAhead } from "../internal/bookings";
import { partnerOf, type Taker, type TalkPartner, type Wording } from "../internal/partners";
import type { Span, TalkWindow } from "../rules";
import { takersIn } from "./population";
import { keptAwayIn } from "./relations";
import { allianceOf, mySideTaking } from "./sides";
import { wordingIn } from "./wording";

type EventId = Id<"event">;
type PersonId = Id<"person">;

/** What every reader of an event's people needs: its hours, what is left of them, and what topics are called. */
export type Talks = Wording & {
  eventId: EventId;
  allianceId: Id<"alliance">;
  window: TalkWindow;
  ahead: Span[];
};

/** The talks of an event; undefined where it has no hours for them. */
export async function talksOf(reader: Reader, eventId: EventId, now: Date): Promise<Talks | undefined> {
  const window = await findWindow(reader, eventId);
  if (!window) return undefined;
  const allianceId = await allianceOf(reader, eventId);
  return {
    ...(await wordingIn(reader, allianceId)),
    ...{ eventId, allianceId, window },
    ahead: slotsAhead(window, now),
  };
}

const takerOf = (takers: readonly Taker[], personId: PersonId) =>
  takers.find(({ card }) => card.personId === personId);

/**
 * Somebody to ask for a talk in an event, whether suggested or not, with the reasons of both sides and the slots both have
 * free. Only for those who opted in, and only who opted in: nobody else can be found or guessed.
 */
export async function findTalkPartner(
  viewer: Actor,
  { eventId, personId }: { eventId: EventId; personId: PersonId },
  now = clockNow(),
): Promise<TalkPartner | undefined> {
  const reader = db();
  const me = await mySideTaking(reader, viewer, eventId);
  const talks = await talksOf(reader, eventId, now);
  if (!me || !talks || me === personId) return undefined;
  const takers = await takersIn(reader, { ...talks, among: [me, personId] });
  const [mine, theirs] = [takerOf(takers, me), takerOf(takers, personId)];
  if (!mine || !theirs || (await keptAwayIn(reader, { eventId, me, other: personId })).length > 0)
    return undefined;
  return partnerOf(mine, theirs, talks);
}
