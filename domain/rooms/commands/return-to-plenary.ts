import { and, eq } from "drizzle-orm";
import { assignments, placements } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { movePeople } from "../internal/changes";
import { loadStanding } from "../queries/standing";
import { knowsRoom } from "../rules";
import { eventInput } from "../schema";

/** Back to the plenary before the round is over, where that is allowed; for a visiting host the end of the visit. */
export const returnToPlenary = defineCommand({
  name: "return-to-plenary",
  input: eventInput,
  permission: "room.enter",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async (context, { eventId }, { me, place }) => {
    if (!me || place?.state !== "room") return fail("conflict", "not_in_a_room");
    const { tx, now, emit } = context;
    const { id } = me.admission;
    if (me.placement?.visitingRoomId) {
      await tx.update(placements).set({ visitingRoomId: null }).where(eq(placements.admissionId, id));
    } else {
      const { round } = place;
      if (!round) return ok({ returned: false });
      if (!round.allowReturn) return fail("conflict", "no_return");
      const seat = me.rows.assignments.find((row) => row.round.id === round.id);
      if (!seat) return ok({ returned: false });
      await tx
        .update(assignments)
        .set({ returnedAt: now, helpAskedAt: null, helpOnTheWayAt: null })
        .where(and(eq(assignments.admissionId, id), eq(assignments.roundId, seat.roundId)));
      await emit({ kind: "round.changed", payload: { eventId, roundId: seat.roundId } });
    }
    await movePeople(context, eventId, [id]);
    return ok({ returned: true });
  },
});
