import { eq } from "drizzle-orm";
import { liveSessions } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";
import { ensureSession } from "../internal/session";
import { loadStanding } from "../queries/standing";
import { knowsRoom } from "../rules";
import { sessionSwitchInput } from "../schema";

const changes = {
  freeze: { frozen: true, locked: true },
  unfreeze: { frozen: false, locked: false },
  lock: { locked: true },
  unlock: { locked: false },
} as const;

/** Freezes (only hosts publish, chat and door closed), locks the door, or undoes either. Holds in all rooms. */
export const switchSession = defineCommand({
  name: "switch-session",
  input: sessionSwitchInput,
  permission: "room.moderate",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async ({ tx, emit }, { eventId, change }, { event }) => {
    const session = await ensureSession(tx, event);
    await tx.update(liveSessions).set(changes[change]).where(eq(liveSessions.id, session.id));
    await emit({ kind: "session.changed", payload: { eventId } });
    return ok(changes[change]);
  },
});
