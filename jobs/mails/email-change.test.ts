import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { mails } from "@/db/schema/notifications";
import { emailChanges } from "@/db/schema/people";
import { aPerson } from "@/db/testing/makers";
import { newId } from "@/lib/ids";
import { readEmailChangeToken } from "@/lib/tokens";
import { mailEmailChanged, mailEmailRequested } from "./email-change";

it("writes to the new address with a link that names nobody, and tells the old one once it is done", async () => {
  const person = await aPerson();
  const changeId = newId("emailChange");
  const addresses = { fromEmail: person.email, toEmail: "ganz-neu@example.org" };
  const expiresAt = new Date(Date.now() + 3_600_000);
  await db()
    .insert(emailChanges)
    .values({ ...addresses, id: changeId, personId: person.id, locale: "de", expiresAt });
  const fact = { id: "fct_1", kind: "email.requested", payload: { changeId }, at: new Date() };
  await mailEmailRequested(fact);
  await mailEmailRequested(fact);
  await mailEmailChanged({ ...fact, kind: "email.changed" });
  const written = await db().select().from(mails).where(eq(mails.subjectId, changeId));
  const to = new Map(written.map((mail) => [mail.toEmail, mail]));
  expect([...to.keys()].sort()).toEqual([addresses.toEmail, addresses.fromEmail].sort());
  const asked = to.get(addresses.toEmail);
  const link = /token=([\w.-]+)/.exec(asked?.text ?? "")?.[1] ?? "";
  expect(await readEmailChangeToken(link)).toBe(changeId);
  for (const told of [person.name, addresses.fromEmail]) expect(asked?.text).not.toContain(told);
  expect(to.get(addresses.fromEmail)?.text).not.toContain(addresses.toEmail);
});
