import { and, asc, eq, gt, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { rounds } from "@/db/schema/rooms";
import { roundMeetings } from "@/db/schema/rooms-beside";
import type { Id } from "@/lib/ids";
import { ROUND_LEAD_MS } from "../rules";
import { peopleOf, type Round } from "./round-rooms";

export type TimedRound = Round & { startsAt: Date; endsAt: Date; position: number };

/** The rounds of a speed networking that were not called off, in their order. */
export async function roundsOfNetworking(
  tx: Transaction,
  networkingId: Id<"networking">,
): Promise<TimedRound[]> {
  const found = await tx
    .select()
    .from(rounds)
    .where(and(eq(rounds.networkingId, networkingId), isNull(rounds.cancelledAt)))
    .orderBy(asc(rounds.position));
  return found.flatMap((round) => {
    const { startsAt, endsAt, position } = round;
    return startsAt && endsAt && position !== null ? [{ ...round, startsAt, endsAt, position }] : [];
  });
}

/**
 * When one round of a networking ends earlier or later than planned, those that follow do so as well, as long as browsers
 * have time to prepare. The people of all of them.
 */
export async function shiftFollowing(
  { tx, now }: { tx: Transaction; now: Date },
  { after, ms }: { after: Pick<Round, "networkingId" | "position">; ms: number },
): Promise<Id<"admission">[]> {
  if (!after.networkingId || after.position === null || ms === 0) return [];
  const later = await tx
    .select()
    .from(rounds)
    .where(
      and(
        eq(rounds.networkingId, after.networkingId),
        gt(rounds.position, after.position),
        isNull(rounds.cancelledAt),
      ),
    )
    .orderBy(asc(rounds.position));
  const [first] = later;
  const earliest = now.getTime() + ROUND_LEAD_MS;
  const by = first?.startsAt ? Math.max(ms, earliest - first.startsAt.getTime()) : 0;
  const people = new Set<Id<"admission">>();
  for (const { id, startsAt, endsAt } of later) {
    if (!startsAt || !endsAt) continue;
    const at = { startsAt: new Date(startsAt.getTime() + by), endsAt: new Date(endsAt.getTime() + by) };
    await tx.update(rounds).set(at).where(eq(rounds.id, id));
    for (const one of await peopleOf(tx, id)) people.add(one);
  }
  return [...people];
}

/** Calls off every round of a networking that has not begun; their people. */
export async function callOffAhead(
  { tx, now }: { tx: Transaction; now: Date },
  networkingId: Id<"networking">,
): Promise<{ roundIds: Id<"round">[]; people: Id<"admission">[] }> {
  const ahead = await tx
    .update(rounds)
    .set({ cancelledAt: now })
    .where(and(eq(rounds.networkingId, networkingId), gt(rounds.startsAt, now), isNull(rounds.cancelledAt)))
    .returning({ id: rounds.id });
  const roundIds = ahead.map(({ id }) => id);
  // Who was to meet there has not met.
  if (roundIds.length > 0) await tx.delete(roundMeetings).where(inArray(roundMeetings.roundId, roundIds));
  const people: Id<"admission">[] = [];
  for (const id of roundIds) people.push(...(await peopleOf(tx, id)));
  return { roundIds, people: [...new Set(people)] };
}
