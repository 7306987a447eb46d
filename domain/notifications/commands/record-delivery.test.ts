import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { mails } from "@/db/schema/notifications";
import { guest, system } from "@/db/testing/actors";
import { MISSING, refusalOf } from "@/db/testing/refusals";
import { MOST_ATTEMPTS } from "../rules";
import { recordDelivery } from "./record-delivery";

const now = new Date("2027-03-10T10:00:00Z");
let counter = 0;

async function aMail(attempts = 1) {
  const [row] = await db()
    .insert(mails)
    .values({
      dedupeKey: `key-${++counter}`,
      kind: "signin.requested",
      toEmail: "anna@example.org",
      locale: "de",
      subject: "Code",
      html: "<p>x</p>",
      text: "x",
      attempts,
      nextAttemptAt: now,
    })
    .returning();
  if (!row) throw new Error("the insert returned no row");
  return row.id;
}
async function mailAfter(outcome: string, attempts = 1) {
  const mailId = await aMail(attempts);
  await recordDelivery({ actor: system, input: { mailId, outcome, error: "x 451" }, now });
  const [row] = await db().select().from(mails).where(eq(mails.id, mailId));
  return row;
}

describe("record-delivery", () => {
  it("sent is sent", async () => {
    expect(await mailAfter("sent")).toMatchObject({ state: "sent", sentAt: now });
  });

  it("what fails for now waits longer each time, and is given up at last", async () => {
    const [first, third] = [await mailAfter("later", 1), await mailAfter("later", 3)];
    expect(first).toMatchObject({ state: "queued", lastError: "x 451" });
    expect(first?.nextAttemptAt.getTime()).toBe(now.getTime() + 10_000);
    expect(third?.nextAttemptAt.getTime()).toBe(now.getTime() + 120_000);
    expect(await mailAfter("later", MOST_ATTEMPTS)).toMatchObject({ state: "failed" });
  });

  it("what the server refuses for good is not tried again", async () => {
    expect(await mailAfter("refused")).toMatchObject({ state: "failed", lastError: "x 451" });
  });

  it("is for the machine alone", async () => {
    const mailId = await aMail();
    expect(refusalOf(await recordDelivery({ actor: guest, input: { mailId, outcome: "sent" } }))).toBe(
      MISSING,
    );
  });
});
