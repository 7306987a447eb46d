import { inArray } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { listings } from "@/db/schema/matchmaking";
import type { NamedTag, Taxonomy } from "@/domain/board/rules";
import type { Id } from "@/lib/ids";
import { availabilityOf } from "../queries/hindrances";
import { type ProfileView, profilesOf, visibleOf } from "../queries/profiles";
import {
  inOrder,
  type Listing,
  matchOf,
  OFFERED_SLOTS,
  type Span,
  type TalkWindow,
  type WordedMatch,
} from "../rules";
import { slotsAhead } from "./bookings";
import { proposed } from "./free-times";

type PersonId = Id<"person">;
export type Card = { personId: PersonId; name: string; organisation: string };

export type TalkPartner = Card & {
  sentence: string;
  needs: NamedTag[];
  offers: NamedTag[];
  /** What they show of themselves. */
  profile: ProfileView;
  match: WordedMatch;
  /** The earliest slots that both have free; empty when there are none. */
  slots: Span[];
};

type Meeters = {
  eventId: Id<"event">;
  me: PersonId;
  others: readonly Card[];
  window: TalkWindow;
  now: Date;
  taxonomy: Taxonomy;
};

/** What was chosen, by the ids that count today: of two tags that were merged one is left. */
export const todays = (listings: readonly Listing[], { resolve }: Taxonomy): Listing[] => [
  ...new Map(
    listings.map(({ kind, tag }) => {
      const today = resolve(tag) ?? tag;
      return [`${kind} ${today}`, { kind, tag: today }] as const;
    }),
  ).values(),
];

/** The match of two with its tags' names. */
export function wordedMatch(
  mine: readonly Listing[],
  theirs: readonly Listing[],
  taxonomy: Taxonomy,
): WordedMatch {
  const { score, reasons } = matchOf(todays(mine, taxonomy), todays(theirs, taxonomy));
  return {
    score,
    reasons: reasons.map((reason) => ({ ...reason, words: taxonomy.named(reason.tag).words })),
  };
}

/** Everybody of `others` with the reasons of both sides and the next common slots, best matches first. */
export async function partnersFor(
  reader: Reader,
  { eventId, me, others, window, now, taxonomy }: Meeters,
): Promise<TalkPartner[]> {
  const ids = [me, ...others.map(({ personId }) => personId)];
  const [wishes, availability, profiles] = await Promise.all([
    reader.select().from(listings).where(inArray(listings.personId, ids)),
    availabilityOf(reader, { eventId, personIds: ids, during: window }),
    profilesOf(reader, ids),
  ]);
  const slots = slotsAhead(window, now);
  const myTimes = availability(me);
  const wishesOf = (personId: PersonId) => wishes.filter((wish) => wish.personId === personId);
  const mine = wishesOf(me);
  const partners = others.map((card) => {
    const theirs = wishesOf(card.personId);
    const tags = (kind: "need" | "offer") =>
      todays(theirs, taxonomy).flatMap((wish) => (wish.kind === kind ? [taxonomy.named(wish.tag)] : []));
    const profile = visibleOf(
      profiles.get(card.personId),
      theirs.find(({ text }) => text !== "")?.text ?? "",
    );
    return {
      ...card,
      sentence: profile.sentence,
      profile,
      needs: tags("need"),
      offers: tags("offer"),
      match: wordedMatch(mine, theirs, taxonomy),
      slots: proposed(slots, [myTimes, availability(card.personId)], OFFERED_SLOTS),
    };
  });
  return inOrder(partners);
}
