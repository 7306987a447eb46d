import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { mails } from "@/db/schema/notifications";
import { system } from "@/db/testing/actors";
import { aDesk } from "@/db/testing/agenda";
import { MISSING, NOT_ALLOWED, refusalOf } from "@/db/testing/refusals";
import { messageIdOf } from "@/lib/mail/message";
import { sendLogOf } from "../queries/send-log";
import { recordBounce } from "./record-bounce";
import { recordDelivery } from "./record-delivery";
import { retryMail } from "./retry-mail";

type Values = Partial<typeof mails.$inferInsert>;

async function aMail(values: Values = {}) {
  const desk = await aDesk();
  const row = {
    dedupeKey: crypto.randomUUID(),
    kind: "registration.confirmed",
    toEmail: "anna@example.org",
    locale: "de" as const,
    subject: "Sie sind dabei",
    html: "x",
    text: "x",
    state: "failed" as const,
    attempts: 24,
    lastError: "EENVELOPE 550",
    nextAttemptAt: new Date(0),
    ...values,
    eventId: desk.event.id,
  };
  const [mail] = await db().insert(mails).values(row).returning();
  if (!mail) throw new Error("no mail was stored");
  return { ...desk, mail, input: { eventId: desk.event.id, mailId: mail.id } };
}
const rowOf = async (id: (typeof mails.$inferSelect)["id"]) =>
  (await db().select().from(mails).where(eq(mails.id, id)))[0];

describe("retryMail", () => {
  it("gives a mail that came to nothing its tries again, under the same key, once", async () => {
    const { actor, mail, input } = await aMail();
    expect(await retryMail({ actor, input })).toMatchObject({ ok: true });
    expect(await rowOf(mail.id)).toMatchObject({
      state: "queued",
      attempts: 0,
      dedupeKey: mail.dedupeKey,
      lastError: "EENVELOPE 550",
    });
    expect(await retryMail({ actor, input })).toMatchObject({ failure: { reason: "mail_not_failed" } });
  });

  it("sends a mail again that came back, and the log says so until it arrived", async () => {
    const { event, actor, mail, input } = await aMail({ state: "sent", attempts: 1, lastError: null });
    const reference = messageIdOf(mail.dedupeKey, "plenum@example.org").slice(1, 41);
    await recordBounce({ actor: system, input: { reference, status: "5.2.2" } });
    const log = () => sendLogOf(actor, { eventId: event.id, page: 1 });
    expect(await log()).toMatchObject({ mails: [{ state: "failed", lastError: "bounce 5.2.2" }] });
    expect(await retryMail({ actor, input })).toMatchObject({ ok: true });
    expect(await log()).toMatchObject({ mails: [{ state: "queued", lastError: "bounce 5.2.2" }] });
    await recordDelivery({ actor: system, input: { mailId: mail.id, outcome: "sent" } });
    expect(await log()).toMatchObject({ mails: [{ state: "sent", lastError: null }], counts: { failed: 0 } });
  });

  it("shows at the desk what failed, and nothing of talks", async () => {
    const { event, actor, strangers, mail } = await aMail();
    await db()
      .insert(mails)
      .values({
        ...mail,
        id: "mai_talk0000000000000000000000",
        dedupeKey: crypto.randomUUID(),
        kind: "meeting.accepted",
        subject: "Gespräch mit Ben",
      });
    const log = await sendLogOf(actor, { eventId: event.id, state: "failed", page: 1 });
    expect(log).toMatchObject({
      mails: [{ id: mail.id, lastError: "EENVELOPE 550" }],
      counts: { failed: 1 },
    });
    expect(JSON.stringify(log)).not.toContain("Gespräch mit");
    for (const stranger of strangers)
      expect(await sendLogOf(stranger, { eventId: event.id, page: 1 })).toBeUndefined();
  });

  it("is refused to strangers, under another event, and for mails between two people", async () => {
    const { strangers, mail, input } = await aMail();
    for (const stranger of strangers)
      expect(refusalOf(await retryMail({ actor: stranger, input }))).toBe(NOT_ALLOWED);
    const other = await aDesk();
    const crossed = { ...input, eventId: other.event.id };
    expect(refusalOf(await retryMail({ actor: other.actor, input: crossed }))).toBe(MISSING);
    const talk = await aMail({ kind: "meeting.accepted" });
    expect(refusalOf(await retryMail({ actor: talk.actor, input: talk.input }))).toBe(MISSING);
    expect(await rowOf(mail.id)).toMatchObject({ state: "failed" });
  });
});
