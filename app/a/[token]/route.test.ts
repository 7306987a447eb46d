import { expect, it } from "vitest";
import { POST as confirm } from "@/app/api/me/email/confirm/route";
import { db } from "@/db/client";
import { emailChanges } from "@/db/schema/people";
import { aPerson } from "@/db/testing/makers";
import { cookiesFrom, formPost, noParams } from "@/db/testing/requests";
import { findPerson } from "@/domain/people/queries";
import { cookiesIn } from "@/lib/cookies";
import { newId } from "@/lib/ids";
import { emailChangeToken } from "@/lib/tokens";
import { GET } from "./route";

async function aLink() {
  const person = await aPerson();
  const changeId = newId("emailChange");
  const toEmail = `neu-${crypto.randomUUID()}@example.org`;
  const expiresAt = new Date(Date.now() + 3_600_000);
  const row = { id: changeId, personId: person.id, fromEmail: person.email, toEmail, expiresAt };
  await db()
    .insert(emailChanges)
    .values({ ...row, locale: "en" });
  return { person, toEmail, token: await emailChangeToken(changeId) };
}

const open = (token: string) =>
  GET(new Request(`http://localhost/a/${token}`), { params: Promise.resolve({ token }) });
const press = (cookie?: string) =>
  confirm(formPost("/api/me/email/confirm", { locale: "en" }, cookie ? { cookie } : {}), noParams);

it("S25: keeps the token out of every address and changes nothing; the button does, in this browser alone", async () => {
  const { person, toEmail, token } = await aLink();
  const opened = await open(token);
  expect(opened.headers.get("location")).toBe("/en/me/data/address");
  expect(opened.headers.get("referrer-policy")).toBe("no-referrer");
  expect(await findPerson(person.id)).toMatchObject({ email: person.email });
  const elsewhere = await press();
  expect(elsewhere.headers.get("location")).toBe("/en/me/data/address");
  expect(await findPerson(person.id)).toMatchObject({ email: person.email });

  const done = await press(cookiesFrom(opened));
  expect(done.headers.get("location")).toBe("/en/me/data/address?done=changed");
  expect(await findPerson(person.id)).toMatchObject({ email: toEmail });
  expect(cookiesIn(cookiesFrom(done)).get("address")).toBeUndefined();
  const again = await open(token);
  expect(again.headers.get("location")).toBe("/en/me/data/address");
  expect(cookiesIn(cookiesFrom(again)).get("address")).toBeUndefined();
});

it.each(["forged", "a.b.c", "%00"])(
  "leads whatever is no link of ours to the page that says so: %s",
  async (token) => {
    const opened = await open(token);
    expect([opened.status, opened.headers.get("location")]).toEqual([303, "/me/data/address"]);
  },
);
