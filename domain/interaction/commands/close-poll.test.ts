import { eq } from "drizzle-orm";
import { describe, expect, it, test, vi } from "vitest";
import { db } from "@/db/client";
import { pollBallots, polls } from "@/db/schema/interaction-polls";
import { system } from "@/db/testing/actors";
import { anOpenPoll } from "@/db/testing/polls";
import { worstOf } from "@/db/testing/races";
import { aLiveEvent, at, some } from "@/db/testing/rooms";
import { withoutGuard } from "@/db/testing/switches";
import type { Poll } from "../internal/poll-rows";
import { tally } from "../schema/polls";
import { castBallot } from "./cast-ballot";
import { closePoll } from "./close-poll";

/** The hold on a poll while somebody answers; switched off, an answer slips in behind the count. */
const guard = vi.hoisted(() => ({ on: true }));

vi.mock("../internal/poll-rows", async (original) => {
  const real = await original<typeof import("../internal/poll-rows")>();
  const { sql } = await import("drizzle-orm");
  const holdPoll: typeof real.holdPoll = async (tx, named) => {
    if (guard.on) return real.holdPoll(tx, named);
    const [poll]: Poll[] = await tx.select().from(polls).where(eq(polls.id, named.pollId));
    await tx.execute(sql`select pg_sleep(0.02)`);
    return poll;
  };
  return { ...real, holdPoll };
});

test("a host closes a poll once, and its result is counted; others cannot, the worker can for a whole event", async () => {
  const live = await aLiveEvent({ guests: 1 });
  const [ada] = some(live.people, 1);
  if (!ada) throw new Error("a guest is needed");
  const input = await anOpenPoll(live);
  await castBallot({ actor: ada.actor, input: { ...input, picks: [1] }, now: at(3) });
  const close = (actor = live.host.actor) => closePoll({ actor, input, now: at(4) });
  expect(await close(ada.actor)).toMatchObject({ failure: { kind: "forbidden" } });
  expect(await close()).toEqual({ ok: true, value: { closed: 1 } });
  expect(await close()).toEqual({ ok: true, value: { closed: 0 } });
  const [row] = await db().select().from(polls).where(eq(polls.id, input.pollId));
  expect(row).toMatchObject({ closedAt: at(4), tally: { people: 1, counts: [0, 1] } });
  await anOpenPoll(live);
  const all = { eventId: input.eventId, pollId: null };
  expect(await closePoll({ actor: system, input: all, now: at(9) })).toEqual({
    ok: true,
    value: { closed: 1 },
  });
});

/** People answer while a host closes; by how many the result differs from the ballots. */
async function missedBy(): Promise<number> {
  const live = await aLiveEvent({ guests: 8 });
  const input = await anOpenPoll(live);
  const casts = live.people.map(({ actor }) =>
    castBallot({ actor, input: { ...input, picks: [0] }, now: at(3) }),
  );
  await Promise.allSettled([...casts, closePoll({ actor: live.host.actor, input, now: at(3) })]);
  const [row] = await db().select().from(polls).where(eq(polls.id, input.pollId));
  const ballots = await db().$count(pollBallots, eq(pollBallots.pollId, input.pollId));
  return Math.abs(ballots - tally.parse(row?.tally).people);
}

describe("answers that come while a poll is closed", { timeout: 60_000 }, () => {
  it("are counted or refused, never lost", async () => {
    for (let run = 0; run < 3; run++) expect(await missedBy()).toBe(0);
  });
});

describe("the same while nobody holds the poll", { timeout: 60_000 }, () => {
  withoutGuard(guard);

  it("slip in behind the count", async () => {
    expect(await worstOf(missedBy, 0)).toBeGreaterThan(0);
  });
});
