import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { mails } from "@/db/schema/notifications";
import { personActor, system } from "@/db/testing/actors";
import { anEvent, aPerson } from "@/db/testing/makers";
import type { Id } from "@/lib/ids";
import { dropMails } from "./drop-mails";
import { queueMail } from "./queue-mail";

/** A mail that waits, about somebody's plan or what else one is told with the same subject. */
async function aPlanMail(
  eventId: Id<"event">,
  subjectId: string,
  kind: "plan.published" | "meeting.contact" = "plan.published",
) {
  const to = { name: "Ada", email: `${crypto.randomUUID()}@example.org` };
  const words = { subject: "Ihre Gespräche", html: "<p>Hallo</p>", text: "Hallo" };
  const input = { dedupeKey: `${kind}:${eventId}:1:${subjectId}`, kind };
  await queueMail({ actor: system, input: { ...input, ...words, subjectId, to, locale: "de", eventId } });
  return async () => (await db().select().from(mails).where(eq(mails.toEmail, to.email)))[0]?.state;
}

it("drop-mails takes back what waits about these subjects of an event, and nothing that is sent; only jobs may", async () => {
  const [event, other] = [await anEvent(), await anEvent()];
  const [mine, hers] = [await aPlanMail(event.id, "plan one"), await aPlanMail(event.id, "plan two")];
  const elsewhere = await aPlanMail(other.id, "plan one");
  const ofOtherThings = await aPlanMail(event.id, "plan one", "meeting.contact");
  await db().update(mails).set({ state: "sent" }).where(eq(mails.subjectId, "plan two"));
  const input = { eventId: event.id, subjectIds: ["plan one", "plan two"] };
  expect((await dropMails({ actor: personActor(await aPerson()), input })).ok).toBe(false);
  expect(await mine()).toBe("queued");
  expect(await dropMails({ actor: system, input })).toMatchObject({ ok: true, value: { dropped: 1 } });
  expect([await mine(), await hers(), await elsewhere(), await ofOtherThings()]).toEqual([
    ...["dropped", "sent", "queued", "queued"],
  ]);
});
