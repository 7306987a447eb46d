import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { networkMembers } from "@/db/schema/alliance";
import { personActor, system } from "@/db/testing/actors";
import { aNetwork, aPerson } from "@/db/testing/makers";
import { anOffice, anOwner } from "@/db/testing/office";
import { giveUpNetworks } from "./give-up-networks";

const rolesOf = (personId: (typeof networkMembers.$inferSelect)["personId"]) =>
  db().$count(networkMembers, eq(networkMembers.personId, personId));

it("ends every role in networks, all or none: one that would have no owner holds them all", async () => {
  const { network, person } = await anOffice();
  const elsewhere = await aNetwork();
  await db()
    .insert(networkMembers)
    .values({ networkId: elsewhere.id, personId: person.id, role: "observer" });
  const input = { personId: person.id };
  expect(await giveUpNetworks({ actor: system, input })).toMatchObject({
    failure: { kind: "conflict", reason: "hand_over_first" },
  });
  expect(await rolesOf(person.id)).toBe(2);
  await anOwner(network);
  expect(await giveUpNetworks({ actor: system, input })).toMatchObject({ value: { networks: 2 } });
  expect(await rolesOf(person.id)).toBe(0);
});

it("is nobody's to call but the machine's", async () => {
  const person = await aPerson();
  expect(await giveUpNetworks({ actor: personActor(person), input: { personId: person.id } })).toMatchObject({
    failure: { kind: "not_found" },
  });
});
