import { and, eq, inArray } from "drizzle-orm";
import type { Reader, Transaction } from "@/db/client";
import { talkWishes } from "@/db/schema/matchmaking-plans";
import { inTurn, inTurns } from "@/domain/kernel/turns";
import type { Id } from "@/lib/ids";
import { silentAmong } from "../queries/profiles";
import { keptAwayIn } from "../queries/relations";
import { keyOf, type Pair, pairOf } from "./pairs";

type Two = { me: Id<"person">; partner: Id<"person"> };

/** What is between two people changes one after the other, whoever of them begins. */
export const lockPair = (tx: Transaction, { me, partner }: Two): Promise<void> =>
  inTurn(tx, "blocks", keyOf(pairOf(me, partner)));

/** The same for many pairs at once, in one order for everybody. */
export const lockPairs = (tx: Transaction, pairs: readonly Pair[]): Promise<void> =>
  inTurns(tx, "blocks", pairs.map(keyOf));

type PairThere = Two & { eventId: Id<"event"> };

/** Whether two don't meet, as it stands: one keeps the other away, hides from their organisation or takes no talks. */
export async function areApart(tx: Reader, { me, partner, eventId }: PairThere): Promise<boolean> {
  const kept = await keptAwayIn(tx, { eventId, among: [me, partner] });
  return kept.length > 0 || (await silentAmong(tx, [me, partner])).size > 0;
}

/**
 * Whether an organizer can bring two together: neither keeps the other away, and neither has said that they will not meet. One
 * answer for both, so that nobody at the desk can tell a no from a block.
 */
export async function canBeBroughtTogether(
  tx: Reader,
  { me, partner, eventId }: PairThere,
): Promise<boolean> {
  if (await areApart(tx, { me, partner, eventId })) return false;
  const between = and(
    inArray(talkWishes.fromPersonId, [me, partner]),
    inArray(talkWishes.toPersonId, [me, partner]),
  );
  const no = and(eq(talkWishes.eventId, eventId), eq(talkWishes.wish, "never"), between);
  return (await tx.$count(talkWishes, no)) === 0;
}

/** Whether they don't meet, and from here on to the commit it stays so: a block waits for this request, or comes first. */
export async function lockApart(tx: Transaction, pair: PairThere): Promise<boolean> {
  await lockPair(tx, pair);
  return areApart(tx, pair);
}
