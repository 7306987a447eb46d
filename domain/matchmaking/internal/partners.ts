import { inArray } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { listings } from "@/db/schema/matchmaking";
import type { Id } from "@/lib/ids";
import { availabilityOf } from "../queries/hindrances";
import { inOrder, type Match, matchOf, OFFERED_SLOTS, type Span, type TalkWindow } from "../rules";
import { slotsAhead } from "./bookings";
import { proposed } from "./free-times";

type PersonId = Id<"person">;
export type Card = { personId: PersonId; name: string; organisation: string };

export type TalkPartner = Card & {
  sentence: string;
  needs: string[];
  offers: string[];
  match: Match;
  /** The earliest slots that both have free; empty when there are none. */
  slots: Span[];
};

type Meeters = {
  eventId: Id<"event">;
  me: PersonId;
  others: readonly Card[];
  window: TalkWindow;
  now: Date;
};

/** Everybody of `others` with the reasons of both sides and the next common slots, best matches first. */
export async function partnersFor(
  reader: Reader,
  { eventId, me, others, window, now }: Meeters,
): Promise<TalkPartner[]> {
  const ids = [me, ...others.map(({ personId }) => personId)];
  const [wishes, availability] = await Promise.all([
    reader.select().from(listings).where(inArray(listings.personId, ids)),
    availabilityOf(reader, { eventId, personIds: ids, during: window }),
  ]);
  const slots = slotsAhead(window, now);
  const myTimes = availability(me);
  const wishesOf = (personId: PersonId) => wishes.filter((wish) => wish.personId === personId);
  const mine = wishesOf(me);
  const partners = others.map((card) => {
    const theirs = wishesOf(card.personId);
    const tags = (kind: "need" | "offer") => theirs.flatMap((wish) => (wish.kind === kind ? [wish.tag] : []));
    return {
      ...card,
      sentence: theirs.find(({ text }) => text !== "")?.text ?? "",
      needs: tags("need"),
      offers: tags("offer"),
      match: matchOf(mine, theirs),
      slots: proposed(slots, [myTimes, availability(card.personId)], OFFERED_SLOTS),
    };
  });
  return inOrder(partners);
}
