import { z } from "zod";
import { loggedOf } from "../fixtures/app-log";
import { sql } from "../fixtures/database";
import { patience } from "../fixtures/environment";
import { eventWithSeats, seatsOf } from "../fixtures/event-with-seats";
import { mailOfKind } from "../fixtures/mailbox";
import { appIsReady, processOf, revive, signalTo } from "../fixtures/processes";
import { expect, test } from "../fixtures/test";
import { type Attempt, promised, registerSteadily, send } from "./steady-registrations";

const CAPACITY = 40;
const LANES = 10;

const statusRow = z.object({ email: z.string(), status: z.string() });

async function statesOf(eventId: string): Promise<Map<string, string>> {
  const rows = await sql(statusRow, "select email, status from registrations where event_id = $1", [eventId]);
  return new Map(rows.map(({ email, status }) => [email, status]));
}

/** Says to try again, when, keeps what was typed ready to be sent again, and says in the log why. */
function expectRetryPage({ form, answer }: Attempt): void {
  expect(answer.status).toBe(503);
  expect(answer.headers["retry-after"]).toBe("5");
  for (const typed of [form.name, form.email, form.idempotencyKey]) expect(answer.text).toContain(typed);
  expect(loggedOf(String(answer.headers["x-request-id"]))).toContain("database away");
}

test("R01: Postgres restarts at once amid registrations for few places; every yes holds, and nobody restarts the app", async () => {
  test.setTimeout(patience(90));
  const event = await eventWithSeats(CAPACITY);
  const before = [processOf("app"), processOf("worker")];
  const { attempts, stop } = registerSteadily(event, LANES);
  const yes = () => attempts.filter((one) => promised(one) !== undefined);
  try {
    await expect.poll(() => yes().length, { timeout: patience(20) }).toBeGreaterThan(CAPACITY / 2);
    signalTo("postgres", "SIGQUIT");
    const refused = () => attempts.filter(({ answer }) => answer.status === 503).length;
    await expect.poll(refused, { timeout: patience(10) }).toBeGreaterThan(0);
    await revive("postgres");
    const soFar = yes().length;
    // The pool finds its way back by itself within 15 s.
    await expect.poll(() => yes().length, { timeout: patience(15) }).toBeGreaterThan(soFar + CAPACITY);
  } finally {
    await stop();
  }
  await appIsReady();
  expect([processOf("app"), processOf("worker")]).toEqual(before);

  const others = attempts.filter((one) => promised(one) === undefined);
  for (const one of others) expectRetryPage(one);
  const states = await statesOf(event.id);
  for (const one of yes())
    expect([one.form.email, states.get(one.form.email)]).toEqual([one.form.email, promised(one)]);

  // What had no answer may have been stored or not; sent again, it is there once, as it is told now.
  for (const [index, { form }] of others.entries()) {
    const again = { form, answer: await send(form, index % LANES) };
    const told = promised(again);
    expect([form.email, (await statesOf(event.id)).get(form.email)]).toEqual([form.email, told]);
  }
  expect(await seatsOf(event)).toEqual({ confirmed: CAPACITY, rows: attempts.length, planned: CAPACITY });
  const last = yes().at(-1);
  if (!last) throw new Error("nobody was registered");
  await mailOfKind(last.form.email, `registration.${promised(last)}`);
});
