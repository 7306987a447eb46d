import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { mails } from "@/db/schema/notifications";
import { guest, system } from "@/db/testing/actors";
import { MISSING, refusalOf } from "@/db/testing/refusals";
import { messageIdOf } from "@/lib/mail/message";
import { mailsByReference } from "../queries/mailbox";
import { failureOf } from "../rules";
import { recordBounce } from "./record-bounce";

async function aMail(state: "queued" | "sent" | "dropped", dedupeKey: string = crypto.randomUUID()) {
  const [mail] = await db()
    .insert(mails)
    .values({
      dedupeKey,
      kind: "registration.confirmed",
      toEmail: "anna@example.org",
      locale: "de",
      subject: "Sie sind dabei",
      html: "x",
      text: "x",
      state,
      nextAttemptAt: new Date(),
    })
    .returning();
  if (!mail) throw new Error("no mail was stored");
  const reference = messageIdOf(dedupeKey, "plenum@example.org").slice(1, 41);
  const now = async () => (await db().select().from(mails).where(eq(mails.id, mail.id)))[0];
  return { reference, now };
}

describe("record-bounce", () => {
  it("shows a mail that came back as one that did not arrive, found by its Message-ID", async () => {
    const [mine, other] = [await aMail("sent"), await aMail("sent")];
    const input = { reference: mine.reference, status: "5.1.1" };
    for (let times = 0; times < 2; times++)
      expect(await recordBounce({ actor: system, input })).toMatchObject({ ok: true });
    const row = await mine.now();
    expect(row).toMatchObject({ state: "failed", lastError: "bounce 5.1.1" });
    expect(failureOf(row?.lastError ?? "")).toBe("address");
    expect(await other.now()).toMatchObject({ state: "sent" });
  });

  it.each(["back\\slash:\\000:\\\\", "Umlaut:ä:€:😀", "quote:'\"%"])(
    "finds it whatever its key is made of: %s",
    async (key) => {
      const mail = await aMail("sent", key);
      await recordBounce({ actor: system, input: { reference: mail.reference, status: "5.1.1" } });
      expect(await mail.now()).toMatchObject({ state: "failed" });
    },
  );

  it("finds it by an index, among however many mails are kept", async () => {
    const many = Array.from({ length: 2_000 }, (_, index) => ({
      ...{ dedupeKey: `kept-${index}`, kind: "registration.confirmed", state: "sent" as const },
      ...{ toEmail: "viele@example.org", locale: "de" as const, subject: "x", html: "x", text: "x" },
      nextAttemptAt: new Date(),
    }));
    await db().insert(mails).values(many);
    await db().execute(sql`analyze ${mails}`);
    const query = mailsByReference(db(), "0".repeat(40));
    const { rows } = await db().execute(sql`explain ${query.getSQL()}`);
    expect(JSON.stringify(rows)).toContain("mails_by_reference");
    expect(JSON.stringify(rows)).not.toContain("Seq Scan");
  });

  it("changes nothing that never left, and is for the machine alone", async () => {
    const queued = await aMail("queued");
    const input = { reference: queued.reference, status: "5.1.1" };
    await recordBounce({ actor: system, input });
    expect(await queued.now()).toMatchObject({ state: "queued", lastError: null });
    expect(refusalOf(await recordBounce({ actor: guest, input }))).toBe(MISSING);
    const unknown = { reference: "0".repeat(40), status: "5.1.1" };
    expect(await recordBounce({ actor: system, input: unknown })).toMatchObject({
      failure: { kind: "not_found" },
    });
  });
});
