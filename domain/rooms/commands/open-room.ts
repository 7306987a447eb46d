import { eq } from "drizzle-orm";
import { liveSessions } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import { withinAs } from "@/domain/kernel/within";
import { startEvent } from "@/domain/programme/commands/start-event";
import { fail, ok } from "@/lib/result";
import { ensureSession } from "../internal/session";
import { loadStanding } from "../queries/standing";
import { knowsRoom } from "../rules";
import { eventInput } from "../schema";

/** "Go live": everybody who waits may enter. */
export const openRoom = defineCommand({
  name: "open-room",
  input: eventInput,
  permission: "room.open",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async (context, { eventId }, { event }) => {
    if (event.status === "cancelled") return fail("conflict", "event_cancelled");
    const { tx, now, emit } = context;
    const session = await ensureSession(tx, event);
    if (session.openedAt && !session.endedAt) return ok({ openedAt: session.openedAt.toISOString() });
    if (event.status !== "live")
      await withinAs({ context, actor: { type: "system", job: "open-room" } }, startEvent, { eventId });
    await tx
      .update(liveSessions)
      .set({ openedAt: now, endedAt: null })
      .where(eq(liveSessions.id, session.id));
    await emit({ kind: "room.opened", payload: { eventId } });
    return ok({ openedAt: now.toISOString() });
  },
});
