import { countOf } from "../fixtures/database";
import { patience } from "../fixtures/environment";
import { eventWithSeats, seatsOf } from "../fixtures/event-with-seats";
import { holdWrite } from "../fixtures/held-write";
import { mailOfKind } from "../fixtures/mailbox";
import { appIsReady, isGrownUp, killProgram } from "../fixtures/processes";
import { expect, test } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";
import { freshAddress } from "../security/registering-over-http";

const formFor = (eventId: string, email: string) => ({
  eventId,
  name: "Rhea Neustart",
  email,
  locale: "de",
  idempotencyKey: crypto.randomUUID(),
});

/** I7: whatever was repeated, one mail; asked once nothing about the registration waits any more. */
async function expectOneMail(email: string): Promise<void> {
  await mailOfKind(email, "registration.confirmed");
  const untold = `outbox where dispatched_at is null and payload->>'registrationId' in
    (select id from registrations where email = $1)`;
  await expect.poll(() => countOf(untold, [email]), { timeout: patience(20) }).toBe(0);
  expect(await countOf("mails where to_email = $1", [email])).toBe(1);
}

test("R09: the app is killed between COMMIT and answer; the repeat finds the one registration", async () => {
  test.setTimeout(patience(60));
  const event = await eventWithSeats(5);
  const email = freshAddress("r09-antwort");
  const form = formFor(event.id, email);
  await isGrownUp("app");
  const held = await holdWrite({ table: "registrations", column: "email", value: email, at: "commit" });
  let isBack: (() => Promise<void>) | undefined;
  try {
    const first = new Visitor().ask("/api/registrations", { form }).then(
      ({ status }) => `answered ${status}`,
      () => "no answer",
    );
    await held.reached();
    isBack = killProgram("app");
    expect(await first).toBe("no answer");
  } finally {
    await held.release();
  }
  const stored = () => countOf("registrations where email = $1 and status = 'confirmed'", [email]);
  await expect.poll(stored).toBe(1);

  await isBack?.();
  await appIsReady();
  const visitor = new Visitor();
  const repeated = await visitor.ask("/api/registrations", { form });
  expect([repeated.status, repeated.location]).toEqual([303, `/e/${event.slug}/registered`]);
  for (const _reload of [1, 2]) {
    const page = await visitor.ask(repeated.location);
    expect(page.status).toBe(200);
    expect(page.text).toContain("Sie sind dabei");
  }
  expect(await seatsOf(event)).toEqual({ confirmed: 1, rows: 1, planned: 1 });
  await expectOneMail(email);
});

for (const at of ["insert", "commit"] as const) {
  test(`R09: the worker is killed at the ${at} of a mail; one mail goes out all the same`, async () => {
    test.setTimeout(patience(60));
    const event = await eventWithSeats(5);
    const email = freshAddress(`r09-${at}`);
    await isGrownUp("worker");
    const held = await holdWrite({ table: "mails", column: "to_email", value: email, at });
    let isBack: (() => Promise<void>) | undefined;
    try {
      const answer = await new Visitor().ask("/api/registrations", { form: formFor(event.id, email) });
      expect(answer.location).toBe(`/e/${event.slug}/registered`);
      await held.reached();
      isBack = killProgram("worker");
    } finally {
      await held.release();
    }
    await isBack?.();
    await expectOneMail(email);
    expect(await seatsOf(event)).toEqual({ confirmed: 1, rows: 1, planned: 1 });
  });
}
