import { expect, it } from "vitest";
import { db } from "@/db/client";
import { mails } from "@/db/schema/notifications";
import { guest, system } from "@/db/testing/actors";
import { MISSING, refusalOf } from "@/db/testing/refusals";
import { keptDays } from "@/lib/privacy/retention";
import { forgetMails } from "./forget-mails";

const written = new Date("2027-03-01T12:00:00Z");
const later = (seconds: number) =>
  new Date(written.getTime() + keptDays.mails * 24 * 3_600_000 + seconds * 1_000);
const kept = async () => (await db().select().from(mails)).map(({ dedupeKey }) => dedupeKey).sort();

it("P10: copies of mails go after thirty days, to the second; what waits to be sent and what is newer stays", async () => {
  const mail = { kind: "signin.requested", toEmail: "anna@example.org", locale: "de" as const };
  const text = { subject: "Code", html: "<p>x</p>", text: "x", nextAttemptAt: written, createdAt: written };
  await db()
    .insert(mails)
    .values([
      { ...mail, ...text, dedupeKey: "failed", state: "failed" },
      { ...mail, ...text, dedupeKey: "dropped", state: "dropped" },
      { ...mail, ...text, dedupeKey: "sent", state: "sent" },
      { ...mail, ...text, dedupeKey: "waiting", state: "queued" },
      { ...mail, ...text, dedupeKey: "young", state: "sent", createdAt: new Date(written.getTime() + 2_000) },
    ]);
  const forget = (now: Date) => forgetMails({ actor: system, input: { limit: 2 }, now });
  expect(refusalOf(await forgetMails({ actor: guest, input: {}, now: later(1) }))).toBe(MISSING);
  expect(await forget(later(-1))).toEqual({ ok: true, value: { gone: 0 } });
  expect(await kept()).toHaveLength(5);
  expect(await forget(later(1))).toEqual({ ok: true, value: { gone: 2 } });
  expect(await forget(later(1))).toEqual({ ok: true, value: { gone: 1 } });
  expect(await forget(later(1))).toEqual({ ok: true, value: { gone: 0 } });
  expect(await kept()).toEqual(["waiting", "young"]);
});
