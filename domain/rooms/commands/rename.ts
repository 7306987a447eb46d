import { eq } from "drizzle-orm";
import { admissions } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { movePeople } from "../internal/changes";
import { findRole } from "../internal/people-of-event";
import { loadStanding } from "../queries/standing";
import { knowsRoom } from "../rules";
import { renameInput } from "../schema/run";

/** Gives somebody another name in this event's room, which holds whenever they come back. LiveKit follows. */
export const rename = defineCommand({
  name: "rename",
  input: renameInput,
  permission: "room.moderate",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async (context, { eventId, admissionId, name }, { event }) => {
    if (!(await findRole(context.tx, event, admissionId))) return fail("not_found", "missing_person");
    await context.tx
      .update(admissions)
      .set({ displayName: name, nameGiven: true })
      .where(eq(admissions.id, admissionId));
    await movePeople(context, eventId, [admissionId]);
    await context.emit({ kind: "participant.changed", payload: { eventId, admissionId } });
    return ok({ admissionId, name });
  },
});
