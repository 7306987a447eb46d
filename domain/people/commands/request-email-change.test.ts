import { expect, it } from "vitest";
import { db } from "@/db/client";
import { emailChanges } from "@/db/schema/people";
import { guest, personActor } from "@/db/testing/actors";
import { aLogin } from "@/db/testing/everywhere";
import { aPerson } from "@/db/testing/makers";
import { CODES_AT_ONCE, FRESH_SECONDS } from "../rules";
import { requestEmailChange } from "./request-email-change";

const now = new Date("2026-11-24T09:00:00Z");
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);

async function signedIn() {
  const person = await aPerson();
  const sessionToken = await aLogin(person, ago(60));
  const ask = (email: string, token = sessionToken) =>
    requestEmailChange({
      actor: personActor(person),
      input: { sessionToken: token, email, locale: "de" },
      now,
    });
  return { person, ask };
}

it("answers alike for a free address, one that is taken, and one in capital letters", async () => {
  const { person, ask } = await signedIn();
  const other = await aPerson();
  const answers = [await ask("neu@example.org"), await ask(other.email), await ask(" NEU2@Example.ORG ")];
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  const wishes = (await db().select().from(emailChanges)).filter(({ personId }) => personId === person.id);
  expect(wishes.map(({ toEmail }) => toEmail)).toContain("neu2@example.org");
});

it("asks for a fresh sign-in, and for another address than the one there is, whatever its case", async () => {
  const { person, ask } = await signedIn();
  const old = await aLogin(person, ago(FRESH_SECONDS + 1));
  expect(await ask("neu@example.org", old)).toMatchObject({ failure: { reason: "sign_in_again" } });
  expect(await ask(person.email.toUpperCase())).toMatchObject({
    failure: { fields: { email: ["same_address"] } },
  });
  const input = { sessionToken: old, email: "neu@example.org", locale: "de" };
  expect(await requestEmailChange({ actor: guest, input, now })).toMatchObject({
    failure: { kind: "not_found" },
  });
});

it("writes to no mailbox without end: so many for one address, and so many for one person", async () => {
  const target = "voll@example.org";
  for (let turn = 0; turn < CODES_AT_ONCE; turn++)
    expect((await (await signedIn()).ask(target)).ok).toBe(true);
  expect(await (await signedIn()).ask(target)).toMatchObject({ failure: { reason: "rate_limited" } });
  const { ask } = await signedIn();
  for (let turn = 0; turn < CODES_AT_ONCE; turn++)
    expect((await ask(`viele-${turn}@example.org`)).ok).toBe(true);
  expect(await ask("viele-zuletzt@example.org")).toMatchObject({ failure: { reason: "rate_limited" } });
});
