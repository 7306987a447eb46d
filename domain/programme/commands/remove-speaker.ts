import { and, eq } from "drizzle-orm";
import { speakers } from "@/db/schema/programme";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { closedPage, pageEdit } from "../internal/page-edit";
import { speakerRef } from "../schema";

/** Takes a name off the event's page and off the agenda items. A right to speak in its room is another matter and stays. */
export const removeSpeaker = defineCommand({
  name: "remove-speaker",
  input: speakerRef,
  ...pageEdit,
  run: async ({ tx, emit }, { eventId, speakerId }, event) => {
    const closed = closedPage(event);
    if (closed) return closed;
    const gone = await tx
      .delete(speakers)
      .where(and(eq(speakers.id, speakerId), eq(speakers.eventId, eventId)))
      .returning({ id: speakers.id });
    if (gone.length === 0) return fail("not_found", "missing");
    await emit({ kind: "event.changed", payload: { eventId } });
    return ok({ eventId });
  },
});
