import type { Taxonomy } from "@/domain/board/rules";
import type { Id } from "@/lib/ids";
import { type ProfileRow, type ProfileView, visibleOf } from "../queries/profiles";
import { OFFERED_SLOTS, type Span, type WordedReason } from "../rules";
import { type Availability, proposed } from "./free-times";
import type { Seeker } from "./suggestions/population";
import { reasonsFor, type Said, topicsOf } from "./suggestions/reasons";

export type Card = { personId: Id<"person">; name: string; organisation: string };

/** Somebody who takes talks in an event: who they are there, what suggestions know of them, and when they can talk. */
export type Taker = {
  card: Card;
  seeker: Seeker;
  profile: ProfileRow | undefined;
  sentence: string;
  availability: Availability;
};

export type TalkPartner = Card & {
  sentence: string;
  /** What they show of themselves. */
  profile: ProfileView;
  /** Why a talk fits, of both directions, the rarest topic of each first. */
  reasons: WordedReason[];
  /** Kinds of cooperation that both have in mind. */
  cooperation: string[];
  /** The earliest slots that both have free; empty when there are none. */
  slots: Span[];
};

type Chosen = { kind: "need" | "offer"; tag: string };

/** What was chosen, by the topics that count today: of two that were merged one is left. In one order, whoever reads it. */
export const topicsIn = (rows: readonly Chosen[], kind: Chosen["kind"], { resolve }: Taxonomy): string[] =>
  [...new Set(rows.flatMap((row) => (row.kind === kind ? [resolve(row.tag) ?? row.tag] : [])))].sort();

/** By what topics of a reason are ordered and called; the same for everybody who reads of these two. */
type Wording = { rarity: ReadonlyMap<string, number>; taxonomy: Taxonomy };

/** Why these two fit, in words, seen from the first. */
export function wordedReasons(you: Said, they: Said, { rarity, taxonomy }: Wording): WordedReason[] {
  const { youSeek, theySeek } = topicsOf(rarity, you, they);
  const worded = (direction: WordedReason["direction"], tags: readonly string[]) =>
    tags.map((tag) => ({ direction, tag, words: taxonomy.named(tag).words }));
  return [...worded("they_offer", youSeek), ...worded("they_seek", theySeek)];
}

/** One person as another sees them among people to talk to. */
export function partnerOf(you: Taker, they: Taker, more: Wording & { ahead: readonly Span[] }): TalkPartner {
  const profile = visibleOf(they.profile, they.sentence);
  return {
    ...they.card,
    sentence: profile.sentence,
    profile,
    reasons: wordedReasons(you.seeker, they.seeker, more),
    cooperation: reasonsFor(more.rarity, you.seeker, they.seeker).cooperation,
    slots: proposed(more.ahead, [you.availability, they.availability], OFFERED_SLOTS),
  };
}
