import { expect, it } from "vitest";
import { db } from "@/db/client";
import { networkAddresses, networkDomains, networkMembers } from "@/db/schema/alliance";
import { guest, personActor, system } from "@/db/testing/actors";
import { aNetwork, aPerson } from "@/db/testing/makers";
import { addressTies, networksKnowing, tiesForViewer } from "./address-ties";

async function scene() {
  const domain = `haus-${crypto.randomUUID()}.example.org`;
  const person = await aPerson({ email: `ada@${domain}` });
  const [listing, counting, both, naming] = await Promise.all([1, 2, 3, 4].map(() => aNetwork()));
  if (!listing || !counting || !both || !naming) throw new Error("four networks are needed");
  const listed = [listing, both].map(({ id: networkId }) => ({ networkId, email: person.email }));
  await db().insert(networkAddresses).values(listed);
  const counted = [counting, both, naming].map(({ id: networkId }) => ({ networkId, domain }));
  await db().insert(networkDomains).values(counted);
  await db().insert(networkMembers).values({ networkId: naming.id, personId: person.id, role: "member" });
  const asked = { personId: person.id, fromEmail: person.email };
  return { domain, person, asked, listing, counting, both, naming };
}

it("lets lists come along, and membership by a domain end where nothing else makes a member", async () => {
  const { asked, listing, counting, both } = await scene();
  const carried = [listing.name, both.name].toSorted();
  expect(await addressTies(asked)).toEqual({ carried, ending: [counting.name] });
  const elsewhere = { ...asked, toEmail: "ada@anderswo.example.org" };
  expect(await addressTies(elsewhere)).toEqual({ carried, ending: [counting.name] });
});

it("ends nothing where the new address is of that domain, of another one of the network, or listed there", async () => {
  const { domain, asked, counting } = await scene();
  const ending = async (toEmail: string) => (await addressTies({ ...asked, toEmail })).ending;
  expect(await ending(`ada.neu@${domain}`)).toEqual([]);
  expect(await ending(`ada@tief.${domain}`)).toEqual([counting.name]);
  const second = `zweit-${crypto.randomUUID()}.example.org`;
  await db().insert(networkDomains).values({ networkId: counting.id, domain: second });
  expect(await ending(`ada@${second}`)).toEqual([]);
  const known = `${crypto.randomUUID()}@anderswo.example.org`;
  await db().insert(networkAddresses).values({ networkId: counting.id, email: known });
  expect(await ending(known)).toEqual([]);
});

it("says nothing of networks that know another address, and names those to be held in one order", async () => {
  const { person, listing, both } = await scene();
  const stranger = await aPerson();
  const asked = { personId: stranger.id, fromEmail: stranger.email };
  expect(await addressTies(asked)).toEqual({ carried: [], ending: [] });
  expect(await networksKnowing(db(), person.email)).toEqual([listing.id, both.id].toSorted());
});

it("tells who opens the mailed link nothing of memberships unless it is about them", async () => {
  const { person, asked, counting } = await scene();
  const change = { ...asked, toEmail: "ada@anderswo.example.org" };
  expect(await tiesForViewer(personActor(person), change)).toMatchObject({ ending: [counting.name] });
  for (const other of [guest, system, personActor(await aPerson())])
    expect(await tiesForViewer(other, change)).toBeUndefined();
});
