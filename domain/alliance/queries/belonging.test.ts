import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { networkAddresses, networkDomains } from "@/db/schema/alliance";
import { aMember, aNetwork, anEvent, anEventRole, aPerson } from "@/db/testing/makers";
import { networksOfPerson, oneNetworkOf } from "./belonging";
import { isMemberOf } from "./membership";

it("knows each way to belong to a network, and agrees with what is asked of one person", async () => {
  const network = await aNetwork();
  const networkId = network.id;
  const domain = `haus-${crypto.randomUUID()}.example.org`;
  await db().insert(networkDomains).values({ networkId, domain });
  const listed = await aPerson();
  const typed = await aPerson({ emailVerified: null });
  for (const { email } of [listed, typed]) await db().insert(networkAddresses).values({ networkId, email });
  const people = [
    await aMember(network),
    await aMember(network, "observer"),
    listed,
    await aPerson({ email: `ada@${domain}` }),
    // None of these belongs: merely typed, below the domain, with a part in one event, and nobody in particular.
    typed,
    await aPerson({ email: `ben@tief.${domain}` }),
    await anEventRole(await anEvent({ network }), "speaker"),
    await aPerson(),
  ];
  const found = await oneNetworkOf(people.map(({ id }) => id));
  const expected = await Promise.all(people.map(({ id: personId }) => isMemberOf({ personId, networkId })));
  expect(people.map(({ id }) => found.get(id) === networkId)).toEqual(expected);
  expect(expected.filter(Boolean)).toHaveLength(4);
});

it("names a network once, and of several always the same", async () => {
  const [network, other] = [await aNetwork(), await aNetwork()];
  const person = await aMember(network);
  for (const { id: networkId } of [network, other])
    await db().insert(networkAddresses).values({ networkId, email: person.email });
  const { rows } = await db().execute(sql`
    select b.network_id from people p cross join lateral ${networksOfPerson} b where p.id = ${person.id}`);
  expect(rows).toHaveLength(2);
  const first = [network.id, other.id].toSorted()[0];
  expect((await oneNetworkOf([person.id])).get(person.id)).toBe(first);
  expect((await oneNetworkOf([])).size).toBe(0);
});
