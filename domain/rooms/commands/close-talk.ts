import { and, eq } from "drizzle-orm";
import { rounds } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { movePeople } from "../internal/changes";
import { peopleOf } from "../internal/round-rooms";
import { loadStanding } from "../queries/standing";
import { knowsRoom } from "../rules";
import { roundInput } from "../schema";

/** Takes back the room of a talk that was cancelled or moved; whoever sits in it belongs elsewhere at once. */
export const closeTalk = defineCommand({
  name: "close-talk",
  input: roundInput,
  permission: "talk.open",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async (context, { eventId, roundId }, { session }) => {
    const { tx, now, emit } = context;
    if (!session) return fail("not_found", "missing_round");
    const [closed] = await tx
      .update(rounds)
      .set({ cancelledAt: now })
      .where(and(eq(rounds.id, roundId), eq(rounds.liveSessionId, session.id), eq(rounds.kind, "talk")))
      .returning({ id: rounds.id });
    if (!closed) return fail("not_found", "missing_round");
    await movePeople(context, eventId, await peopleOf(tx, roundId));
    await emit({ kind: "round.cancelled", payload: { eventId, roundId } });
    return ok({ roundId });
  },
});
