import { eq } from "drizzle-orm";
import { placements } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { movePeople, touchPeople } from "../internal/changes";
import { findRole } from "../internal/people-of-event";
import { loadStanding } from "../queries/standing";
import { isSpeaker, knowsRoom } from "../rules";
import { onStageInput } from "../schema/run";

/** Brings a speaker from behind the stage onto it, or back. Hosts go by themselves, everybody else is not behind it. */
export const setOnStage = defineCommand({
  name: "set-on-stage",
  input: onStageInput,
  permission: "room.moderate",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async (context, { eventId, admissionId, on }, { event }) => {
    const role = await findRole(context.tx, event, admissionId);
    if (!role) return fail("not_found", "missing_person");
    if (!isSpeaker(role)) return fail("conflict", "not_speaker");
    await touchPeople(context, eventId, [admissionId]);
    await context.tx
      .update(placements)
      .set({ onStageAt: on ? context.now : null })
      .where(eq(placements.admissionId, admissionId));
    await movePeople(context, eventId, [admissionId]);
    await context.emit({ kind: "stage.changed", payload: { eventId } });
    return ok({ admissionId, on });
  },
});
