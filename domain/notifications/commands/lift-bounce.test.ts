import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { mails } from "@/db/schema/notifications";
import { registrations } from "@/db/schema/registration";
import { guest, system } from "@/db/testing/actors";
import { aDesk } from "@/db/testing/agenda";
import { aRegistration } from "@/db/testing/makers";
import { NOT_ALLOWED, refusalOf } from "@/db/testing/refusals";
import { messageIdOf } from "@/lib/mail/message";
import { type MailKind, turnOf } from "../labels";
import { stoppedAmong } from "../queries/bounces";
import { claimMails } from "./claim-mails";
import { liftBounce } from "./lift-bounce";
import { recordBounce } from "./record-bounce";
import { recordDelivery } from "./record-delivery";
import { retryMail } from "./retry-mail";

type Desk = Awaited<ReturnType<typeof aDesk>>;
type Person = Awaited<ReturnType<typeof aRegistration>>;
let counter = 0;

async function aMail({ event }: Desk, { id, email }: Person, kind: MailKind) {
  const dedupeKey = `bounce-${++counter}`;
  const [row] = await db()
    .insert(mails)
    .values({
      ...{ dedupeKey, kind, turn: turnOf(kind), subjectId: id, toEmail: email, eventId: event.id },
      ...{ locale: "de" as const, subject: "x", html: "x", text: "x", nextAttemptAt: new Date() },
    })
    .returning();
  if (!row) throw new Error("no mail was stored");
  return row;
}
const claim = async () => {
  const result = await claimMails({ actor: system, input: {} });
  if (!result.ok) throw new Error(result.failure.reason);
  return result.value.mails.map(({ mailId }) => mailId);
};
const now = async (id: (typeof mails.$inferSelect)["id"]) =>
  (await db().select().from(mails).where(eq(mails.id, id)))[0];

/** Sends somebody a mail that comes back with this status. */
async function bounced(desk: Desk, person: Person, status: string) {
  const mail = await aMail(desk, person, "registration.confirmed");
  await claim();
  await recordDelivery({ actor: system, input: { mailId: mail.id, outcome: "sent" } });
  const reference = messageIdOf(mail.dedupeKey, "plenum@example.org").slice(1, 41);
  await recordBounce({ actor: system, input: { reference, status } });
  return mail;
}

describe("R12: a mail that comes back because its address does not exist", () => {
  beforeEach(async () => {
    await db().delete(mails);
  });

  it("ends reminders and messages to it, and to nobody else, until somebody lifts that", async () => {
    const desk = await aDesk();
    const { event, actor } = desk;
    const [ada, ben] = [await aRegistration(event), await aRegistration(event)];
    await bounced(desk, ada, "5.1.1");
    const stopped = await aMail(desk, ada, "registration.reminder");
    const circular = await aMail(desk, ada, "circular.sent");
    const other = await aMail(desk, ben, "registration.reminder");
    expect(await claim()).toEqual([other.id]);
    for (const mail of [stopped, circular])
      expect(await now(mail.id)).toMatchObject({ state: "failed", lastError: "stopped 5.1.1", attempts: 0 });
    const emails = [ada.email, ben.email];
    const at = { eventId: event.id, emails };
    expect(await stoppedAmong(actor, at)).toEqual(new Set([ada.email]));
    const input = { eventId: event.id, email: ada.email };
    for (let times = 0; times < 2; times++)
      expect(await liftBounce({ actor, input })).toMatchObject({ ok: true });
    expect(await stoppedAmong(actor, at)).toEqual(new Set());
    const later = await aMail(desk, ada, "registration.reminder");
    expect(await claim()).toEqual([later.id]);
  });

  it("ends nothing that one person waits for, nor anything at the address they have now", async () => {
    const desk = await aDesk();
    const ada = await aRegistration(desk.event);
    await bounced(desk, ada, "5.1.1");
    const confirmed = await aMail(desk, ada, "registration.confirmed");
    expect(await claim()).toEqual([confirmed.id]);
    const email = "neu@example.org";
    await db().update(registrations).set({ email }).where(eq(registrations.id, ada.id));
    const reminder = await aMail(desk, { ...ada, email }, "registration.reminder");
    expect(await claim()).toEqual([reminder.id]);
  });

  it.each([
    ["5.1.1", true],
    ["5.1.10", true],
    ["5.1.7", false],
    ["5.1.8", false],
    ["5.2.2", false],
    ["5.7.1", false],
  ])("is told by its status alone: %s stops mails (%s)", async (status, stops) => {
    const desk = await aDesk();
    const ada = await aRegistration(desk.event);
    await bounced(desk, ada, status);
    const reminder = await aMail(desk, ada, "registration.reminder");
    expect((await claim()).includes(reminder.id)).toBe(!stops);
  });

  it("can be refused at once by the server that is asked, and another try lifts it", async () => {
    const desk = await aDesk();
    const { event, actor } = desk;
    const ada = await aRegistration(event);
    const mail = await aMail(desk, ada, "registration.confirmed");
    await claim();
    const error = "EENVELOPE 550 5.1.1";
    await recordDelivery({ actor: system, input: { mailId: mail.id, outcome: "refused", error } });
    const stopped = await aMail(desk, ada, "registration.reminder");
    expect(await claim()).toEqual([]);
    const input = { eventId: event.id, mailId: stopped.id };
    expect(await retryMail({ actor, input })).toMatchObject({ ok: true });
    expect(await claim()).toEqual([stopped.id]);
  });

  it("concerns the network whose mail it was, and nobody else learns of it", async () => {
    const [desk, other] = [await aDesk(), await aDesk()];
    const ada = await aRegistration(desk.event);
    const there = await aRegistration(other.event, { email: ada.email });
    await bounced(desk, ada, "5.1.1");
    const mail = await aMail(other, there, "registration.reminder");
    expect(await claim()).toEqual([mail.id]);
    const at = { eventId: desk.event.id, emails: [ada.email] };
    for (const actor of [...desk.strangers, guest]) {
      expect(await stoppedAmong(actor, at)).toEqual(new Set());
      const input = { eventId: desk.event.id, email: ada.email };
      expect(refusalOf(await liftBounce({ actor, input }))).toBe(NOT_ALLOWED);
    }
    expect(await stoppedAmong(desk.actor, at)).toEqual(new Set([ada.email]));
  });
});
