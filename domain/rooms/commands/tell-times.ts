import { and, eq, gt, inArray, isNull, lte, or } from "drizzle-orm";
import { z } from "zod";
import { assignments, rounds } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import { idOf } from "@/lib/ids";
import { ok } from "@/lib/result";
import { loadStanding } from "../queries/standing";
import { ANNOUNCED_MS, CHOICE_OPENS_MS, knowsRoom, TALK_GRACE_MS, TALK_OPENS_BEFORE_MS } from "../rules";

const later = (instant: Date, ms: number) => new Date(instant.getTime() + ms);

/**
 * Reminds browsers of rounds that began or ended between two instants, in case their own timers slept. Of a talk they
 * hear also when it is announced, when its room opens and when its grace is over: it was agreed long before, and
 * somebody who sits in the plenary has no reason to ask.
 */
export const tellTimes = defineCommand({
  name: "tell-times",
  input: z.object({ eventId: idOf("event"), from: z.date(), to: z.date() }),
  permission: "room.record",
  load: loadStanding,
  mayKnow: knowsRoom,
  quiet: true,
  run: async ({ tx, emit }, { eventId, from, to }, { session }) => {
    if (!session) return ok({ told: 0 });
    const within = (column: typeof rounds.startsAt | typeof rounds.endsAt, beforeMs = 0) =>
      and(gt(column, later(from, beforeMs)), lte(column, later(to, beforeMs)));
    const talks = or(
      within(rounds.startsAt, ANNOUNCED_MS.talk),
      within(rounds.startsAt, TALK_OPENS_BEFORE_MS),
      within(rounds.endsAt, -TALK_GRACE_MS),
    );
    // From then on everybody is offered the choice among what runs at once.
    const choices = and(eq(rounds.rule, "own_choice"), within(rounds.startsAt, CHOICE_OPENS_MS));
    const turning = await tx
      .select({ id: rounds.id })
      .from(rounds)
      .where(
        and(
          eq(rounds.liveSessionId, session.id),
          isNull(rounds.cancelledAt),
          or(within(rounds.startsAt), within(rounds.endsAt), and(eq(rounds.kind, "talk"), talks), choices),
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
