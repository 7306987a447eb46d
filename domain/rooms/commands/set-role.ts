import { eq } from "drizzle-orm";
import { admissions } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { movePeople } from "../internal/changes";
import { findRole } from "../internal/people-of-event";
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
  run: async (context, { eventId, admissionId, role }, { event }) => {
    const held = await findRole(context.tx, event, admissionId);
    if (!held) return fail("not_found", "missing_person");
    if (isUnproven(held)) return fail("conflict", "unproven");
    if (isFixedRole(held)) return fail("conflict", "is_host");
    const given = { role, roleGiven: true, roleSince: context.now };
    await context.tx.update(admissions).set(given).where(eq(admissions.id, admissionId));
    await movePeople(context, eventId, [admissionId]);
    await context.emit({ kind: "participant.changed", payload: { eventId, admissionId } });
    return ok({ admissionId, role });
  },
});
