import { and, eq } from "drizzle-orm";
import { sessions } from "@/db/schema/programme";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { closedPage, pageEdit } from "../internal/page-edit";
import { sessionRef } from "../schema";

/** Takes an item off the agenda; the other items and the names of the speakers stay. */
export const removeSession = defineCommand({
  name: "remove-session",
  input: sessionRef,
  ...pageEdit,
  run: async ({ tx, emit }, { eventId, sessionId }, event) => {
    const closed = closedPage(event);
    if (closed) return closed;
    const gone = await tx
      .delete(sessions)
      .where(and(eq(sessions.id, sessionId), eq(sessions.eventId, eventId)))
      .returning({ id: sessions.id });
    if (gone.length === 0) return fail("not_found", "missing");
    await emit({ kind: "event.changed", payload: { eventId } });
    return ok({ eventId });
  },
});
