import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { mails } from "@/db/schema/notifications";
import { system } from "@/db/testing/actors";
import { aPersonEverywhere } from "@/db/testing/everywhere";
import { at } from "@/db/testing/rooms";
import { wipePerson } from "@/domain/privacy/commands/wipe-person";
import { writeTalkMails } from "./talk";

it("R25: the partner of somebody who was erased is told, with the calendar entry, and without the name", async () => {
  const { person, partner, meetingId, canary } = await aPersonEverywhere();
  await wipePerson({ actor: system, input: { personId: person.id }, now: at(700) });
  await writeTalkMails("meeting.cancelled", meetingId, "fact");
  const written = await db().select().from(mails).where(eq(mails.subjectId, meetingId));
  expect(written).toHaveLength(1);
  const [mail] = written;
  expect(mail).toMatchObject({ toEmail: partner.registration.email, icsMethod: "CANCEL" });
  expect(mail?.text).toContain("einer Person, die nicht mehr hier ist");
  expect(JSON.stringify(mail).toLowerCase()).not.toContain(canary.word);
});
