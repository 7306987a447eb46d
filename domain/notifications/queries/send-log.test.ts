import { expect, it } from "vitest";
import { db } from "@/db/client";
import { mails } from "@/db/schema/notifications";
import { aDesk } from "@/db/testing/agenda";
import { hasTestMail } from "./send-log";

it("knows whether somebody tried a mail of the event out, of this one alone, and tells nobody else", async () => {
  const [desk, other] = [await aDesk(), await aDesk()];
  const test = (eventId: typeof desk.event.id, kind: string) =>
    db()
      .insert(mails)
      .values({
        ...{ eventId, kind, dedupeKey: crypto.randomUUID(), toEmail: "ada@example.org" },
        locale: "de",
        ...{ subject: "Test", html: "x", text: "x", nextAttemptAt: new Date() },
      });
  await test(other.event.id, "circular.test");
  await test(desk.event.id, "registration.confirmed");
  expect(await hasTestMail(desk.actor, desk.event.id)).toBe(false);
  await test(desk.event.id, "circular.test");
  expect(await hasTestMail(desk.actor, desk.event.id)).toBe(true);
  for (const stranger of desk.strangers) expect(await hasTestMail(stranger, desk.event.id)).toBeUndefined();
});
