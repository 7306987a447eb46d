import { and, eq, isNull } from "drizzle-orm";
import { admissions, assignments, rooms, rounds } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { loadRound } from "../internal/round-access";
import { fillRound } from "../internal/round-rooms";
import { isUnproven, knowsRoom } from "../rules";
import { breakoutRules, copyRoundInput } from "../schema";

const isPrepared = (rule: string) => breakoutRules.some((one) => one === rule);

/** The same rooms with the same people once more, as a draft: a prepared set is used as often as one likes. */
export const copyRound = defineCommand({
  name: "copy-round",
  input: copyRoundInput,
  permission: "round.manage",
  load: loadRound,
  mayKnow: knowsRoom,
  run: async ({ tx, now, emit }, { eventId, roundId, title }, { round }) => {
    if (!isPrepared(round.rule)) return fail("conflict", "not_prepared");
    const { liveSessionId, kind, rule, groupSize, durationSeconds, questionId } = round;
    const { allowReturn, autoMove, canJoinLater } = round;
    const [copy] = await tx
      .insert(rounds)
      .values({
        ...{ liveSessionId, kind, rule, groupSize, durationSeconds, questionId },
        ...{ allowReturn, autoMove, canJoinLater, title: title || round.title, createdAt: now },
      })
      .returning();
    if (!copy) throw new Error("a round was not stored");
    const made = await tx.select().from(rooms).where(eq(rooms.roundId, roundId)).orderBy(rooms.id);
    const seats = await tx
      .select({ roomId: assignments.roomId, admissionId: assignments.admissionId, role: admissions.role })
      .from(assignments)
      .innerJoin(admissions, eq(admissions.id, assignments.admissionId))
      .where(and(eq(assignments.roundId, roundId), isNull(assignments.returnedAt)));
    // Who chose a room in a free choice will choose again.
    const kept = rule === "free_choice" ? [] : seats.filter((seat) => !isUnproven(seat.role));
    const groups = made.map(({ id, label, matches }) => ({
      ...{ label, matches },
      admissionIds: kept.filter(({ roomId }) => roomId === id).map(({ admissionId }) => admissionId),
    }));
    await fillRound(tx, copy, { groups, now });
    await emit({ kind: "round.changed", payload: { eventId, roundId: copy.id } });
    return ok({ roundId: copy.id });
  },
});
