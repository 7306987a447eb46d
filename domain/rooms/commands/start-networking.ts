import { and, eq, gt, isNotNull, isNull, lt } from "drizzle-orm";
import { networkings, rounds } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import type { Id } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { ensureSession } from "../internal/session";
import { loadStanding } from "../queries/standing";
import { knowsRoom, NETWORKING_LEAD_MS } from "../rules";
import { networkingInput } from "../schema";

/**
 * Speed networking: lays out all its rounds at once, still without people, and asks the worker for the pairs. The first begins
 * when a plan can be there.
 */
export const startNetworking = defineCommand({
  name: "start-networking",
  input: networkingInput,
  permission: "round.manage",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async (context, { eventId, rounds: count, durationSeconds, breakSeconds }, { event }) => {
    const { tx, now, emit } = context;
    // The lock on the session: two hosts who start at once take turns.
    const session = await ensureSession(tx, event);
    if (!session.openedAt || session.endedAt) return fail("conflict", "not_live");
    const firstAt = now.getTime() + NETWORKING_LEAD_MS;
    const everyMs = (durationSeconds + breakSeconds) * 1000;
    const lastAt = firstAt + count * everyMs;
    const liveSessionId = session.id;
    if (await isTaken(context, { liveSessionId, until: new Date(lastAt) }))
      return fail("conflict", "round_running");
    const values = { liveSessionId, durationSeconds, createdAt: now };
    const [made] = await tx
      .insert(networkings)
      .values({ ...values, rounds: count, breakSeconds })
      .returning({ id: networkings.id });
    if (!made) throw new Error("a networking was not stored");
    await tx.insert(rounds).values(
      Array.from({ length: count }, (_, at) => ({
        ...values,
        ...{ kind: "breakout" as const, rule: "networking" as const, canJoinLater: false },
        ...{ networkingId: made.id, position: at + 1, groupSize: 2 },
        startsAt: new Date(firstAt + at * everyMs),
        endsAt: new Date(firstAt + at * everyMs + durationSeconds * 1000),
      })),
    );
    await emit({ kind: "networking.asked", payload: { eventId, networkingId: made.id } });
    return ok({ networkingId: made.id, startsAt: new Date(firstAt).toISOString() });
  },
});

type Span = { liveSessionId: Id<"liveSession">; until: Date };

/** A round of a host's that would fall into it, or another networking that is not over. What the agenda lays out does too. */
async function isTaken({ tx, now }: Context, { liveSessionId, until }: Span): Promise<boolean> {
  const inTheWay = and(
    eq(rounds.liveSessionId, liveSessionId),
    eq(rounds.kind, "breakout"),
    isNull(rounds.cancelledAt),
    isNotNull(rounds.startsAt),
    lt(rounds.startsAt, until),
    gt(rounds.endsAt, now),
  );
  return (await tx.$count(rounds, inTheWay)) > 0;
}
