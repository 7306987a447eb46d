import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { mails } from "@/db/schema/notifications";
import { registrations } from "@/db/schema/registration";
import { guest, system } from "@/db/testing/actors";
import { aCircular } from "@/db/testing/circulars";
import { deliverNextFact } from "@/domain/kernel/outbox";
import { forgetRegistrations } from "@/domain/registration/commands/forget-registrations";
import { registerForEvent } from "@/domain/registration/commands/register-for-event";
import type { Id } from "@/lib/ids";
import { keptDays } from "@/lib/privacy/retention";
import { writeCirculars } from "./circulars";
import { mailedKinds, subscribersOf } from "./registry";

const DAY_MS = 24 * 3_600_000;

async function tellAll(): Promise<void> {
  const lane = { name: "mails", subscribersOf, kinds: { only: mailedKinds } };
  while (await deliverNextFact({ ...lane, skip: [] }));
}

/** Somebody types an address at an event whose network has news for its people. */
async function aTypedAddress() {
  const soon = new Date(Date.now() + 60_000);
  const { event, circular } = await aCircular({ state: "sending", releasedAt: soon, purpose: "news" });
  const email = `getippt-${crypto.randomUUID()}@example.org`;
  const result = await registerForEvent({ actor: guest, input: { eventId: event.id, name: "Ada", email } });
  if (!result.ok) throw new Error(result.failure.reason);
  await tellAll();
  return { event, circular, email, id: result.value.registrationId };
}

const mailsTo = (email: string) => db().select().from(mails).where(eq(mails.toEmail, email));
const kindsTo = async (email: string) => (await mailsTo(email)).map(({ kind }) => kind);
const prove = (id: Id<"registration">) =>
  db().update(registrations).set({ provenAt: new Date() }).where(eq(registrations.id, id));

/** Where the links of a mail lead, without the host. */
const pathsIn = (html: string) =>
  [...html.matchAll(/href="https?:\/\/[^/"]+([^"]*)"/g)].map(([, path = ""]) => path);

describe("P04: an address that nobody has confirmed", () => {
  beforeEach(async () => {
    await db().delete(mails);
    await db().delete(registrations);
  });

  it("gets one mail, about what was asked for and nothing else", async () => {
    const { event, email } = await aTypedAddress();
    const [mail, ...more] = await mailsTo(email);
    expect([mail?.kind, more]).toEqual(["registration.confirmed", []]);
    // One's own registration, the room of this event, and who is answerable: nothing that is offered beside.
    for (const path of pathsIn(mail?.html ?? ""))
      expect(path).toMatch(
        new RegExp(
          `^/(?:en/)?(?:j/|r/|room/${event.slug}|e/${event.slug}|impressum|datenschutz|barrierefreiheit|kontakt|$)`,
        ),
      );
    expect(pathsIn(mail?.html ?? "").length).toBeGreaterThan(0);
  });

  it("gets no news, whoever sends them how often, until its person has shown that it is theirs", async () => {
    const { email, id, circular } = await aTypedAddress();
    await writeCirculars();
    await writeCirculars();
    expect(await kindsTo(email)).toEqual(["registration.confirmed"]);
    expect(await db().$count(mails, eq(mails.circularId, circular.id))).toBe(0);

    const next = await aTypedAddress();
    await prove(next.id);
    await writeCirculars();
    expect((await kindsTo(next.email)).sort()).toEqual(["circular.sent", "registration.confirmed"]);
    expect(await db().$count(registrations, eq(registrations.id, id))).toBe(1);
  });

  it("is deleted seven days after the event, and nothing is written to it after that", async () => {
    expect(keptDays.unproven).toBeLessThanOrEqual(7);
    const { event, email, id } = await aTypedAddress();
    const forget = (now: Date) => forgetRegistrations({ actor: system, input: {}, now });
    await forget(new Date(event.endsAt.getTime() + 7 * DAY_MS - 1_000));
    expect(await db().$count(registrations, eq(registrations.id, id))).toBe(1);
    await forget(new Date(event.endsAt.getTime() + 7 * DAY_MS + 1_000));
    expect(await db().$count(registrations, eq(registrations.id, id))).toBe(0);
    await tellAll();
    await writeCirculars();
    expect(await kindsTo(email)).toEqual(["registration.confirmed"]);
  });
});
