import { and, eq, gt, isNotNull, isNull, lte, ne, or } from "drizzle-orm";
import { assignments, rooms, rounds } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import type { EventScope } from "@/domain/programme/queries";
import { type Id, idOf } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { movePeople } from "../internal/changes";
import { drawRooms, isDrawn, seedOf, sharesOf } from "../internal/draw-round";
import { listPresent } from "../internal/presence";
import { loadRound } from "../internal/round-access";
import { clearRound, fillRound, peopleOf, type Round } from "../internal/round-rooms";
import { ensureSession } from "../internal/session";
import { settle } from "../internal/settle";
import { isDistributed, knowsRoom, ROUND_LEAD_MS, roundState } from "../rules";
import { roundInput } from "../schema";

/**
 * Opens a draft, or earlier than planned a round of the agenda: it starts in ten seconds, so that browsers can prepare,
 * and ends by its own clock. People who came or left since the draft are settled first. One breakout round at a time.
 */
export const openRound = defineCommand({
  name: "open-round",
  input: roundInput,
  permission: "round.manage",
  load: loadRound,
  mayKnow: knowsRoom,
  run: async (context, { eventId, roundId }, { event, round }) => {
    const { tx, now, emit } = context;
    const session = await ensureSession(tx, event);
    if (!session.openedAt || session.endedAt) return fail("conflict", "not_live");
    const isByAgenda = round.rule === "own_choice";
    if (roundState(round, now) !== (isByAgenda ? "announced" : "draft"))
      return fail("conflict", "round_started");
    if (await isAnotherRunning(context, round)) return fail("conflict", "round_running");
    if (isByAgenda) return openEarly(context, { eventId, round });
    await settleRound(context, event, round);
    const people = await peopleOf(tx, roundId);
    if (people.length === 0 && round.rule !== "free_choice") return fail("conflict", "nobody_to_distribute");
    const startsAt = new Date(now.getTime() + ROUND_LEAD_MS);
    const endsAt = new Date(startsAt.getTime() + round.durationSeconds * 1000);
    await tx.update(rounds).set({ startsAt, endsAt }).where(eq(rounds.id, roundId));
    await movePeople(context, eventId, people);
    await emit({ kind: "round.opened", payload: { eventId, roundId } });
    return ok({ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() });
  },
});

/** A round of the agenda begins before its time, and ends when it would have. */
async function openEarly(context: Context, { eventId, round }: { eventId: Id<"event">; round: Round }) {
  const planned = round.startsAt ?? context.now;
  const startsAt = new Date(Math.min(planned.getTime(), context.now.getTime() + ROUND_LEAD_MS));
  await context.tx.update(rounds).set({ startsAt }).where(eq(rounds.id, round.id));
  await movePeople(context, eventId, await peopleOf(context.tx, round.id));
  await context.emit({ kind: "round.opened", payload: { eventId, roundId: round.id } });
  return ok({ startsAt: startsAt.toISOString(), endsAt: (round.endsAt ?? startsAt).toISOString() });
}

/**
 * What the agenda lays out for later is in nobody's way. The lock on the session makes two hosts who open two rounds at
 * once take turns.
 */
async function isAnotherRunning({ tx, now }: Context, round: Round): Promise<boolean> {
  const running = await tx
    .select({ id: rounds.id })
    .from(rounds)
    .where(
      and(
        eq(rounds.liveSessionId, round.liveSessionId),
        eq(rounds.kind, "breakout"),
        isNull(rounds.cancelledAt),
        ne(rounds.id, round.id),
        isNotNull(rounds.startsAt),
        // A speed networking goes on behind its breaks.
        or(lte(rounds.startsAt, new Date(now.getTime() + ROUND_LEAD_MS)), isNotNull(rounds.networkingId)),
        gt(rounds.endsAt, now),
      ),
    );
  return running.length > 0;
}

async function settleRound({ tx, now }: Context, event: EventScope, round: Round): Promise<void> {
  if (!isDrawn(round.rule)) return;
  const { eventId } = event;
  const here = (await listPresent(tx, event, now)).filter(({ role }) => isDistributed(role));
  const seats = await tx
    .select({ roomId: rooms.id, matches: rooms.matches, admissionId: assignments.admissionId })
    .from(rooms)
    .leftJoin(assignments, eq(assignments.roomId, rooms.id))
    .where(eq(rooms.roundId, round.id))
    .orderBy(rooms.id);
  if (!seats.some(({ admissionId }) => admissionId !== null && here.some(({ id }) => id === admissionId))) {
    await clearRound(tx, round.id);
    const groups = await drawRooms(tx, { round, eventId, people: here, seed: seedOf(round.id) });
    await fillRound(tx, round, { groups, now });
    return;
  }
  const seating = [...Map.groupBy(seats, ({ roomId }) => roomId)].map(([roomId, own]) => ({
    roomId,
    matches: own[0]?.matches ?? null,
    admissionIds: own.flatMap(({ admissionId }) => admissionId ?? []),
  }));
  const parse = { room: idOf("room"), admission: idOf("admission") };
  const shares = await sharesOf(tx, { round, eventId, people: here });
  for (const move of settle({ seating, present: here.map(({ id }) => id), shares })) {
    const roomId = parse.room.parse(move.roomId);
    await tx
      .insert(assignments)
      .values({ roundId: round.id, admissionId: parse.admission.parse(move.admissionId), roomId })
      .onConflictDoUpdate({ target: [assignments.roundId, assignments.admissionId], set: { roomId } });
  }
}
