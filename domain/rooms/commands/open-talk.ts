import { assignments, rooms, rounds } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { movePeople } from "../internal/changes";
import { ensureSession, newLiveKitName } from "../internal/session";
import { admitForTalk } from "../internal/talk-people";
import { listTalkers } from "../queries";
import { loadStanding } from "../queries/standing";
import { knowsRoom, TALK_OPENS_BEFORE_MS } from "../rules";
import { talkInput } from "../schema";

/** Gives an agreed talk its room and its timetable. Everything after that happens by the clock. */
export const openTalk = defineCommand({
  name: "open-talk",
  input: talkInput,
  permission: "talk.open",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async (context, { eventId, personIds, startsAt, endsAt, label }, { event }) => {
    const { tx, now } = context;
    const talkers = await listTalkers(tx, eventId, personIds);
    if (talkers.length !== new Set(personIds).size) return fail("invalid", "not_registered");
    const session = await ensureSession(tx, event);
    const durationSeconds = Math.round((endsAt.getTime() - startsAt.getTime()) / 1000);
    const [round] = await tx
      .insert(rounds)
      .values({
        liveSessionId: session.id,
        kind: "talk",
        rule: "talk",
        durationSeconds,
        startsAt,
        endsAt,
        canJoinLater: false,
        createdAt: now,
      })
      .returning();
    if (!round) throw new Error("the round of a talk was not stored");
    const opensAt = new Date(startsAt.getTime() - TALK_OPENS_BEFORE_MS);
    const values = { liveSessionId: session.id, roundId: round.id, kind: "talk" as const, label, opensAt };
    const [room] = await tx
      .insert(rooms)
      .values({ ...values, lkName: newLiveKitName() })
      .returning();
    if (!room) throw new Error("the room of a talk was not stored");
    const people = await admitForTalk(context, eventId, talkers);
    await tx
      .insert(assignments)
      .values(people.map((admissionId) => ({ roundId: round.id, admissionId, roomId: room.id })));
    await movePeople(context, eventId, people);
    return ok({ roundId: round.id });
  },
});
