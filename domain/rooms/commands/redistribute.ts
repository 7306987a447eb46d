import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { drawRooms, isDrawn, seedOf } from "../internal/draw-round";
import { listPresent } from "../internal/presence";
import { loadRound } from "../internal/round-access";
import { clearRound, fillRound } from "../internal/round-rooms";
import { isDistributed, knowsRoom, roundState } from "../rules";
import { roundInput } from "../schema";

/** Draws the rooms of a draft anew from those who are here. */
export const redistribute = defineCommand({
  name: "redistribute",
  input: roundInput,
  permission: "round.manage",
  load: loadRound,
  mayKnow: knowsRoom,
  run: async ({ tx, now, emit }, { eventId, roundId }, { event, round }) => {
    if (roundState(round, now) !== "draft") return fail("conflict", "round_started");
    if (!isDrawn(round.rule)) return fail("conflict", "by_hand");
    const people = (await listPresent(tx, event, now)).filter(({ role }) => isDistributed(role));
    await clearRound(tx, roundId);
    // A draw by hand differs from the last one; the instant is as good a seed as any and stands in the audit.
    const seed = seedOf(`${roundId} ${now.getTime()}`);
    const groups = await drawRooms(tx, { round, eventId, people, seed });
    await fillRound(tx, round, { groups, now });
    await emit({ kind: "round.changed", payload: { eventId, roundId } });
    return ok({ roundId });
  },
});
