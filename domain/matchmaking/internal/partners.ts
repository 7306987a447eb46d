import { and, eq, inArray } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { listings, meetingPeople, meetings } from "@/db/schema/matchmaking";
import type { NamedTag, Taxonomy } from "@/domain/board/rules";
import type { Id } from "@/lib/ids";
import { type ProfileView, profilesOf, visibleOf } from "../queries/profiles";
import {
  freeSlots,
  inOrder,
  type Listing,
  matchOf,
  type Span,
  type TalkWindow,
  type WordedMatch,
} from "../rules";

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

async function takenBy(reader: Reader, ids: readonly PersonId[]): Promise<Map<PersonId, Span[]>> {
  const rows = await reader
    .select({ personId: meetingPeople.personId, startsAt: meetings.startsAt, endsAt: meetings.endsAt })
    .from(meetingPeople)
    .innerJoin(meetings, eq(meetings.id, meetingPeople.meetingId))
    .where(and(inArray(meetingPeople.personId, [...ids]), eq(meetingPeople.status, "accepted")));
  const taken = new Map<PersonId, Span[]>();
  for (const { personId, ...span } of rows) taken.set(personId, [...(taken.get(personId) ?? []), span]);
  return taken;
}

type Meeters = {
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
  { me, others, window, now, taxonomy }: Meeters,
): Promise<TalkPartner[]> {
  const ids = [me, ...others.map(({ personId }) => personId)];
  const [wishes, taken, profiles] = await Promise.all([
    reader.select().from(listings).where(inArray(listings.personId, ids)),
    takenBy(reader, ids),
    profilesOf(reader, ids),
  ]);
  const wishesOf = (personId: PersonId) => wishes.filter((wish) => wish.personId === personId);
  const busyOf = (personId: PersonId) => taken.get(personId) ?? [];
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
      slots: freeSlots({ window, busy: [...busyOf(me), ...busyOf(card.personId)], now }),
    };
  });
  return inOrder(partners);
}
