import { eq } from "drizzle-orm";
import { admissions } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { movePeople } from "../internal/changes";
import { findHeld } from "../internal/people-of-event";
import { loadStanding } from "../queries/standing";
import { knowsRoom, roleRefusal } from "../rules";
import { roleInput } from "../schema";

/** Makes somebody host, co-host, speaker, participant or viewer for this event. Hosts by grant keep their role. */
export const setRole = defineCommand({
  name: "set-role",
  input: roleInput,
  permission: "room.moderate",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async (context, { eventId, admissionId, role }, { event, admitted, entrance }) => {
    const held = await findHeld(context.tx, event, admissionId);
    if (!held) return fail("not_found", "missing_person");
    // From the console a host by grant decides who is not in the room themselves.
    const by = admitted ?? entrance?.role ?? "participant";
    const refusal = roleRefusal({ by, held, wanted: role });
    if (refusal) return fail("conflict", refusal);
    const given = { role, roleGiven: true, roleSince: context.now };
    await context.tx.update(admissions).set(given).where(eq(admissions.id, admissionId));
    await movePeople(context, eventId, [admissionId]);
    await context.emit({ kind: "participant.changed", payload: { eventId, admissionId } });
    return ok({ admissionId, role });
  },
});
