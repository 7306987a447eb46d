import { eq } from "drizzle-orm";
import { liveSessions } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";
import { ensureSession } from "../internal/session";
import { loadStanding } from "../queries/standing";
import { knowsRoom } from "../rules";
import { sceneInput } from "../schema/run";

/** Says what everybody is to look at: the stage, what is shared, a video, the breakouts or a poll. */
export const setScene = defineCommand({
  name: "set-scene",
  input: sceneInput,
  permission: "room.moderate",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async ({ tx, emit }, { eventId, scene }, { event }) => {
    const session = await ensureSession(tx, event);
    await tx.update(liveSessions).set({ scene }).where(eq(liveSessions.id, session.id));
    await emit({ kind: "stage.changed", payload: { eventId } });
    return ok({ scene });
  },
});
