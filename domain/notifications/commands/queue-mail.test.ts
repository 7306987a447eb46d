import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { mails } from "@/db/schema/notifications";
import { registrations } from "@/db/schema/registration";
import { guest, system } from "@/db/testing/actors";
import { anEvent, aRegistration } from "@/db/testing/makers";
import { MISSING, refusalOf } from "@/db/testing/refusals";
import { TYPED_MAILS_HELD, TYPED_MAILS_PER_HOUR } from "../rules";
import { claimMails } from "./claim-mails";
import { queueMail } from "./queue-mail";

const input = {
  dedupeKey: "signin.requested:cod_a",
  kind: "signin.requested",
  subjectId: "cod_a",
  to: { name: "", email: "anna@example.org" },
  locale: "de",
  eventId: null,
  subject: "Code",
  html: "<p>x</p>",
  text: "x",
};

describe("queue-mail", () => {
  it("queues one mail per dedupe key, however many ask at once", async () => {
    const event = await anEvent();
    const same = { ...input, dedupeKey: "same-key", eventId: event.id };
    const results = await Promise.all(
      Array.from({ length: 8 }, () => queueMail({ actor: system, input: same })),
    );
    expect(results.filter((result) => result.ok && result.value.mailId !== null)).toHaveLength(1);
    expect(await db().select().from(mails).where(eq(mails.dedupeKey, "same-key"))).toHaveLength(1);
  });

  it("is for the machine alone, and for kinds that exist", async () => {
    expect(refusalOf(await queueMail({ actor: guest, input }))).toBe(MISSING);
    expect(await queueMail({ actor: system, input: { ...input, kind: "spam" } })).toMatchObject({
      failure: { reason: "input" },
    });
  });
});

const NOON = new Date("2027-03-10T12:00:00Z");
const later = (seconds: number) => new Date(NOON.getTime() + seconds * 1_000);
const HOUR = 3_600;

/** An address, and how it is told of one registration after another. */
async function anAddress() {
  const email = `${crypto.randomUUID()}@example.org`;
  const event = await anEvent();
  const registered = async (provenAt: Date | null = null) => {
    const other = await anEvent();
    return (await aRegistration(other, { email, provenAt })).id;
  };
  const tell = async (subjectId: string, { kind = "registration.confirmed", now = NOON } = {}) => {
    const mail = { ...input, kind, subjectId, eventId: event.id, to: { name: "", email } };
    const key = { dedupeKey: `${kind}:${subjectId}:${crypto.randomUUID()}` };
    const result = await queueMail({ actor: system, input: { ...mail, ...key }, now });
    if (!result.ok) throw new Error(result.failure.reason);
    const id = result.value.mailId;
    return id === null ? undefined : (await db().select().from(mails).where(eq(mails.id, id)))[0];
  };
  /** So many typings of the address, for an event each. */
  const flood = async (typings: number) => {
    for (let n = 0; n < typings; n++) await tell(await registered());
  };
  return { email, registered, tell, flood };
}

describe("S28: mails that anybody causes who types an address", () => {
  beforeEach(async () => {
    await db().delete(mails);
  });

  it("go out at once up to thirty an hour; what comes later waits for its hour and then goes out", async () => {
    const { registered, tell, flood } = await anAddress();
    await flood(TYPED_MAILS_PER_HOUR - 1);
    const last = await tell(await registered());
    expect(last).toMatchObject({ nextAttemptAt: NOON, heldUntil: null });
    const own = await tell(await registered(), { now: later(60) });
    expect(own).toMatchObject({ state: "queued", nextAttemptAt: later(HOUR), heldUntil: later(HOUR) });
    const claimed = async (now: Date) => {
      const result = await claimMails({ actor: system, input: { limit: 100 }, now });
      return result.ok ? result.value.mails.map(({ mailId }) => mailId) : [];
    };
    expect(await claimed(later(HOUR - 1))).not.toContain(own?.id);
    expect(await claimed(later(HOUR))).toContain(own?.id);
  });

  it("are no more than ninety in all before an hour has passed, however many events there are", async () => {
    const { email, registered, tell, flood } = await anAddress();
    await flood(TYPED_MAILS_PER_HOUR + TYPED_MAILS_HELD);
    expect(await tell(await registered())).toBeUndefined();
    const all = await db().select().from(mails).where(eq(mails.toEmail, email));
    const hours = all.map(({ nextAttemptAt }) => (nextAttemptAt.getTime() - NOON.getTime()) / 1_000);
    for (const hour of [0, HOUR, 2 * HOUR]) expect(hours.filter((at) => at === hour)).toHaveLength(30);
    expect(all).toHaveLength(90);
  });

  it("that say nothing new are not sent at all while the hour is full", async () => {
    const { registered, tell, flood } = await anAddress();
    await flood(TYPED_MAILS_PER_HOUR);
    const known = await registered();
    expect(await tell(known, { kind: "registration.repeated" })).toBeUndefined();
    const again = await tell(known, { kind: "registration.repeated", now: later(HOUR) });
    expect(again).toMatchObject({ heldUntil: null });
  });

  it("never hold up what only the holder or the host can cause", async () => {
    const { registered, tell, flood } = await anAddress();
    await flood(TYPED_MAILS_PER_HOUR);
    const own = await registered(NOON);
    for (const kind of ["registration.confirmed", "registration.promoted", "registration.cancelled"]) {
      expect(await tell(own, { kind })).toMatchObject({ nextAttemptAt: NOON, heldUntil: null });
    }
    const unproven = await registered();
    expect(await tell(unproven, { kind: "registration.promoted" })).toMatchObject({ heldUntil: null });
  });

  it("alone fill the hour: a week of one's own, booked in one click, leaves it empty", async () => {
    const { registered, tell } = await anAddress();
    for (let n = 0; n < TYPED_MAILS_PER_HOUR; n++) await tell(await registered(NOON));
    expect(await tell(await registered())).toMatchObject({ nextAttemptAt: NOON, heldUntil: null });
  });

  it('fill it also when their registration is proven later, and with every "registered already"', async () => {
    const { email, registered, tell, flood } = await anAddress();
    await flood(TYPED_MAILS_PER_HOUR - 1);
    await db().update(registrations).set({ provenAt: NOON }).where(eq(registrations.email, email));
    await tell(await registered(NOON), { kind: "registration.repeated" });
    expect(await tell(await registered())).toMatchObject({ heldUntil: later(HOUR) });
  });

  it("that were called off before they went out make room for others", async () => {
    const { email, registered, tell, flood } = await anAddress();
    await flood(TYPED_MAILS_PER_HOUR);
    await db().update(registrations).set({ status: "cancelled" }).where(eq(registrations.email, email));
    await claimMails({ actor: system, input: { limit: 100 }, now: NOON });
    expect(await tell(await registered())).toMatchObject({ nextAttemptAt: NOON, heldUntil: null });
  });
});
