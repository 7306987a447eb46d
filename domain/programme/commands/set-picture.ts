import { and, eq } from "drizzle-orm";
import { speakers } from "@/db/schema/programme";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { closedPage, pageEdit } from "../internal/page-edit";
import { setPictureInput } from "../schema";

/** Gives a speaker a face, or takes it away. The worker deletes the file that no row names any more. */
export const setPicture = defineCommand({
  name: "set-picture",
  input: setPictureInput,
  ...pageEdit,
  run: async ({ tx, emit }, { eventId, speakerId, fileId }, event) => {
    const closed = closedPage(event);
    if (closed) return closed;
    const changed = await tx
      .update(speakers)
      .set({ pictureId: fileId })
      .where(and(eq(speakers.id, speakerId), eq(speakers.eventId, eventId)))
      .returning({ id: speakers.id });
    if (changed.length === 0) return fail("not_found", "missing");
    await emit({ kind: "event.changed", payload: { eventId } });
    return ok({ eventId });
  },
});
