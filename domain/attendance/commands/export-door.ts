import { defineCommand } from "@/domain/kernel/command";
import { eventScope } from "@/domain/programme/queries";
import { ok } from "@/lib/result";
import { exportDoorInput } from "../schema";

/**
 * Says that somebody takes the names of a door along as a file: it writes nothing but the audit row, who it was and
 * when. Names are read afterwards, by `doorPaper`: an answer of a command may be stored, and they must not be.
 */
export const exportDoor = defineCommand({
  name: "export-door",
  input: exportDoorInput,
  permission: "attendance.checkIn",
  load: async ({ tx }, { eventId }) => {
    const event = await eventScope(tx, eventId);
    return event?.status === "draft" ? undefined : event;
  },
  run: async (_context, input) => ok(input),
});
