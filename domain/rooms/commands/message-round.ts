import { eq } from "drizzle-orm";
import { rounds } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { loadRound } from "../internal/round-access";
import { isRunning, knowsRoom } from "../rules";
import { roundMessageInput } from "../schema";

/** One line to all rooms of a running round; the newest replaces the one before. */
export const messageRound = defineCommand({
  name: "message-round",
  input: roundMessageInput,
  permission: "round.manage",
  load: loadRound,
  mayKnow: knowsRoom,
  run: async ({ tx, now, emit }, { eventId, roundId, text }, { round }) => {
    if (!isRunning(round, now)) return fail("conflict", "round_over");
    await tx.update(rounds).set({ message: text, messageAt: now }).where(eq(rounds.id, roundId));
    await emit({ kind: "round.changed", payload: { eventId, roundId } });
    return ok({ messageAt: now.toISOString() });
  },
});
