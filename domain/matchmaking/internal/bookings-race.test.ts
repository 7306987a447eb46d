import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Transaction } from "@/db/client";
import { personActor } from "@/db/testing/actors";
import { worstOf } from "@/db/testing/races";
import { everyRowTakesTime } from "@/db/testing/slow-rows";
import { withoutGuard } from "@/db/testing/switches";
import { aTaker, aTalkEvent, aTalkRequest, slotAt } from "@/db/testing/talks";
import type { Id } from "@/lib/ids";
import { answerRequest } from "../commands/answer-request";

/** The guard against deadlocks; switched off, the very same answers must run into them. */
const guard = vi.hoisted(() => ({ on: true }));
const seen = vi.hoisted(() => ({ deadlocks: 0 }));

vi.mock("./bookings", async (original) => {
  const real = await original<typeof import("./bookings")>();
  const lockCalendars = async (tx: Transaction, personIds: readonly Id<"person">[]) => {
    if (guard.on) await real.lockCalendars(tx, personIds);
  };
  return { ...real, lockCalendars };
});

vi.mock("@/domain/kernel/failures", async (original) => {
  const { countingDeadlocks } = await import("@/db/testing/deadlocks");
  return countingDeadlocks(await original<typeof import("@/domain/kernel/failures")>(), seen);
});

// Every row takes its time, with the lock and without it: that only widens the window between two people's rows.
beforeAll(async () => {
  await everyRowTakesTime("meeting_people", { on: "insert", seconds: 0.02 });
});

/**
 * Three people, each of whom asked the next, at three events at the same time; all say yes at once. Two would not do: whoever
 * answers holds what is between these two.
 */
async function crossingAnswers(): Promise<string[]> {
  const event = await aTalkEvent();
  const events = [
    event,
    await aTalkEvent({ startsAt: event.startsAt }),
    await aTalkEvent({ startsAt: event.startsAt }),
  ];
  const people = [await aTaker(event), await aTaker(event), await aTaker(event)].map(({ person }) => person);
  for (const across of events.slice(1))
    for (const { id, email } of people) await aTaker(across, { personId: id, email });
  const asked: { on: typeof event; to: (typeof people)[number]; request: { id: string } }[] = [];
  for (const [nth, from] of people.entries()) {
    const [on, to] = [events[nth], people[(nth + 1) % people.length]];
    if (!on || !to) throw new Error("three of each");
    asked.push({ on, to, request: await aTalkRequest(on, { from, to }) });
  }
  const answers = await Promise.all(
    asked.map(({ on, to, request }) =>
      answerRequest({
        actor: personActor(to),
        input: { requestId: request.id, answer: slotAt(on, 0).toISOString() },
      }),
    ),
  );
  return answers.map((answer) => (answer.ok ? "ok" : answer.failure.reason)).sort();
}

/** How often Postgres ended a transaction because each waited for another, in so many rounds. */
async function deadlocksIn(rounds: number): Promise<number> {
  seen.deadlocks = 0;
  for (let round = 0; round < rounds; round++)
    expect(await crossingAnswers()).toEqual(["ok", "slot_taken", "slot_taken"]);
  return seen.deadlocks;
}

describe("people who accept crossing talks at once (I4)", { timeout: 120_000 }, () => {
  it("one after the other: no transaction ever waits for one that waits for it", async () => {
    expect(await deadlocksIn(4)).toBe(0);
  });
});

describe("the same answers without the lock on the calendars", { timeout: 120_000 }, () => {
  withoutGuard(guard);

  it("run into deadlocks, though repeating keeps the outcome right", async () => {
    expect(await worstOf(() => deadlocksIn(4), 0)).toBeGreaterThan(0);
  });
});
