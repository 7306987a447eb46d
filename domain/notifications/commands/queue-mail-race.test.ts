import { eq, sql } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { mails } from "@/db/schema/notifications";
import { system } from "@/db/testing/actors";
import { anEvent, aRegistration } from "@/db/testing/makers";
import { worstOf } from "@/db/testing/races";
import { withoutGuard } from "@/db/testing/switches";
import { TYPED_MAILS_PER_HOUR } from "../rules";
import { queueMail } from "./queue-mail";

/** The one guard of the limit; switched off, the very same mails must exceed it. */
const guard = vi.hoisted(() => ({ on: true }));

vi.mock("@/domain/kernel/turns", async (original) => {
  const { turnsWithSwitch } = await import("@/db/testing/switches");
  return turnsWithSwitch(await original<typeof import("@/domain/kernel/turns")>(), guard);
});

vi.mock("../queries/mailbox", async (original) => {
  const real = await original<typeof import("../queries/mailbox")>();
  const typedMailTimes: typeof real.typedMailTimes = async (reader, email, now) => {
    const times = await real.typedMailTimes(reader, email, now);
    // The pause only widens the window that is always there between counting and writing.
    await reader.execute(sql`select pg_sleep(0.01)`);
    return times;
  };
  return { ...real, typedMailTimes };
});

const NOON = new Date("2027-03-10T12:00:00Z");

/** Two workers' worth of mails to one address at the same moment; how many of them may go out in the same hour. */
async function mailsAtOnce(count: number): Promise<number> {
  const email = `${crypto.randomUUID()}@example.org`;
  const subjects: string[] = [];
  for (let n = 0; n < count; n++) subjects.push((await aRegistration(await anEvent(), { email })).id);
  const mail = {
    kind: "registration.confirmed",
    locale: "de",
    eventId: null,
    subject: "x",
    html: "x",
    text: "x",
  };
  const results = await Promise.all(
    subjects.map((subjectId) => {
      const input = { ...mail, subjectId, dedupeKey: `confirmed:${subjectId}`, to: { name: "", email } };
      return queueMail({ actor: system, input, now: NOON });
    }),
  );
  expect(results.every(({ ok }) => ok)).toBe(true);
  const written = await db().select().from(mails).where(eq(mails.toEmail, email));
  return written.filter(({ nextAttemptAt }) => nextAttemptAt.getTime() === NOON.getTime()).length;
}

describe("typed mails to one address that are queued at the same moment (S28)", () => {
  it("are never more in one hour than the limit", async () => {
    expect(await mailsAtOnce(TYPED_MAILS_PER_HOUR + 10)).toBe(TYPED_MAILS_PER_HOUR);
  });
});

describe("the same without taking turns", () => {
  withoutGuard(guard);

  it("exceed it", async () => {
    const mails = () => mailsAtOnce(TYPED_MAILS_PER_HOUR + 10);
    expect(await worstOf(mails, TYPED_MAILS_PER_HOUR)).toBeGreaterThan(TYPED_MAILS_PER_HOUR);
  });
});
