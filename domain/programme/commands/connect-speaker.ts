import { and, eq } from "drizzle-orm";
import { speakers } from "@/db/schema/programme";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { closedPage, pageEdit } from "../internal/page-edit";
import { personAtEvent } from "../queries/speaker-people";
import { connectSpeakerInput } from "../schema";

/**
 * Says which person a name on the event's page is, so that they come into the room of their item by themselves; or nobody.
 * It gives no right. The field `email` says nobody_here for every address that does not take part in this event.
 */
export const connectSpeaker = defineCommand({
  name: "connect-speaker",
  input: connectSpeakerInput,
  ...pageEdit,
  run: async ({ tx }, { eventId, speakerId, email }, event) => {
    const closed = closedPage(event);
    if (closed) return closed;
    const personId = email === "" ? null : await personAtEvent(tx, { eventId, email });
    if (personId === undefined) return fail("invalid", "input", { fields: { email: ["nobody_here"] } });
    const connected = await tx
      .update(speakers)
      .set({ personId })
      .where(and(eq(speakers.id, speakerId), eq(speakers.eventId, eventId)))
      .returning({ id: speakers.id });
    return connected.length > 0 ? ok({ eventId }) : fail("not_found", "missing");
  },
});
