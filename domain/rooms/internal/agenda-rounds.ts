import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { rooms, rounds } from "@/db/schema/rooms";
import type { Context } from "@/domain/kernel/context";
import type { AgendaItem } from "@/domain/programme/queries/agenda";
import type { Id } from "@/lib/ids";
import { labelOfItem, type Parallel, parallelParts, ROUND_LEAD_MS } from "../rules";
import { peopleOf, type Round } from "./round-rooms";
import { type LiveSession, newLiveKitName, type Room } from "./session";

type Part = Parallel<AgendaItem>;
type Held = { round: Round; rooms: Room[] };
type Fit = { part: Part; session: LiveSession };
type Ground = { session: LiveSession; agenda: readonly AgendaItem[] };
/** Rounds that are not as they were, and the people who belong somewhere else for it. */
export type Followed = { roundIds: Id<"round">[]; admissionIds: Id<"admission">[] };

async function heldRounds(tx: Transaction, sessionId: Id<"liveSession">): Promise<Held[]> {
  const found = await tx
    .select()
    .from(rounds)
    .where(and(eq(rounds.liveSessionId, sessionId), eq(rounds.rule, "own_choice")))
    .orderBy(rounds.startsAt);
  if (found.length === 0) return [];
  const ids = found.map(({ id }) => id);
  const made = await tx.select().from(rooms).where(inArray(rooms.roundId, ids));
  return found.map((round) => ({ round, rooms: made.filter(({ roundId }) => roundId === round.id) }));
}

/** Open, over, called off, or about to open by a host's click: the agenda says nothing about it any more. */
const isSettled = ({ round }: Held, now: Date) =>
  round.cancelledAt !== null || Number(round.startsAt) <= now.getTime() + ROUND_LEAD_MS;

/** What a room's row says of its item. Only what begins later or ends earlier than its round has times of its own. */
const valuesOf = (
  item: AgendaItem,
  part: Part,
  { session, round }: { session: LiveSession; round: Round },
) => ({
  label: labelOfItem(item),
  mode: item.mode ?? session.mode,
  opensAt: item.startsAt > part.startsAt ? item.startsAt : round.createdAt,
  closesAt: item.endsAt < part.endsAt ? item.endsAt : null,
});

/** Gives a round the times and rooms of its part of the agenda; true when anything was different. */
async function fitRound(
  tx: Transaction,
  { round, rooms: made }: Held,
  { part, session }: Fit,
): Promise<boolean> {
  const { startsAt, endsAt } = part;
  const isMoved = Number(round.startsAt) !== startsAt.getTime() || Number(round.endsAt) !== endsAt.getTime();
  if (isMoved) await tx.update(rounds).set({ startsAt, endsAt }).where(eq(rounds.id, round.id));
  let isChanged = isMoved;
  for (const item of part.items) {
    const values = valuesOf(item, part, { session, round });
    const room = made.find(({ sessionId }) => sessionId === item.id);
    if (!room) {
      const ties = {
        liveSessionId: session.id,
        roundId: round.id,
        sessionId: item.id,
        kind: "breakout",
      } as const;
      await tx.insert(rooms).values({ ...ties, ...values, lkName: newLiveKitName() });
    } else if (isSame(room, values)) continue;
    else await tx.update(rooms).set(values).where(eq(rooms.id, room.id));
    isChanged = true;
  }
  return isChanged;
}

const isSame = (room: Room, { label, mode, opensAt, closesAt }: ReturnType<typeof valuesOf>) =>
  room.label === label &&
  room.mode === mode &&
  room.opensAt.getTime() === opensAt.getTime() &&
  room.closesAt?.getTime() === closesAt?.getTime();

async function makeRound({ tx, now }: Context, part: Part, session: LiveSession): Promise<Round> {
  const { startsAt, endsAt } = part;
  const durationSeconds = Math.round((endsAt.getTime() - startsAt.getTime()) / 1000);
  const values = { liveSessionId: session.id, kind: "breakout", rule: "own_choice", createdAt: now } as const;
  const [round] = await tx
    .insert(rounds)
    .values({ ...values, durationSeconds, startsAt, endsAt })
    .returning();
  if (!round) throw new Error("a round was not stored");
  await fitRound(tx, { round, rooms: [] }, { part, session });
  return round;
}

/** Which round stands for which part. What has a room in a round that is settled keeps it, whatever the agenda says. */
function matched(held: readonly Held[], { agenda, now }: { agenda: readonly AgendaItem[]; now: Date }) {
  const settled = new Set<string | null>(
    held.filter((one) => isSettled(one, now)).flatMap((one) => one.rooms.map(({ sessionId }) => sessionId)),
  );
  const free = held.filter((one) => !isSettled(one, now));
  const parts = parallelParts(agenda).filter(({ endsAt }) => endsAt > now);
  const pairs = parts.flatMap((part) => {
    const items = part.items.filter(({ id }) => !settled.has(id));
    if (items.length === 0) return [];
    const index = free.findIndex((one) =>
      one.rooms.some((room) => items.some(({ id }) => id === room.sessionId)),
    );
    return [{ part: { ...part, items }, held: index < 0 ? undefined : free.splice(index, 1)[0] }];
  });
  return { pairs, left: free };
}

/**
 * Makes the rounds of parallel items equal to the agenda, as far as they have not begun. The caller holds the live
 * session, so that two changes of the agenda take turns; an item has one room whatever happens.
 */
export async function layOutAgenda(context: Context, { session, agenda }: Ground): Promise<Followed> {
  const { tx, now } = context;
  const { pairs, left } = matched(await heldRounds(tx, session.id), { agenda, now });
  const followed: Followed = { roundIds: [], admissionIds: [] };
  const note = async (roundId: Id<"round">) => {
    followed.roundIds.push(roundId);
    followed.admissionIds.push(...(await peopleOf(tx, roundId)));
  };
  for (const { round } of left) {
    await note(round.id);
    await tx.delete(rounds).where(eq(rounds.id, round.id));
  }
  // Rooms go before others come: an item may have moved from one round into another.
  for (const { part, held } of pairs) {
    const gone = held?.rooms.filter(({ sessionId }) => !part.items.some(({ id }) => id === sessionId)) ?? [];
    if (!held || gone.length === 0) continue;
    await note(held.round.id);
    await tx.delete(rooms).where(
      inArray(
        rooms.id,
        gone.map(({ id }) => id),
      ),
    );
  }
  for (const { part, held } of pairs) {
    if (held && (await fitRound(tx, held, { part, session }))) await note(held.round.id);
    if (!held) await note((await makeRound(context, part, session)).id);
  }
  return followed;
}
