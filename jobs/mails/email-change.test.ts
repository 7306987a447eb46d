import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { networkDomains } from "@/db/schema/alliance";
import { mails } from "@/db/schema/notifications";
import { emailChanges } from "@/db/schema/people";
import { aNetwork, aPerson } from "@/db/testing/makers";
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
  const link = /\/a\/([\w.-]+)/.exec(asked?.text ?? "")?.[1] ?? "";
  expect(await readEmailChangeToken(link)).toBe(changeId);
  for (const told of [person.name, addresses.fromEmail]) expect(asked?.text).not.toContain(told);
  expect(to.get(addresses.fromEmail)?.text).not.toContain(addresses.toEmail);
});

it("says in the mail that a membership ends by the domain of the old address, without saying where", async () => {
  const domain = `haus-${crypto.randomUUID()}.example.org`;
  const network = await aNetwork({ name: "Verschwiegenes Netz" });
  await db().insert(networkDomains).values({ networkId: network.id, domain });
  const person = await aPerson({ email: `ada@${domain}` });
  const wish = { personId: person.id, fromEmail: person.email, locale: "de" as const };
  const expiresAt = new Date(Date.now() + 3_600_000);
  const textOf = async (toEmail: string) => {
    const changeId = newId("emailChange");
    await db()
      .insert(emailChanges)
      .values({ ...wish, id: changeId, toEmail, expiresAt });
    await mailEmailRequested({ id: "fct_1", kind: "email.requested", payload: { changeId }, at: new Date() });
    const [mail] = await db().select().from(mails).where(eq(mails.subjectId, changeId));
    return mail?.text ?? "";
  };
  const told = await textOf("ada@anderswo.example.org");
  expect(told).toContain("endet mit dem Wechsel");
  for (const secret of [domain, network.name, person.name]) expect(told).not.toContain(secret);
  expect(await textOf(`ada.neu@${domain}`)).not.toContain("endet mit dem Wechsel");
});
