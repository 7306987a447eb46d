import { assignments } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import { inParts } from "@/lib/in-parts";
import { fail, ok } from "@/lib/result";
import { movePeople } from "../internal/changes";
import { admitAll, closeRounds, openRounds } from "../internal/many-talks";
import { ensureSession } from "../internal/session";
import { listTalkers } from "../queries";
import { loadStanding } from "../queries/standing";
import { knowsRoom } from "../rules";
import { layTalksInput } from "../schema";

/**
 * Takes rooms of talks back and gives others theirs, one or the hundreds of a whole plan in a few statements: whoever sits in one
 * that closes belongs elsewhere at once. Gives the round of each talk that was opened, in their order.
 */
export const layTalks = defineCommand({
  name: "lay-talks",
  input: layTalksInput,
  permission: "talk.open",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async (context, { eventId, closes, opens }, { event }) => {
    const { tx, emit } = context;
    const personIds = [...new Set(opens.flatMap((talk) => talk.personIds))];
    const talkers = await listTalkers(tx, eventId, personIds);
    if (talkers.length !== personIds.length) return fail("invalid", "not_registered");
    const session = await ensureSession(tx, event);
    const { closed, people: before } = await closeRounds(context, session.id, closes);
    const made = await openRounds(context, session.id, opens);
    const admitted = await admitAll(context, eventId, talkers);
    const places = made.flatMap(({ roundId, roomId }, at) =>
      (opens[at]?.personIds ?? []).flatMap((personId) => {
        const admissionId = admitted.get(personId);
        return admissionId ? [{ roundId, roomId, admissionId }] : [];
      }),
    );
    if (places.length !== opens.flatMap((talk) => talk.personIds).length)
      throw new Error("a person of a talk could not be admitted");
    await inParts(places, (some) => tx.insert(assignments).values(some));
    await movePeople(context, eventId, [...before, ...admitted.values()]);
    for (const roundId of closed) await emit({ kind: "round.cancelled", payload: { eventId, roundId } });
    return ok({ roundIds: made.map(({ roundId }) => roundId) });
  },
});
