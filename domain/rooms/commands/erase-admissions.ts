import { and, eq, inArray, isNull, or } from "drizzle-orm";
import { z } from "zod";
import { admissions, placements, rooms } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import { idOf } from "@/lib/ids";
import { ok } from "@/lib/result";
import { movePeople } from "../internal/changes";

const input = z.object({
  /** Null for registrations that nobody had proven. */
  personId: idOf("person").nullable(),
  registrationIds: z.array(idOf("registration")),
  /** Of the person's talks: their rooms are named after the two. */
  roundIds: z.array(idOf("round")),
});

/**
 * Leaves of somebody in rooms what sums and threads are made of, without a name and without a way to the person. Nothing
 * lets that identity in any more, so who is in a room is put out by the fact, as after a ban.
 */
export const eraseAdmissions = defineCommand({
  name: "erase-admissions",
  input,
  permission: "person.forget",
  load: async () => ({ networkId: null }),
  run: async (context, { personId, registrationIds, roundIds }) => {
    const { tx, emit } = context;
    const mine = or(
      personId === null ? undefined : eq(admissions.personId, personId),
      and(isNull(admissions.claimId), inArray(admissions.registrationId, registrationIds)),
    );
    const gone = await tx
      .update(admissions)
      .set({ personId: null, registrationId: null, displayName: "", organisation: "" })
      .where(mine)
      .returning({ admissionId: admissions.id, eventId: admissions.eventId });
    const ids = gone.map(({ admissionId }) => admissionId);
    await tx
      .update(placements)
      .set({ leaseId: null, visitingRoomId: null })
      .where(inArray(placements.admissionId, ids));
    await tx.update(rooms).set({ label: "" }).where(inArray(rooms.roundId, roundIds));
    for (const { admissionId, eventId } of gone) {
      await movePeople(context, eventId, [admissionId]);
      await emit({ kind: "participant.removed", payload: { eventId, admissionId } });
    }
    return ok({ admissionIds: ids });
  },
});
