import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { liveSessions, placements } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import type { Id } from "@/lib/ids";
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
  lobby: { lobby: true },
  open_lobby: { lobby: false },
} as const;

/**
 * Freezes (only hosts publish, chat and door closed), locks the door, has everybody let in one by one, or undoes any of
 * it. Holds in all rooms.
 */
export const switchSession = defineCommand({
  name: "switch-session",
  input: sessionSwitchInput,
  permission: "room.moderate",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async ({ tx, now, emit }, { eventId, change }, { event }) => {
    const session = await ensureSession(tx, event);
    await tx.update(liveSessions).set(changes[change]).where(eq(liveSessions.id, session.id));
    // Whoever is inside by then is; who comes behind this row's lock waits.
    if (change === "lobby" && session.openedAt) await admitThoseInside(tx, { eventId, now });
    await emit({ kind: "session.changed", payload: { eventId } });
    return ok(changes[change]);
  },
});

const admitThoseInside = (tx: Transaction, { eventId, now }: { eventId: Id<"event">; now: Date }) =>
  tx
    .update(placements)
    .set({ admittedAt: now })
    .where(
      and(eq(placements.eventId, eventId), isNotNull(placements.leaseAt), isNull(placements.admittedAt)),
    );
