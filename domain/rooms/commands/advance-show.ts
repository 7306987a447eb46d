import { eq } from "drizzle-orm";
import { liveSessions } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import { withinAs } from "@/domain/kernel/within";
import { beginSession } from "@/domain/programme/commands/begin-session";
import { itemsOfShow } from "@/domain/programme/queries/run-of-show";
import { fail, ok } from "@/lib/result";
import { ensureSession } from "../internal/session";
import { loadStanding } from "../queries/standing";
import { knowsRoom } from "../rules";
import { cueOf } from "../rules/run";
import { advanceInput } from "../schema/run";

/**
 * „Weiter“: the next item of the run of show begins, for everybody's agenda and timer. The session's row is held meanwhile
 * and the host says what was on: of two hosts who press at once, the second finds that the plan has moved already.
 */
export const advanceShow = defineCommand({
  name: "advance-show",
  input: advanceInput,
  permission: "room.moderate",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async (context, { eventId, after }, { event }) => {
    const { tx, emit } = context;
    const session = await ensureSession(tx, event);
    if (session.endedAt) return fail("conflict", "ended");
    const { current, next } = cueOf(await itemsOfShow(tx, eventId));
    if ((current?.id ?? null) !== after) return fail("conflict", "moved_already");
    if (!next) return fail("conflict", "last_item");
    const by = { context, actor: { type: "system", job: "advance-show" } } as const;
    await withinAs(by, beginSession, { eventId, sessionId: next.id, begun: true });
    // What was shown belonged to the item before.
    const scene = next.kind === "talks" ? "breakout" : "stage";
    await tx.update(liveSessions).set({ scene }).where(eq(liveSessions.id, session.id));
    await emit({ kind: "stage.changed", payload: { eventId } });
    return ok({ sessionId: next.id });
  },
});
