import { eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, it } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { mails } from "@/db/schema/notifications";
import { registrations } from "@/db/schema/registration";
import { guest } from "@/db/testing/actors";
import { anEvent } from "@/db/testing/makers";
import { deliverNextFact } from "@/domain/kernel/outbox";
import { registerForEvent } from "@/domain/registration/commands/register-for-event";
import type { MailServer } from "@/lib/mail/testing/mail-server";
import { endMailing, startMailing } from "@/lib/mail/testing/mailing";
import { deliverDue } from "./mail-delivery";
import { mailedKinds, subscribersOf } from "./registry";

let server: MailServer;
beforeEach(async () => {
  server = await startMailing();
});
afterEach(() => endMailing(server));

/** One run of the worker's lane for mails, until it has nothing left to tell. */
async function tellAll(): Promise<void> {
  const lane = { name: "mails", subscribersOf, kinds: { only: mailedKinds } };
  while (await deliverNextFact({ ...lane, skip: [] }));
}

/** Registrations and facts that one transaction wrote together. */
const writtenTogether = () =>
  db()
    .select({ id: registrations.id, kind: outbox.kind, told: outbox.dispatchedAt })
    .from(registrations)
    .innerJoin(outbox, sql`${outbox.payload} ->> 'registrationId' = ${registrations.id}`)
    .where(sql`${registrations}.xmin = ${outbox}.xmin`);

it("B04: a confirmation is owed from the commit on; the next run writes it with its calendar part, and it goes out", async () => {
  const event = await anEvent({ capacity: 1, waitlist: false });
  const register = (email: string) =>
    registerForEvent({ actor: guest, input: { eventId: event.id, name: "Ada Beispiel", email } });
  const made = await register("ada@example.org");
  if (!made.ok) throw new Error(made.failure.reason);
  const id = made.value.registrationId;
  expect(await writtenTogether()).toEqual([{ id, kind: "registration.confirmed", told: null }]);
  // Whoever is refused is owed nothing.
  expect(await register("ben@example.org")).toMatchObject({ failure: { reason: "event_full" } });
  expect(await db().$count(outbox, eq(outbox.kind, "registration.confirmed"))).toBe(1);

  await tellAll();
  const [queued, ...more] = await db().select().from(mails);
  expect(more).toEqual([]);
  expect(queued).toMatchObject({ kind: "registration.confirmed", state: "queued", icsMethod: "REQUEST" });
  expect(queued?.nextAttemptAt.getTime(), "due at once").toBeLessThanOrEqual(Date.now());

  await deliverDue();
  expect(await db().select({ state: mails.state }).from(mails)).toEqual([{ state: "sent" }]);
  expect(server.received).toHaveLength(1);
  expect(server.received[0]).toMatch(/text\/calendar; charset=utf-8; method=REQUEST/);
});
