import { eq } from "drizzle-orm";
import { liveSessions } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";
import { ensureSession } from "../internal/session";
import { loadStanding } from "../queries/standing";
import { knowsRoom } from "../rules";
import { speakingInput } from "../schema/run";

/** Begins or ends counting how long each role speaks. Everybody in the room reads that it is counted. */
export const countSpeaking = defineCommand({
  name: "count-speaking",
  input: speakingInput,
  permission: "room.moderate",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async ({ tx, emit }, { eventId, counts }, { event }) => {
    const session = await ensureSession(tx, event);
    await tx.update(liveSessions).set({ countsSpeaking: counts }).where(eq(liveSessions.id, session.id));
    await emit({ kind: "stage.changed", payload: { eventId } });
    return ok({ counts });
  },
});
