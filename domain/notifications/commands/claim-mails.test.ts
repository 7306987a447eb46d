import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { networks } from "@/db/schema/alliance";
import { mails } from "@/db/schema/notifications";
import { events } from "@/db/schema/programme";
import { registrations } from "@/db/schema/registration";
import { guest, system } from "@/db/testing/actors";
import { anEvent, aRegistration } from "@/db/testing/makers";
import { MISSING, refusalOf } from "@/db/testing/refusals";
import { type MailKind, turnOf } from "../labels";
import { lockDueMails } from "../queries/mailbox";
import { claimMails } from "./claim-mails";

const now = new Date("2027-03-10T10:00:00Z");
let counter = 0;
type Values = Partial<Omit<typeof mails.$inferInsert, "kind" | "turn">> & { kind?: MailKind };

async function aMail({ kind = "signin.requested", ...values }: Values = {}) {
  const [row] = await db()
    .insert(mails)
    .values({
      dedupeKey: `key-${++counter}`,
      kind,
      turn: turnOf(kind),
      toEmail: "anna@example.org",
      locale: "de",
      subject: "Code",
      html: "<p>x</p>",
      text: "x",
      nextAttemptAt: now,
      ...values,
    })
    .returning();
  if (!row) throw new Error("the insert returned no row");
  return row;
}
const claim = async (at = now) => {
  const result = await claimMails({ actor: system, input: {}, now: at });
  return result.ok ? result.value.mails : [];
};
const stateOf = async (id: (typeof mails.$inferSelect)["id"]) =>
  (await db().select().from(mails).where(eq(mails.id, id)))[0]?.state;

describe("claim-mails", () => {
  beforeEach(async () => {
    await db().delete(mails);
  });

  it("hands out what is due, once, and again when nobody recorded how it went", async () => {
    const due = await aMail();
    await aMail({ nextAttemptAt: new Date(now.getTime() + 1_000) });
    await aMail({ state: "sent" });
    expect((await claim()).map(({ mailId }) => mailId)).toEqual([due.id]);
    expect(await claim()).toEqual([]);
    const later = await claim(new Date(now.getTime() + 120_000));
    expect(later.map(({ mailId }) => mailId)).toContain(due.id);
  });

  it("lets nobody's code, nor what one person waits for, stand behind a message to thousands", async () => {
    const many = Array.from({ length: 40 }, () => aMail({ kind: "circular.sent", subject: "Massenpost" }));
    await Promise.all(many);
    const later = { nextAttemptAt: new Date(now.getTime() + 1_000) };
    const subject = await aRegistration(await anEvent({ startsAt: new Date(now.getTime() + 3_600_000) }));
    const moved = await aMail({ ...later, kind: "event.rescheduled", subjectId: subject.id });
    const goodbye = await aMail({ ...later, kind: "registration.cancelled" });
    const code = await aMail(later);
    const first = await claim(later.nextAttemptAt);
    expect(first).toHaveLength(20);
    expect(
      first
        .slice(0, 3)
        .map(({ mailId }) => mailId)
        .sort(),
    ).toEqual([code.id, goodbye.id, moved.id].sort());
    expect(first.slice(3).every(({ message }) => message.subject === "Massenpost")).toBe(true);
  });

  it("finds them by its index: twenty of thousands that are due are read, and nothing is sorted", async () => {
    const many = Array.from({ length: 3_000 }, (_, index) => ({
      ...{ dedupeKey: `many-${index}`, kind: "circular.sent", turn: turnOf("circular.sent") },
      ...{ toEmail: `viele${index}@example.org`, locale: "de" as const, subject: "x", html: "x", text: "x" },
      ...{ nextAttemptAt: now, state: index % 10 === 0 ? ("queued" as const) : ("sent" as const) },
    }));
    await db().insert(mails).values(many);
    await db().execute(sql`analyze ${mails}`);
    const query = lockDueMails(db(), { limit: 20, now });
    const { rows } = await db().execute(sql`explain ${query.getSQL()}`);
    const plan = JSON.stringify(rows);
    expect(plan).toContain("mails_due");
    expect(plan).not.toContain("Sort");
  });

  it("never hands one mail to two senders who ask at the same moment", async () => {
    await Promise.all(Array.from({ length: 30 }, () => aMail()));
    const claimed = (await Promise.all(Array.from({ length: 6 }, () => claim()))).flat();
    expect(new Set(claimed.map(({ mailId }) => mailId)).size).toBe(claimed.length);
    expect(claimed).toHaveLength(30);
  });

  it("drops for good what was cancelled meanwhile", async () => {
    const event = await anEvent();
    const registration = await aRegistration(event);
    const subjectId = registration.id;
    const [confirmed, reminder, goodbye] = [
      await aMail({ kind: "registration.confirmed", subjectId, eventId: event.id }),
      await aMail({ kind: "registration.reminder", subjectId, eventId: event.id }),
      await aMail({ kind: "registration.cancelled", subjectId, eventId: event.id }),
    ];
    const gone = { status: "cancelled" as const };
    await db().update(registrations).set(gone).where(eq(registrations.id, registration.id));
    expect((await claim()).map(({ mailId }) => mailId)).toEqual([goodbye.id]);
    expect(await stateOf(confirmed.id)).toBe("dropped");
    expect(await stateOf(reminder.id)).toBe("dropped");
  });

  it("R12: after an event was called off nobody hears of it as if it took place", async () => {
    const event = await anEvent({ startsAt: new Date(now.getTime() + 3_600_000) });
    const ada = { subjectId: (await aRegistration(event)).id, eventId: event.id };
    const ben = { subjectId: (await aRegistration(event, { status: "waiting" })).id, eventId: event.id };
    const unwanted = [
      await aMail({ kind: "registration.promoted", ...ada }),
      await aMail({ kind: "registration.confirmed", ...ada }),
      await aMail({ kind: "registration.repeated", ...ada }),
      await aMail({ kind: "registration.waiting", ...ben }),
    ];
    const off = [
      await aMail({ kind: "event.cancelled", ...ada }),
      await aMail({ kind: "event.cancelled", ...ben }),
    ];
    await db().update(events).set({ status: "cancelled" }).where(eq(events.id, event.id));
    expect((await claim()).map(({ mailId }) => mailId).sort()).toEqual(off.map(({ id }) => id).sort());
    for (const { id } of unwanted) expect(await stateOf(id)).toBe("dropped");
  });

  it("answers go to the event's network, and the calendar part goes along", async () => {
    const event = await anEvent();
    await aMail({ eventId: event.id, ics: "BEGIN:VCALENDAR", icsMethod: "REQUEST" });
    const [network] = await db().select().from(networks).where(eq(networks.id, event.networkId));
    expect(await claim()).toMatchObject([
      {
        sender: network?.name,
        message: { replyTo: network?.contactEmail, calendar: { method: "REQUEST", ics: "BEGIN:VCALENDAR" } },
      },
    ]);
  });

  it("is for the machine alone", async () => {
    expect(refusalOf(await claimMails({ actor: guest, input: {} }))).toBe(MISSING);
  });
});
