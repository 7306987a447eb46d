import { and, count, eq, gt } from "drizzle-orm";
import { hands } from "@/db/schema/interaction";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import { knowsRoom } from "@/domain/rooms/rules";
import { type Id, idOf } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { lowerEnded } from "../internal/hand-rows";
import { loadInTurn } from "../internal/load";
import { HANDS_A_MINUTE } from "../rules";
import { eventInput } from "../schema";

/**
 * Raises one hand, once: a second press, in this tab or another, changes nothing and keeps the place in the queue.
 * Up and down again and again is refused.
 */
export const raiseHand = defineCommand({
  name: "raise-hand",
  input: eventInput,
  permission: "hand.raise",
  load: loadInTurn,
  mayKnow: knowsRoom,
  run: async (context, { eventId }, { me, session, rights, place }) => {
    if (!me || !session) return fail("conflict", "not_joined");
    if (!rights?.raiseHand) return fail("conflict", session.frozen ? "frozen" : "not_in_room");
    const { tx, now, emit } = context;
    if ((await raisedLately(context, me.admission.id)) >= HANDS_A_MINUTE) return fail("conflict", "too_fast");
    const room = place?.state === "room" ? place.room : null;
    const roomId = room && room.kind !== "main" ? idOf("room").parse(room.id) : null;
    const hand = { liveSessionId: session.id, admissionId: me.admission.id, roomId };
    await lowerEnded(context, hand);
    const raised = await tx
      .insert(hands)
      .values({ ...hand, state: "raised", raisedAt: now })
      .onConflictDoNothing()
      .returning({ id: hands.id });
    if (raised.length > 0) await emit({ kind: "hand.changed", payload: { eventId } });
    return ok({ raised: true });
  },
});

/** Hands this person has raised and lowered within the last minute; the one that is up is no other. */
async function raisedLately({ tx, now }: Context, admissionId: Id<"admission">): Promise<number> {
  const since = new Date(now.getTime() - 60_000);
  const [found] = await tx
    .select({ hands: count() })
    .from(hands)
    .where(and(eq(hands.admissionId, admissionId), eq(hands.state, "lowered"), gt(hands.raisedAt, since)));
  return found?.hands ?? 0;
}
