import { eq } from "drizzle-orm";
import { rounds } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { movePeople } from "../internal/changes";
import { shiftFollowing } from "../internal/networking-times";
import { loadRound } from "../internal/round-access";
import { peopleOf } from "../internal/round-rooms";
import { isRunning, knowsRoom } from "../rules";
import { recallInput } from "../schema";

/** Calls everybody back: the round now ends in `seconds` (60), or earlier if it would anyway. */
export const recallRound = defineCommand({
  name: "recall-round",
  input: recallInput,
  permission: "round.manage",
  load: loadRound,
  mayKnow: knowsRoom,
  run: async (context, { eventId, roundId, seconds }, { round }) => {
    const { tx, now, emit } = context;
    if (!round.startsAt || !round.endsAt || !isRunning(round, now)) return fail("conflict", "round_over");
    const end = Math.min(round.endsAt.getTime(), now.getTime() + seconds * 1000);
    const endsAt = new Date(Math.max(end, round.startsAt.getTime()));
    await tx.update(rounds).set({ endsAt }).where(eq(rounds.id, roundId));
    const ms = endsAt.getTime() - round.endsAt.getTime();
    const later = await shiftFollowing(context, { after: round, ms });
    await movePeople(context, eventId, [...(await peopleOf(tx, roundId)), ...later]);
    await emit({ kind: "round.recalled", payload: { eventId, roundId } });
    return ok({ endsAt: endsAt.toISOString() });
  },
});
