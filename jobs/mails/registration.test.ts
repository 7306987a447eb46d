import { and, eq } from "drizzle-orm";
import { afterEach, expect, it } from "vitest";
import { db } from "@/db/client";
import { mails } from "@/db/schema/notifications";
import { registrations } from "@/db/schema/registration";
import { guest } from "@/db/testing/actors";
import { anEvent } from "@/db/testing/makers";
import { TYPED_MAILS_PER_HOUR } from "@/domain/notifications/rules";
import { registerForEvent } from "@/domain/registration/commands/register-for-event";
import { now, setClock } from "@/lib/time/clock";
import { writeRegistrationMail } from "./registration";

let restore: () => void = () => undefined;
afterEach(() => restore());

/** Registers an address for another event and tells of it, as the subscriber does. */
async function registerAndTell(email: string) {
  const { id: eventId } = await anEvent();
  const input = { eventId, name: "Ada Beispiel", email, locale: "de" };
  const result = await registerForEvent({ actor: guest, input });
  if (!result.ok) throw new Error(result.failure.reason);
  const { registrationId } = result.value;
  await writeRegistrationMail("registration.confirmed", registrationId, "fact");
  return registrationId;
}
/** What thirty typings of one address leave behind. */
async function flood(email: string): Promise<void> {
  const sent = { toEmail: email, kind: "registration.confirmed", subject: "", html: "", text: "" };
  const times = { createdAt: now(), nextAttemptAt: now() };
  const keys = Array.from({ length: TYPED_MAILS_PER_HOUR }, () => crypto.randomUUID());
  await db()
    .insert(mails)
    .values(
      keys.map((dedupeKey) => ({
        ...sent,
        ...times,
        dedupeKey,
        locale: "de" as const,
        state: "sent" as const,
      })),
    );
}
const mailsTo = (email: string) => db().$count(mails, eq(mails.toEmail, email));
const seatsOf = (email: string) =>
  db().$count(registrations, and(eq(registrations.email, email), eq(registrations.status, "confirmed")));

it("S28: whoever registers for the thirteen events of a week hears of every one", async () => {
  const email = `${crypto.randomUUID()}@example.org`;
  for (let n = 0; n < 13; n++) await registerAndTell(email);
  expect(await mailsTo(email)).toBe(13);
});

it("S28: one typed address gets no more than thirty mails an hour over all events, and the seat all the same", async () => {
  const email = `${crypto.randomUUID()}@example.org`;
  await flood(email);
  const silent = await registerAndTell(email);
  await writeRegistrationMail("registration.repeated", silent, "again");
  expect(await mailsTo(email)).toBe(TYPED_MAILS_PER_HOUR);
  expect(await seatsOf(email)).toBe(1);
  // What only the holder or the host can cause is told all the same, and an hour later everything is again.
  await writeRegistrationMail("registration.promoted", silent, "fact");
  expect(await mailsTo(email)).toBe(TYPED_MAILS_PER_HOUR + 1);
  const later = new Date(now().getTime() + 3_600_000);
  restore = setClock(() => later);
  await writeRegistrationMail("registration.repeated", silent, "later");
  expect(await mailsTo(email)).toBe(TYPED_MAILS_PER_HOUR + 2);
});

it("S28: a person who has proven the address is never kept from their confirmation", async () => {
  const email = `${crypto.randomUUID()}@example.org`;
  await flood(email);
  const own = await registerAndTell(email);
  await db().update(registrations).set({ provenAt: now() }).where(eq(registrations.id, own));
  await writeRegistrationMail("registration.confirmed", own, "proven");
  expect(await mailsTo(email)).toBe(TYPED_MAILS_PER_HOUR + 1);
});
