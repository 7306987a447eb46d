import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { movePeople } from "../internal/changes";
import { shiftFollowing } from "../internal/networking-times";
import { loadRound } from "../internal/round-access";
import { moveEnd, moveEndOfRoom } from "../internal/round-ends";
import { peopleOf } from "../internal/round-rooms";
import { isRunning, knowsRoom } from "../rules";
import { extendInput } from "../schema";

/** Moves the end of a running round, or of one of its rooms, by so many seconds, never into the past. */
export const extendRound = defineCommand({
  name: "extend-round",
  input: extendInput,
  permission: "round.manage",
  load: loadRound,
  mayKnow: knowsRoom,
  run: async (context, { eventId, roundId, roomId, seconds }, { round }) => {
    const { tx, now, emit } = context;
    const before = round.endsAt;
    if (!before || !isRunning(round, now)) return fail("conflict", "round_over");
    const more = { round: { ...round, endsAt: before }, seconds };
    const endsAt = roomId ? await moveEndOfRoom(context, { ...more, roomId }) : await moveEnd(context, more);
    if (!endsAt) return fail("conflict", "round_over");
    const ms = roomId ? 0 : endsAt.getTime() - before.getTime();
    const later = await shiftFollowing(context, { after: round, ms });
    await movePeople(context, eventId, [...(await peopleOf(tx, roundId)), ...later]);
    await emit({ kind: "round.changed", payload: { eventId, roundId } });
    return ok({ endsAt: endsAt.toISOString() });
  },
});
