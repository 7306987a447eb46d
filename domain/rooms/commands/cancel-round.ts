import { eq } from "drizzle-orm";
import { rounds } from "@/db/schema/rooms";
import { roundMeetings } from "@/db/schema/rooms-beside";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { movePeople } from "../internal/changes";
import { loadRound } from "../internal/round-access";
import { peopleOf } from "../internal/round-rooms";
import { isRunning, knowsRoom, roundState } from "../rules";
import { roundInput } from "../schema";

/** Throws a draft away or stops a running round; its people belong to the plenary at once. */
export const cancelRound = defineCommand({
  name: "cancel-round",
  input: roundInput,
  permission: "round.manage",
  load: loadRound,
  mayKnow: knowsRoom,
  run: async (context, { eventId, roundId }, { round }) => {
    const { tx, now, emit } = context;
    if (roundState(round, now) !== "draft" && !isRunning(round, now)) return fail("conflict", "round_over");
    await tx.update(rounds).set({ cancelledAt: now }).where(eq(rounds.id, roundId));
    // Who was to meet in a round that has not begun has not met.
    if (round.startsAt && round.startsAt > now)
      await tx.delete(roundMeetings).where(eq(roundMeetings.roundId, roundId));
    if (round.startsAt) await movePeople(context, eventId, await peopleOf(tx, roundId));
    await emit({ kind: "round.cancelled", payload: { eventId, roundId } });
    return ok({ roundId });
  },
});
