import { eq } from "drizzle-orm";
import { admissions } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { movePeople } from "../internal/changes";
import { findOfEvent } from "../internal/people-of-event";
import { loadStanding } from "../queries/standing";
import { isFixedRole, isUnproven, knowsRoom } from "../rules";
import { roleInput } from "../schema";

/** Makes somebody co-host, speaker or participant for this event. Hosts by grant keep their role. */
export const setRole = defineCommand({
  name: "set-role",
  input: roleInput,
  permission: "room.moderate",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async (context, { eventId, admissionId, role }) => {
    const target = await findOfEvent(context.tx, eventId, admissionId);
    if (!target) return fail("not_found", "missing_person");
    if (isUnproven(target.role)) return fail("conflict", "unproven");
    if (isFixedRole(target.role)) return fail("conflict", "is_host");
    await context.tx.update(admissions).set({ role }).where(eq(admissions.id, admissionId));
    await movePeople(context, eventId, [admissionId]);
    await context.emit({ kind: "participant.changed", payload: { eventId, admissionId } });
    return ok({ admissionId, role });
  },
});
