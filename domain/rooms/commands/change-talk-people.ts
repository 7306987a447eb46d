import { and, eq, inArray } from "drizzle-orm";
import { assignments, rooms, rounds } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { movePeople } from "../internal/changes";
import { admitForTalk } from "../internal/talk-people";
import { listTalkers } from "../queries";
import { loadStanding } from "../queries/standing";
import { seatsInTalk } from "../queries/talk-seats";
import { knowsRoom } from "../rules";
import { talkPeopleInput } from "../schema";

/** Gives one more person a place in the room of a talk, or takes that of one who left; the others stay where they are. */
export const changeTalkPeople = defineCommand({
  name: "change-talk-people",
  input: talkPeopleInput,
  permission: "talk.open",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async (context, { eventId, roundId, comes, goes, label }, { session }) => {
    const { tx } = context;
    const [room] = session
      ? await tx
          .select({ id: rooms.id })
          .from(rooms)
          .innerJoin(rounds, eq(rounds.id, rooms.roundId))
          .where(and(eq(rounds.id, roundId), eq(rounds.liveSessionId, session.id), eq(rounds.kind, "talk")))
      : [];
    if (!room) return fail("not_found", "missing_round");
    const talkers = await listTalkers(tx, eventId, comes ? [comes] : []);
    if (comes && talkers.length === 0) return fail("invalid", "not_registered");
    const fresh = await admitForTalk(context, eventId, talkers);
    const gone = goes ? await seatsInTalk(tx, { roundId, eventId, personId: goes }) : [];
    if (fresh.length > 0)
      await tx
        .insert(assignments)
        .values(fresh.map((admissionId) => ({ roundId, admissionId, roomId: room.id })))
        .onConflictDoNothing();
    if (gone.length > 0)
      await tx
        .delete(assignments)
        .where(and(eq(assignments.roundId, roundId), inArray(assignments.admissionId, gone)));
    await tx.update(rooms).set({ label }).where(eq(rooms.id, room.id));
    await movePeople(context, eventId, [...gone, ...fresh]);
    return ok({ roundId });
  },
});
