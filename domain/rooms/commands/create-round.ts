import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { admissions, rounds } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import type { Id } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { drawRooms, isDrawn, seedOf } from "../internal/draw-round";
import { listPresent } from "../internal/presence";
import { fillRound } from "../internal/round-rooms";
import { ensureSession } from "../internal/session";
import { findDrawable } from "../queries/draw-facts";
import { loadStanding } from "../queries/standing";
import { isDistributed, knowsRoom } from "../rules";
import { createRoundInput } from "../schema";

/** Drafts a round, by hand or by rule from those who are here. Possible before the event; nobody moves yet. */
export const createRound = defineCommand({
  name: "create-round",
  input: createRoundInput,
  permission: "round.manage",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async ({ tx, now, emit }, { eventId, rooms, ...values }, { event }) => {
    const ids = rooms.flatMap(({ admissionIds }) => admissionIds);
    if (new Set(ids).size < ids.length) return fail("invalid", "person_twice");
    if (!(await areProven(tx, eventId, ids))) return fail("invalid", "unproven");
    const { rule, questionId } = values;
    if (rule === "answer" && !(questionId && (await findDrawable(tx, { eventId, questionId }))))
      return fail("invalid", "no_question");
    const session = await ensureSession(tx, event);
    const [round] = await tx
      .insert(rounds)
      .values({ ...values, kind: "breakout", liveSessionId: session.id, createdAt: now })
      .returning();
    if (!round) throw new Error("a round was not stored");
    const people = (await listPresent(tx, event, now)).filter(({ role }) => isDistributed(role));
    const drawn = await drawRooms(tx, { round, eventId, people, seed: seedOf(round.id) });
    await fillRound(tx, round, { groups: isDrawn(rule) ? drawn : rooms, now });
    await emit({ kind: "round.changed", payload: { eventId, roundId: round.id } });
    return ok({ roundId: round.id });
  },
});

/** True when all of them are admitted to this event with a proven address. */
async function areProven(tx: Transaction, eventId: Id<"event">, ids: Id<"admission">[]): Promise<boolean> {
  if (ids.length === 0) return true;
  const proven = ["host", "cohost", "speaker", "participant"] as const;
  const found = await tx
    .select({ id: admissions.id })
    .from(admissions)
    .where(
      and(
        eq(admissions.eventId, eventId),
        inArray(admissions.id, ids),
        inArray(admissions.role, [...proven]),
      ),
    );
  return found.length === new Set(ids).size;
}
