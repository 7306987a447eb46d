import { z } from "zod";
import { type Instance, startInstance } from "../fixtures/app-instance";
import { startBalancer } from "../fixtures/balancer";
import { countOf, sql } from "../fixtures/database";
import { patience } from "../fixtures/environment";
import { eventWithSeats, type MadeEvent, seatsOf } from "../fixtures/event-with-seats";
import { openSignals } from "../fixtures/signal-stream";
import { expect, test } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";
import { freshAddress } from "../security/registering-over-http";
import { readSteadily } from "./steady-readers";
import { type Attempt, promised, registerSteadily, send } from "./steady-registrations";

const CAPACITY = 40;
const LANES = 6;

/** People who read and people who register, all the time, at this address. */
function everybody(event: MadeEvent, at: string) {
  const paths = [`/e/${event.slug}`, `/en/e/${event.slug}/register`, "/events", "/", "/readyz"];
  const reading = readSteadily(paths, LANES, at);
  const { attempts, stop } = registerSteadily(event, LANES, at);
  const yes = () => attempts.filter((one) => promised(one) !== undefined).length;
  return {
    attempts,
    failed: reading.failed,
    /** Waits until each of them was answered about once more. */
    goesOn: async () => {
      const before = { people: yes(), pages: reading.pages() };
      await expect.poll(yes, { timeout: patience(20) }).toBeGreaterThan(before.people + LANES);
      await expect.poll(reading.pages, { timeout: patience(20) }).toBeGreaterThan(before.pages + LANES);
    },
    stop: async () => {
      await Promise.all([reading.stop(), stop()]);
    },
  };
}

async function aGuest(event: MadeEvent, at: string): Promise<Visitor> {
  const guest = new Visitor(at);
  const form = { eventId: event.id, name: "Sina Strom", email: freshAddress("r11"), locale: "de" };
  expect((await guest.ask("/api/registrations", { form })).status).toBe(303);
  return guest;
}

const statusRow = z.object({ email: z.string(), status: z.string() });
const byEmail = (a: { email: string }, b: { email: string }) => a.email.localeCompare(b.email);

/** Whoever was cut off sends the form again. Then everybody is in once, as they were told, and was told once. */
async function expectAllTrue(event: MadeEvent, attempts: readonly Attempt[], at: string): Promise<void> {
  for (const one of attempts) if (promised(one) === undefined) one.answer = await send(one.form, 0, at);
  const told = attempts.map((one) => ({ email: one.form.email, status: promised(one) }));
  const query = "select email, status from registrations where event_id = $1 and email like 'stetig-%'";
  const rows = await sql(statusRow, query, [event.id]);
  expect(rows.toSorted(byEmail)).toEqual(told.toSorted(byEmail));
  expect(told.length, "more people than seats").toBeGreaterThan(CAPACITY);
  const all = attempts.length + 1;
  expect(await seatsOf(event)).toEqual({ confirmed: CAPACITY, rows: all, planned: CAPACITY });
  const facts = "outbox where kind in ('registration.confirmed', 'registration.waiting')";
  expect(await countOf(`${facts} and payload->>'eventId' = $1`, [event.id])).toBe(all);
}

test("R11: one app takes over from another while people read and register: no page fails, no seat is lost or given twice @long", async () => {
  test.setTimeout(patience(120));
  const event = await eventWithSeats(CAPACITY);
  const front = await startBalancer();
  const apps: Instance[] = [];
  const start = async () => {
    const app = await startInstance(front.origin);
    apps.push(app);
    return app;
  };
  try {
    const old = await start();
    front.sendTo(old.port);
    const guest = await aGuest(event, front.origin);
    const signals = await openSignals(guest, event.slug);
    const people = everybody(event, front.origin);
    try {
      await people.goesOn();
      const fresh = await start();
      front.sendTo(old.port, fresh.port);
      await people.goesOn();
      expect(await old.leave(), "it leaves by itself").toBe(0);
      await expect.poll(signals.isOver, { timeout: patience(5) }).toBe(true);
      // A browser connects again by itself, and finds the app that is there.
      (await openSignals(guest, event.slug)).close();
      while (people.attempts.length <= CAPACITY) await people.goesOn();
    } finally {
      await people.stop();
    }
    expect(people.failed).toEqual([]);
    await expectAllTrue(event, people.attempts, front.origin);
  } finally {
    for (const app of apps) app.kill();
    front.close();
  }
});
