import { eq } from "drizzle-orm";
import type { z } from "zod";
import { networkings } from "@/db/schema/rooms";
import { roundMeetings } from "@/db/schema/rooms-beside";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import type { Id } from "@/lib/ids";
import { inParts } from "@/lib/in-parts";
import { fail, ok } from "@/lib/result";
import { movePeople } from "../internal/changes";
import { loadNetworking } from "../internal/networking-access";
import { roundsOfNetworking, type TimedRound } from "../internal/networking-times";
import { clearRound, fillRound, peopleOf } from "../internal/round-rooms";
import { inOrder, isPlannable, knowsRoom } from "../rules";
import { layNetworkingInput } from "../schema";

type Pairs = z.output<typeof layNetworkingInput>["rounds"][number]["pairs"];

/**
 * Gives the rounds that have not begun their pairs, in place of those planned before. What began meanwhile stays as it is, and
 * a plan for a ground that is no longer the newest changes nothing. That two meet twice, the table itself refuses.
 */
export const layNetworking = defineCommand({
  name: "lay-networking",
  input: layNetworkingInput,
  permission: "room.record",
  load: loadNetworking,
  mayKnow: knowsRoom,
  quiet: true,
  run: async (context, { eventId, networkingId, revision, plannedFor, rounds: planned }, { networking }) => {
    const { tx, now, emit } = context;
    if (networking.stoppedAt) return fail("conflict", "round_over");
    if (networking.revision !== revision) return fail("conflict", "planned_anew");
    const all = await roundsOfNetworking(tx, networkingId);
    const ahead = all.filter((round) => isPlannable(round, now));
    // A round that began meanwhile has other pairs than this plan takes for granted.
    if (ahead.map(({ position }) => position).join() !== planned.map(({ position }) => position).join())
      return fail("conflict", "planned_anew");
    await tx
      .update(networkings)
      .set({ revision: revision + 1, plannedFor })
      .where(eq(networkings.id, networkingId));
    const moved = new Set<Id<"admission">>();
    // All of them are emptied first: a pair may move from one round into another.
    for (const round of ahead) for (const id of await emptied(context, round)) moved.add(id);
    for (const round of ahead) {
      const pairs = planned.find(({ position }) => position === round.position)?.pairs ?? [];
      await filled(context, round, pairs);
      for (const id of pairs.flat()) moved.add(id);
    }
    await movePeople(context, eventId, [...moved]);
    for (const { id } of ahead) await emit({ kind: "round.changed", payload: { eventId, roundId: id } });
    return ok({ rounds: ahead.length });
  },
});

async function emptied({ tx }: Context, { id }: TimedRound): Promise<Id<"admission">[]> {
  const before = await peopleOf(tx, id);
  await tx.delete(roundMeetings).where(eq(roundMeetings.roundId, id));
  await clearRound(tx, id);
  return before;
}

async function filled({ tx, now }: Context, round: TimedRound, pairs: Pairs): Promise<void> {
  if (pairs.length === 0) return;
  const { id: roundId, liveSessionId } = round;
  const meetings = pairs.map(([one, other]) => {
    const [oneId, otherId] = inOrder(one, other);
    return { liveSessionId, roundId, oneId, otherId };
  });
  await inParts(meetings, (some) => tx.insert(roundMeetings).values(some));
  const groups = pairs.map((admissionIds, at) => ({ label: String(at + 1), admissionIds }));
  await fillRound(tx, round, { groups, now });
}
