import pg from "pg";
import { afterEach, expect, it, vi } from "vitest";
import { guest } from "@/db/testing/actors";
import { aPlaceChoice, aQuestion } from "@/db/testing/forms";
import { anEvent } from "@/db/testing/makers";
import { fieldOf } from "@/domain/forms/rules";
import { registerForEvent } from "./register-for-event";

type Send = (this: pg.Client, ...words: unknown[]) => Promise<unknown>;
// It is overloaded; whoever sends here gives no callback.
const sent = pg.Client.prototype.query as unknown as Send;

afterEach(() => {
  vi.restoreAllMocks();
});

/** How many statements are sent by `work`, and how often an answer is waited for before the next ones go out. */
async function costOf(work: () => Promise<unknown>) {
  const cost = { statements: 0, roundTrips: 0 };
  let waiting = 0;
  const counted: Send = function (...words) {
    cost.statements += 1;
    if (waiting === 0) cost.roundTrips += 1;
    waiting += 1;
    const answer = sent.apply(this, words);
    const answered = () => {
      waiting -= 1;
    };
    answer.then(answered, answered);
    return answer;
  };
  vi.spyOn(pg.Client.prototype, "query").mockImplementation(counted as never);
  await work();
  return cost;
}

async function register(asks: boolean) {
  const event = await anEvent();
  const question = asks ? await aQuestion(event, { ...aPlaceChoice, required: true }) : undefined;
  const answers = question ? { [fieldOf(question.id)]: "site" } : {};
  const input = { eventId: event.id, name: "Ada Beispiel", email: "ada@example.org", answers };
  return costOf(async () => {
    expect(await registerForEvent({ actor: guest, input })).toMatchObject({ ok: true });
  });
}

// From the lock of the seats to the commit everybody waits who registers for the same event. Begin, both locks with all
// that is read behind them, what is written, and audit with facts and commit: each of these is waited for once.
it.each([
  ["a form that asks nothing", false, 8],
  ["a form with a question", true, 9],
])("by %s is four round trips and few statements", async (_what, asks, statements) => {
  const cost = await register(asks);
  expect(cost.statements).toBeLessThanOrEqual(statements);
  expect(cost.roundTrips).toBeLessThanOrEqual(4);
});
