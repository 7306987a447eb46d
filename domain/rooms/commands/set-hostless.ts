import { eq } from "drizzle-orm";
import { liveSessions } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";
import { ensureSession } from "../internal/session";
import { loadStanding } from "../queries/standing";
import { knowsRoom } from "../rules";
import { hostlessInput } from "../schema/run";

/** What becomes of the event when all hosts are gone: it goes on, or ends after so many minutes. */
export const setHostless = defineCommand({
  name: "set-hostless",
  input: hostlessInput,
  permission: "room.moderate",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async ({ tx, emit }, { eventId, minutes }, { event }) => {
    const session = await ensureSession(tx, event);
    await tx.update(liveSessions).set({ hostlessMinutes: minutes }).where(eq(liveSessions.id, session.id));
    await emit({ kind: "stage.changed", payload: { eventId } });
    return ok({ minutes });
  },
});
