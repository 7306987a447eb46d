import { and, eq } from "drizzle-orm";
import { speakers } from "@/db/schema/programme";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { addSpeaker } from "../internal/agenda";
import { closedPage, pageEdit } from "../internal/page-edit";
import { MOST_SPEAKERS } from "../rules";
import { saveSpeakerInput } from "../schema";

/** Puts a name on the event's page, or changes one that is there. It gives nobody a right in the room. */
export const saveSpeaker = defineCommand({
  name: "save-speaker",
  input: saveSpeakerInput,
  ...pageEdit,
  run: async ({ tx, emit }, { eventId, speakerId, ...said }, event) => {
    const closed = closedPage(event);
    if (closed) return closed;
    if (speakerId) {
      const changed = await tx
        .update(speakers)
        .set(said)
        .where(and(eq(speakers.id, speakerId), eq(speakers.eventId, eventId)))
        .returning({ id: speakers.id });
      if (changed.length === 0) return fail("not_found", "missing");
    } else {
      const count = await tx.$count(speakers, eq(speakers.eventId, eventId));
      if (count >= MOST_SPEAKERS) return fail("conflict", "speakers_full");
      await addSpeaker(tx, { eventId, ...said });
    }
    await emit({ kind: "event.changed", payload: { eventId } });
    return ok({ eventId });
  },
});
