import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { mails } from "@/db/schema/notifications";
import { aNetwork, anEvent } from "@/db/testing/makers";
import { messageIdOf } from "@/lib/mail/message";
import type { MailServer } from "@/lib/mail/testing/mail-server";
import { endMailing, startMailing } from "@/lib/mail/testing/mailing";
import { setClock } from "@/lib/time/clock";
import { deliverDue } from "./mail-delivery";

let server: MailServer;
beforeEach(async () => {
  server = await startMailing();
  await db().delete(mails);
});
afterEach(() => endMailing(server));

let counter = 0;
async function aMail(values: Partial<typeof mails.$inferInsert> = {}) {
  const dedupeKey = `signin.requested:cod_${++counter}`;
  const [row] = await db()
    .insert(mails)
    .values({
      dedupeKey,
      kind: "signin.requested",
      toEmail: "anna@example.org",
      toName: "Anna",
      locale: "de",
      subject: "Ihr Code",
      html: "<p>1</p>",
      text: "1",
      nextAttemptAt: new Date(Date.now() - 1_000),
      ...values,
    })
    .returning();
  if (!row) throw new Error("the insert returned no row");
  return row;
}
const stateOf = async (id: (typeof mails.$inferSelect)["id"]) =>
  (await db().select().from(mails).where(eq(mails.id, id)))[0];

describe("delivery", () => {
  it("sends each mail once, with its own Message-ID, however many deliver at the same time", async () => {
    const rows = await Promise.all(Array.from({ length: 30 }, () => aMail()));
    await Promise.all([deliverDue(), deliverDue(), deliverDue()]);
    expect(server.received).toHaveLength(30);
    const ids = server.received.map((text) => /^Message-ID: (\S+)/m.exec(text)?.[1]);
    const expected = rows.map(({ dedupeKey }) => messageIdOf(dedupeKey, "plenum@example.org"));
    expect([...ids].sort()).toEqual(expected.sort());
  });

  it("names the network as sender and takes answers to it", async () => {
    const network = await aNetwork({ name: "Sensoriknetz Oberland", contactEmail: "netz@example.org" });
    const event = await anEvent({ network });
    await aMail({ eventId: event.id });
    await deliverDue();
    expect(server.received[0]).toMatch(
      /^From: =\?UTF-8\?Q\?Sensoriknetz_Oberland_=C3=BCber_Plenum\?=\s+<plenum@example\.org>/m,
    );
    expect(server.received[0]).toContain("Reply-To: netz@example.org");
  });

  it("451: keeps the mail and says when it wants to be tried again; it goes out once the server takes it", async () => {
    const mail = await aMail();
    server.answer(451);
    const [again] = await deliverDue();
    expect(again?.getTime()).toBeGreaterThan(Date.now());
    expect(await stateOf(mail.id)).toMatchObject({ state: "queued", attempts: 1 });
    server.answer(250);
    const restore = setClock(() => new Date(Date.now() + 60_000));
    await deliverDue();
    restore();
    expect(await stateOf(mail.id)).toMatchObject({ state: "sent", attempts: 2 });
    expect(server.received).toHaveLength(1);
  });

  it("550: gives up at once, and so does an address that is none", async () => {
    const mail = await aMail();
    server.answer(550);
    expect(await deliverDue()).toEqual([]);
    expect(await stateOf(mail.id)).toMatchObject({ state: "failed" });
    const nobody = await aMail({ toEmail: '"e@attacker.test"@victim.test' });
    server.answer(250);
    await deliverDue();
    expect(await stateOf(nobody.id)).toMatchObject({ state: "failed" });
    expect(server.received).toEqual([]);
  });
});
