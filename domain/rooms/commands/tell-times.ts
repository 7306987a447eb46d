import { and, eq, gt, inArray, isNull, lte, or } from "drizzle-orm";
import { z } from "zod";
import { assignments, rounds } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import { idOf } from "@/lib/ids";
import { ok } from "@/lib/result";
import { loadStanding } from "../internal/round-access";
import { knowsRoom } from "../rules";

/** Reminds browsers of rounds that began or ended between two instants, in case their own timers slept. */
export const tellTimes = defineCommand({
  name: "tell-times",
  input: z.object({ eventId: idOf("event"), from: z.date(), to: z.date() }),
  permission: "room.record",
  load: loadStanding,
  mayKnow: knowsRoom,
  quiet: true,
  run: async ({ tx, emit }, { eventId, from, to }, { session }) => {
    if (!session) return ok({ told: 0 });
    const within = (column: typeof rounds.startsAt | typeof rounds.endsAt) =>
      and(gt(column, from), lte(column, to));
    const turning = await tx
      .select({ id: rounds.id })
      .from(rounds)
      .where(
        and(
          eq(rounds.liveSessionId, session.id),
          isNull(rounds.cancelledAt),
          or(within(rounds.startsAt), within(rounds.endsAt)),
        ),
      );
    const ids = turning.map(({ id }) => id);
    if (ids.length === 0) return ok({ told: 0 });
    const people = await tx
      .selectDistinct({ id: assignments.admissionId })
      .from(assignments)
      .where(inArray(assignments.roundId, ids));
    const admissionIds = people.map(({ id }) => id);
    await emit({ kind: "placement.changed", payload: { eventId, admissionIds } });
    for (const roundId of ids) await emit({ kind: "round.changed", payload: { eventId, roundId } });
    return ok({ told: ids.length });
  },
});
