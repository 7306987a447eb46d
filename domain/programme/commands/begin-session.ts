import { and, eq } from "drizzle-orm";
import { sessions } from "@/db/schema/programme";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { isVisibleTo, lockEvent } from "../queries";
import { isEditable } from "../rules";
import { beginSessionInput } from "../schema";

/** Writes down that an item of the run of show begins now, or takes that back. The plan itself stays as it is. */
export const beginSession = defineCommand({
  name: "begin-session",
  input: beginSessionInput,
  permission: "event.run",
  load: ({ tx }, { eventId }) => lockEvent(tx, eventId),
  mayKnow: isVisibleTo,
  run: async ({ tx, now }, { eventId, sessionId, begun }, event) => {
    if (event.status === "draft" || !isEditable(event.status))
      return fail("conflict", "wrong_state", { details: { status: event.status } });
    const changed = await tx
      .update(sessions)
      .set({ begunAt: begun ? now : null })
      .where(and(eq(sessions.id, sessionId), eq(sessions.eventId, eventId)))
      .returning({ id: sessions.id });
    return changed.length === 0 ? fail("not_found", "missing") : ok({ eventId });
  },
});
