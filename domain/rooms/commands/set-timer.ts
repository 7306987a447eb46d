import { eq } from "drizzle-orm";
import { liveSessions } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";
import { ensureSession } from "../internal/session";
import { loadStanding } from "../queries/standing";
import { knowsRoom } from "../rules";
import { timerAfter } from "../rules/run";
import { timerInput } from "../schema/run";

/** The hosts' timer, which everybody sees: starts it, gives it more or less time, holds it, goes on, or takes it away. */
export const setTimer = defineCommand({
  name: "set-timer",
  input: timerInput,
  permission: "room.moderate",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async ({ tx, now, emit }, { eventId, change }, { event }) => {
    const session = await ensureSession(tx, event);
    const timer = timerAfter(
      {
        label: session.timerLabel,
        endsAt: session.timerEndsAt,
        heldSeconds: session.timerHeldSeconds,
      },
      change,
      now,
    );
    await tx
      .update(liveSessions)
      .set({
        timerLabel: timer.label,
        timerEndsAt: timer.endsAt,
        timerHeldSeconds: timer.heldSeconds,
      })
      .where(eq(liveSessions.id, session.id));
    await emit({ kind: "stage.changed", payload: { eventId } });
    return ok({ endsAt: timer.endsAt?.toISOString() ?? null, heldSeconds: timer.heldSeconds });
  },
});
