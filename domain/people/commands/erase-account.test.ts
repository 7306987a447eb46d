import { expect, it } from "vitest";
import { db } from "@/db/client";
import { signInCodes, verificationTokens } from "@/db/schema/people";
import { guest, personActor, system } from "@/db/testing/actors";
import { aPerson } from "@/db/testing/makers";
import { findPerson } from "../queries";
import { eraseAccount } from "./erase-account";
import { requestSignIn } from "./request-sign-in";

it("deletes a person with whatever could still sign in, and nobody else", async () => {
  const [person, other] = [await aPerson(), await aPerson()];
  for (const { email } of [person, other]) {
    const input = { email, locale: "de", browser: "a".repeat(43), next: "/me" };
    expect((await requestSignIn({ actor: guest, input })).ok).toBe(true);
  }
  const input = { personId: person.id, email: person.email };
  expect(await eraseAccount({ actor: personActor(person), input })).toMatchObject({
    failure: { kind: "not_found" },
  });
  expect(await eraseAccount({ actor: system, input })).toMatchObject({ value: { gone: 1 } });
  expect(await findPerson(person.id)).toBeUndefined();
  expect(await findPerson(other.id)).toBeDefined();
  expect((await db().select().from(signInCodes)).map(({ email }) => email)).toEqual([other.email]);
  expect((await db().select().from(verificationTokens)).map(({ identifier }) => identifier)).toEqual([
    other.email,
  ]);
});
