import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { logins, people, signInCodes } from "@/db/schema/people";
import { guest } from "@/db/testing/actors";
import { aPerson } from "@/db/testing/makers";
import { signInRequestedPayload } from "../events";
import { personOfLogin, signInMailOf } from "../queries";
import { requestSignIn } from "./request-sign-in";
import { verifySignInCode } from "./verify-sign-in-code";

const browser = "browser-0123456789";

async function askFor(email: string, from = browser): Promise<string> {
  await requestSignIn({ actor: guest, input: { email, locale: "en", browser: from, next: "/me/talks" } });
  const fact = (await db().select().from(outbox).orderBy(outbox.seq)).at(-1);
  return (await signInMailOf(signInRequestedPayload.parse(fact?.payload).codeId))?.code ?? "";
}
const wrongFor = (code: string) => (code === "000000" ? "111111" : "000000");

async function tryCode(code: string, more: { browser?: string; now?: Date } = {}) {
  const { now, ...input } = { browser, ...more };
  const result = await verifySignInCode({ actor: guest, input: { code, ...input }, now });
  if (!result.ok) throw new Error(result.failure.reason);
  return result.value;
}

beforeEach(async () => {
  await db().delete(signInCodes);
});

describe("verifySignInCode", () => {
  it("signs in the browser that asked, as the person of the address, and only once", async () => {
    const person = await aPerson();
    const code = await askFor(person.email);
    const value = await tryCode(`${code.slice(0, 3)} ${code.slice(3)}`);
    expect(value).toMatchObject({ outcome: "signed_in", personId: person.id, next: "/me/talks" });
    if (value.outcome !== "signed_in") return;
    expect(await personOfLogin(value.sessionToken, new Date())).toMatchObject({ personId: person.id });
    expect(await tryCode(code)).toEqual({ outcome: "code_expired" });
  });

  it("makes the person of an address that signs in for the first time", async () => {
    await tryCode(await askFor("erste.anmeldung@example.org"));
    const [person] = await db().select().from(people).where(eq(people.email, "erste.anmeldung@example.org"));
    expect(person).toMatchObject({ name: "Erste Anmeldung", locale: "en" });
    expect(person?.emailVerified).toBeInstanceOf(Date);
  });

  it("takes five guesses, however many come at once, and then not even the right code", async () => {
    const code = await askFor("guess@example.org");
    const guesses = await Promise.all(Array.from({ length: 30 }, () => tryCode(wrongFor(code))));
    expect(guesses.filter((guess) => guess.outcome === "code_wrong")).toHaveLength(5);
    expect(await tryCode(code)).toEqual({ outcome: "code_expired" });
  });

  it("takes ten wrong guesses a day at one address, whatever browsers they come from, and tells why", async () => {
    const email = "ziel@example.org";
    const thieves = [1, 2, 3].map((n) => `thief-${n}-0123456789`);
    const outcomes: string[] = [];
    for (const thief of thieves) {
      const code = await askFor(email, thief);
      for (let guess = 0; guess < 5; guess++)
        outcomes.push((await tryCode(wrongFor(code), { browser: thief })).outcome);
    }
    expect(outcomes.filter((outcome) => outcome === "code_wrong")).toHaveLength(10);
    const own = await askFor(email);
    expect(await tryCode(own)).toEqual({ outcome: "code_locked" });
    await askFor("andere@example.org", "other-0123456789");
    const other = await askFor("andere@example.org", "other-0123456789");
    expect((await tryCode(other, { browser: "other-0123456789" })).outcome).toBe("signed_in");
    const tomorrow = new Date(Date.now() + 86_401_000);
    await requestSignIn({
      actor: guest,
      input: { email, locale: "en", browser, next: "/me" },
      now: tomorrow,
    });
    const fact = (await db().select().from(outbox).orderBy(outbox.seq)).at(-1);
    const { codeId } = signInRequestedPayload.parse(fact?.payload);
    const fresh = (await signInMailOf(codeId))?.code ?? "";
    expect((await tryCode(fresh, { now: tomorrow })).outcome).toBe("signed_in");
  });

  it("is worth nothing in another browser, after ten minutes, or once a newer one was asked for", async () => {
    const old = await askFor("late@example.org");
    expect(await tryCode(old, { browser: "another-0123456789" })).toEqual({ outcome: "code_expired" });
    expect(await tryCode(old, { now: new Date(Date.now() + 601_000) })).toEqual({ outcome: "code_expired" });
    const newer = await askFor("late@example.org");
    if (old !== newer) expect(await tryCode(old)).toEqual({ outcome: "code_wrong" });
    expect((await tryCode(newer)).outcome).toBe("signed_in");
  });

  it("opens no login for a code that is no code", async () => {
    await askFor("form@example.org");
    const before = await db().$count(logins);
    const result = await verifySignInCode({ actor: guest, input: { code: "12 34", browser } });
    expect(result).toMatchObject({ ok: false, failure: { fields: { code: ["code_format"] } } });
    expect(await db().$count(logins)).toBe(before);
  });
});
