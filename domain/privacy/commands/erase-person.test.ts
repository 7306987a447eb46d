import { expect, it } from "vitest";
import { guest, personActor } from "@/db/testing/actors";
import { aLogin } from "@/db/testing/everywhere";
import { aPerson } from "@/db/testing/makers";
import { anOffice, anOwner } from "@/db/testing/office";
import { findPerson, personOfLogin } from "@/domain/people/queries";
import { FRESH_SECONDS } from "@/domain/people/rules";
import { erasePerson } from "./erase-person";

const now = new Date("2026-11-24T09:00:00Z");
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);

it("erases who has just signed in and typed their own address, and every login of theirs is over", async () => {
  const [person, other] = [await aPerson(), await aPerson()];
  const [here, elsewhere] = [await aLogin(person, ago(60)), await aLogin(person, ago(86_400))];
  const input = { sessionToken: here, typed: ` ${person.email.toUpperCase()} `, personId: other.id };
  expect((await erasePerson({ actor: personActor(person), input, now })).ok).toBe(true);
  expect(await findPerson(person.id)).toBeUndefined();
  for (const token of [here, elsewhere]) expect(await personOfLogin(token, now)).toBeUndefined();
  expect(await findPerson(other.id)).toBeDefined();
});

it("refuses the only owner of a network until it is handed over, and then nothing has happened", async () => {
  const { network, person, actor } = await anOffice();
  const input = { sessionToken: await aLogin(person, ago(60)), typed: person.email };
  expect(await erasePerson({ actor, input, now })).toMatchObject({
    failure: { kind: "conflict", reason: "hand_over_first" },
  });
  expect(await personOfLogin(input.sessionToken, now)).toBeDefined();
  await anOwner(network);
  expect((await erasePerson({ actor, input, now })).ok).toBe(true);
});

it("erases one of two owners who go at once, never both", async () => {
  const first = await anOffice();
  const owners = [first, await anOwner(first.network)];
  const results = await Promise.all(
    owners.map(async ({ person, actor }) => {
      const input = { sessionToken: await aLogin(person, ago(60)), typed: person.email };
      return erasePerson({ actor, input, now });
    }),
  );
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results.find(({ ok }) => !ok)).toMatchObject({ failure: { reason: "hand_over_first" } });
});

it("refuses an older sign-in, another address, another's login, and guests; nothing happens then", async () => {
  const [person, other] = [await aPerson(), await aPerson()];
  const actor = personActor(person);
  const [fresh, old] = [await aLogin(person, ago(60)), await aLogin(person, ago(FRESH_SECONDS + 1))];
  const ask = (sessionToken: string, typed: string) =>
    erasePerson({ actor, input: { sessionToken, typed }, now });
  const again = { failure: { reason: "sign_in_again" } };
  expect(await ask(old, person.email)).toMatchObject(again);
  expect(await ask(await aLogin(other, now), person.email)).toMatchObject(again);
  expect(await ask("", person.email)).toMatchObject(again);
  for (const typed of [other.email, "", "LÖSCHEN"])
    expect(await ask(fresh, typed)).toMatchObject({ failure: { fields: { typed: ["not_your_address"] } } });
  expect(await erasePerson({ actor: guest, input: { sessionToken: fresh }, now })).toMatchObject({
    failure: { kind: "not_found" },
  });
  expect(await findPerson(person.id)).toBeDefined();
});
