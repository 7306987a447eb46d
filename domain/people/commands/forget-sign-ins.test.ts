import { expect, it } from "vitest";
import { db } from "@/db/client";
import { logins, signInCodes, verificationTokens } from "@/db/schema/people";
import { guest, system } from "@/db/testing/actors";
import { aPerson } from "@/db/testing/makers";
import { MISSING, refusalOf } from "@/db/testing/refusals";
import { forgetSignIns } from "./forget-sign-ins";
import { requestSignIn } from "./request-sign-in";

const asked = new Date("2027-03-31T12:00:00Z");
const after = (minutes: number) => new Date(asked.getTime() + minutes * 60_000);
const ask = (email: string, now: Date) =>
  requestSignIn({ actor: guest, input: { email, locale: "de", browser: "a".repeat(43), next: "/me" }, now });

it("deletes links once they are expired, and codes once their guesses no longer count", async () => {
  await db().delete(signInCodes);
  await db().delete(verificationTokens);
  expect((await ask("fremd@example.org", asked)).ok).toBe(true);
  expect((await ask("neu@example.org", after(24 * 60))).ok).toBe(true);
  const links = async () => (await db().select().from(verificationTokens)).map((row) => row.identifier);
  const codes = async () => (await db().select().from(signInCodes)).map((row) => row.email).sort();

  await forgetSignIns({ actor: system, input: {}, now: after(9) });
  expect(await links()).toContain("fremd@example.org");
  await forgetSignIns({ actor: system, input: {}, now: after(11) });
  expect(await links()).toEqual(["neu@example.org"]);
  expect(await codes()).toEqual(["fremd@example.org", "neu@example.org"]);
  expect(await forgetSignIns({ actor: system, input: {}, now: after(24 * 60 + 1) })).toEqual({
    ok: true,
    value: { codes: 1, links: 0, logins: 0 },
  });
  expect(await codes()).toEqual(["neu@example.org"]);
});

it("deletes logins whose time is over, and no others", async () => {
  const person = await aPerson();
  const login = (sessionToken: string, expires: Date) => ({ sessionToken, userId: person.id, expires });
  await db()
    .insert(logins)
    .values([login("over", after(-0.01)), login("open", after(0.01))]);
  await forgetSignIns({ actor: system, input: {}, now: asked });
  expect((await db().select().from(logins)).map(({ sessionToken }) => sessionToken)).toEqual(["open"]);
});

it("is for the machine alone", async () => {
  expect(refusalOf(await forgetSignIns({ actor: guest, input: {} }))).toBe(MISSING);
});
