import { eq } from "drizzle-orm";
import { rounds } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { movePeople } from "../internal/changes";
import { loadRound } from "../internal/round-access";
import { peopleOf } from "../internal/round-rooms";
import { isRunning, knowsRoom } from "../rules";
import { extendInput } from "../schema";

/** Moves the end of a running round by so many seconds, never into the past. */
export const extendRound = defineCommand({
  name: "extend-round",
  input: extendInput,
  permission: "round.manage",
  load: loadRound,
  mayKnow: knowsRoom,
  run: async (context, { eventId, roundId, seconds }, { round }) => {
    const { tx, now, emit } = context;
    if (!round.endsAt || !isRunning(round, now)) return fail("conflict", "round_over");
    const endsAt = new Date(Math.max(now.getTime(), round.endsAt.getTime() + seconds * 1000));
    await tx.update(rounds).set({ endsAt }).where(eq(rounds.id, roundId));
    await movePeople(context, eventId, await peopleOf(tx, roundId));
    await emit({ kind: "round.changed", payload: { eventId, roundId } });
    return ok({ endsAt: endsAt.toISOString() });
  },
});
