import { eq } from "drizzle-orm";
import { liveSessions } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";
import { ensureSession } from "../internal/session";
import { loadStanding } from "../queries/standing";
import { knowsRoom } from "../rules";
import { announceInput } from "../schema/run";

/** One line to everybody, wherever they are; the newest replaces the one before, an empty one takes it away. */
export const announce = defineCommand({
  name: "announce",
  input: announceInput,
  permission: "room.moderate",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async ({ tx, now, emit }, { eventId, text }, { event }) => {
    const session = await ensureSession(tx, event);
    const said = text === "" ? { message: null, messageAt: null } : { message: text, messageAt: now };
    await tx.update(liveSessions).set(said).where(eq(liveSessions.id, session.id));
    await emit({ kind: "stage.changed", payload: { eventId } });
    return ok({ messageAt: said.messageAt?.toISOString() ?? null });
  },
});
