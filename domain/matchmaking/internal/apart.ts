import type { Reader, Transaction } from "@/db/client";
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

/** The same, and from here on to the commit it stays so: a block waits for this request, or comes first. */
export async function lockApart(tx: Transaction, pair: PairThere): Promise<boolean> {
  await lockPair(tx, pair);
  return areApart(tx, pair);
}
