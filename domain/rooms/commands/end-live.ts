import { and, eq, gt, isNull } from "drizzle-orm";
import { liveSessions, rounds } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import { withinAs } from "@/domain/kernel/within";
import { endEvent } from "@/domain/programme/commands/end-event";
import { fail, ok } from "@/lib/result";
import { loadStanding } from "../queries/standing";
import { knowsRoom } from "../rules";
import { endInput } from "../schema/run";
import { openBackstage, shutBackstage } from "./switch-backstage";

/**
 * Ends the event for everybody, its breakouts included; with `keepsStage` those of the stage stay together behind it. Talks
 * by appointment go on until their own end.
 */
export const endLive = defineCommand({
  name: "end-live",
  input: endInput,
  permission: "room.end",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async (context, { eventId, keepsStage }, { session, event }) => {
    if (!session?.openedAt) return fail("conflict", "not_live");
    if (session.endedAt) return ok({ endedAt: session.endedAt.toISOString() });
    const { tx, now, emit } = context;
    await tx.update(liveSessions).set({ endedAt: now }).where(eq(liveSessions.id, session.id));
    await tx
      .update(rounds)
      .set({ endsAt: now })
      .where(
        and(
          eq(rounds.liveSessionId, session.id),
          eq(rounds.kind, "breakout"),
          isNull(rounds.cancelledAt),
          gt(rounds.endsAt, now),
        ),
      );
    if (event.status === "live")
      await withinAs({ context, actor: { type: "system", job: "end-live" } }, endEvent, { eventId });
    const behind = { eventId, sessionId: session.id };
    await (keepsStage ? openBackstage(context, behind) : shutBackstage(context, behind));
    await emit({ kind: "room.ended", payload: { eventId } });
    return ok({ endedAt: now.toISOString() });
  },
});
