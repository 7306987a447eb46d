import { and, eq, isNull } from "drizzle-orm";
import { rounds } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { movePeople } from "../internal/changes";
import { peopleOf } from "../internal/round-rooms";
import { loadStanding } from "../queries/standing";
import { knowsRoom } from "../rules";
import { talkEndInput } from "../schema";

/** Moves the end of a talk's room, as its two people agreed; their browsers count down to the new one. */
export const extendTalkRoom = defineCommand({
  name: "extend-talk-room",
  input: talkEndInput,
  permission: "talk.open",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async (context, { eventId, roundId, endsAt }, { session }) => {
    const { tx, emit } = context;
    if (!session) return fail("not_found", "missing_round");
    const isOpenTalk = and(
      eq(rounds.id, roundId),
      eq(rounds.liveSessionId, session.id),
      eq(rounds.kind, "talk"),
      isNull(rounds.cancelledAt),
    );
    const [changed] = await tx.update(rounds).set({ endsAt }).where(isOpenTalk).returning({ id: rounds.id });
    if (!changed) return fail("not_found", "missing_round");
    await movePeople(context, eventId, await peopleOf(tx, roundId));
    await emit({ kind: "round.changed", payload: { eventId, roundId } });
    return ok({ roundId });
  },
});
