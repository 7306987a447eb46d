import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { signInCodes, verificationTokens } from "@/db/schema/people";
import { guest } from "@/db/testing/actors";
import { aPerson } from "@/db/testing/makers";
import { hashOfMailToken, unseal } from "@/lib/tokens";
import { signInRequestedPayload } from "../events";
import { signInMailOf } from "../queries";
import { signInLink } from "../schema";
import { requestSignIn } from "./request-sign-in";

const browser = "browser-0123456789";
const ask = (email: string, more: Record<string, unknown> = {}) =>
  requestSignIn({ actor: guest, input: { email, locale: "de", browser, next: "/me", ...more } });
const codesOf = (email: string) => db().select().from(signInCodes).where(eq(signInCodes.email, email));

async function lastMail() {
  const fact = (await db().select().from(outbox).orderBy(outbox.seq)).at(-1);
  return signInMailOf(signInRequestedPayload.parse(fact?.payload).codeId);
}

describe("requestSignIn", () => {
  it("owes the address one mail with a link and a code, and the rows alone open nothing", async () => {
    await ask(" Ada@Example.org ", { next: "/me/talks" });
    const mail = await lastMail();
    expect(mail).toMatchObject({ email: "ada@example.org", locale: "de" });
    expect(mail?.code).toMatch(/^\d{6}$/);
    const link = await unseal("sign-in", mail?.link.split("/l/")[1], signInLink);
    expect(link).toMatchObject({ email: "ada@example.org", next: "/me/talks" });
    const [token] = await db().select().from(verificationTokens);
    expect(token?.token).toBe(hashOfMailToken(link?.token ?? ""));
    const stored = JSON.stringify([
      await codesOf("ada@example.org"),
      token,
      await db().select().from(outbox),
    ]);
    for (const secret of [mail?.code, link?.token]) expect(stored).not.toContain(`"${secret}"`);
  });

  it("answers a known address like an unknown one", async () => {
    const { email } = await aPerson();
    const [known, unknown] = [await ask(email), await ask("nobody@example.org")];
    expect(known.ok && Object.keys(known.value)).toEqual(unknown.ok && Object.keys(unknown.value));
    expect([known.ok, unknown.ok]).toEqual([true, true]);
  });

  it("sends at most five mails to one address in a quarter of an hour, however many ask at once", async () => {
    const results = await Promise.all(Array.from({ length: 20 }, () => ask("flood@example.org")));
    expect(results.filter((result) => result.ok)).toHaveLength(5);
    expect(await codesOf("flood@example.org")).toHaveLength(5);
    expect(results.find((result) => !result.ok)).toMatchObject({ failure: { reason: "rate_limited" } });
  });

  it.each([
    '"e@attacker.test"@victim.test',
    'x" <v@victim.test>',
    "Name <a@b.test>",
    "a@b.test,c@d.test",
    "a@b.test;c@d.test",
    "group: a@b.test;",
    "a(comment)@b.test",
    "a@b.test\r\nBcc: c@d.test",
    "a@b.test.",
    "a@b",
    "ä@b.test",
    `${"a".repeat(250)}@b.test`,
    "",
  ])("takes no address like %j", async (email) => {
    const before = await db().$count(signInCodes);
    expect(await ask(email)).toMatchObject({ ok: false, failure: { kind: "invalid" } });
    expect(await db().$count(signInCodes)).toBe(before);
  });
});
