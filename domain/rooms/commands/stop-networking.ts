import { and, eq, isNull } from "drizzle-orm";
import { networkings } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { movePeople } from "../internal/changes";
import { loadNetworking } from "../internal/networking-access";
import { callOffAhead } from "../internal/networking-times";
import { knowsRoom } from "../rules";
import { networkingRef } from "../schema";

/** No round follows the one that runs, which ends by its own clock: nobody is torn out of a talk. */
export const stopNetworking = defineCommand({
  name: "stop-networking",
  input: networkingRef,
  permission: "round.manage",
  load: loadNetworking,
  mayKnow: knowsRoom,
  run: async (context, { eventId, networkingId }) => {
    const { tx, now, emit } = context;
    const open = and(eq(networkings.id, networkingId), isNull(networkings.stoppedAt));
    const stopped = await tx
      .update(networkings)
      .set({ stoppedAt: now })
      .where(open)
      .returning({ id: networkings.id });
    if (stopped.length === 0) return fail("conflict", "round_over");
    const { roundIds, people } = await callOffAhead(context, networkingId);
    await movePeople(context, eventId, people);
    for (const roundId of roundIds) await emit({ kind: "round.cancelled", payload: { eventId, roundId } });
    return ok({ calledOff: roundIds.length });
  },
});
