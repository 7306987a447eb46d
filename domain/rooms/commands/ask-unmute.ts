import { eq } from "drizzle-orm";
import { placements } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { touchPeople } from "../internal/changes";
import { findRole } from "../internal/people-of-event";
import { loadStanding } from "../queries/standing";
import { knowsRoom } from "../rules";
import { personInput } from "../schema";

/** Asks somebody to switch the microphone on: a question at their own browser, because nobody is unmuted by force. */
export const askUnmute = defineCommand({
  name: "ask-unmute",
  input: personInput,
  permission: "room.moderate",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async (context, { eventId, admissionId }, { event }) => {
    if (!(await findRole(context.tx, event, admissionId))) return fail("not_found", "missing_person");
    await touchPeople(context, eventId, [admissionId]);
    await context.tx
      .update(placements)
      .set({ unmuteAskedAt: context.now })
      .where(eq(placements.admissionId, admissionId));
    await context.emit({
      kind: "placement.changed",
      payload: { eventId, admissionIds: [admissionId] },
    });
    return ok({ admissionId });
  },
});
