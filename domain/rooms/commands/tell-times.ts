import { and, eq, gt, inArray, isNotNull, isNull, lte, or, type SQL } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { z } from "zod";
import type { Transaction } from "@/db/client";
import { assignments, rooms, rounds } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import { type Id, idOf } from "@/lib/ids";
import { ok } from "@/lib/result";
import { hostsSeenAt } from "../internal/hosts-seen";
import type { LiveSession } from "../internal/session";
import { loadStanding } from "../queries/standing";
import { ANNOUNCED_MS, CHOICE_OPENS_MS, knowsRoom, TALK_GRACE_MS, TALK_OPENS_BEFORE_MS } from "../rules";
import { isHostless } from "../rules/run";

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
    if (await haveHostsGone(tx, { session, from, to }))
      await emit({ kind: "stage.changed", payload: { eventId } });
    const turning = await turningRounds(tx, { session, from, to });
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

type Span = { session: LiveSession; from: Date; to: Date };

/** Whether everybody is to read, from this moment on, that no host is there. */
async function haveHostsGone(tx: Transaction, { session, from, to }: Span): Promise<boolean> {
  if (!session.openedAt || session.endedAt) return false;
  const seenAt = await hostsSeenAt(tx, session.eventId);
  return isHostless(seenAt, to) && !isHostless(seenAt, from);
}

/** The rounds of these rooms. */
const roomsOf = (tx: Transaction, { id }: LiveSession, which: SQL | undefined) =>
  tx
    .select({ id: rooms.roundId })
    .from(rooms)
    .where(and(eq(rooms.liveSessionId, id), which));

/** Rounds of which there is something to hear between the two instants. */
function turningRounds(tx: Transaction, { session, from, to }: Span): Promise<{ id: Id<"round"> }[]> {
  const within = (column: AnyPgColumn, beforeMs = 0) =>
    and(gt(column, later(from, beforeMs)), lte(column, later(to, beforeMs)));
  const talks = or(
    within(rounds.startsAt, ANNOUNCED_MS.talk),
    within(rounds.startsAt, TALK_OPENS_BEFORE_MS),
    within(rounds.endsAt, -TALK_GRACE_MS),
  );
  // Of items that run at once the agenda told long before: everybody is offered the choice, those who chose hear when
  // it is announced, and when their own item begins later or ends earlier than the others.
  const turningRooms = roomsOf(
    tx,
    session,
    and(isNotNull(rooms.sessionId), or(within(rooms.opensAt), within(rooms.closesAt))),
  );
  // One room of a round was given more time than the others.
  const closingRooms = roomsOf(tx, session, within(rooms.closesAt));
  const choices = or(
    within(rounds.startsAt, CHOICE_OPENS_MS),
    within(rounds.startsAt, ANNOUNCED_MS.breakout),
    inArray(rounds.id, turningRooms),
  );
  return tx
    .select({ id: rounds.id })
    .from(rounds)
    .where(
      and(
        eq(rounds.liveSessionId, session.id),
        isNull(rounds.cancelledAt),
        or(
          within(rounds.startsAt),
          within(rounds.endsAt),
          and(eq(rounds.kind, "talk"), talks),
          and(eq(rounds.rule, "own_choice"), choices),
          inArray(rounds.id, closingRooms),
        ),
      ),
    );
}
