import { expect, it } from "vitest";
import { db } from "@/db/client";
import { networkAddresses, networkDomains } from "@/db/schema/alliance";
import { eventActor, guest, organizerActor, personActor, seatActor } from "@/db/testing/actors";
import {
  aMember,
  aNetwork,
  anEvent,
  anEventRole,
  anOrganizer,
  aPerson,
  aRegistration,
} from "@/db/testing/makers";
import { eventNumbers } from "./numbers";

async function anOffice() {
  const network = await aNetwork();
  const event = await anEvent({ network });
  return { network, event, organizer: organizerActor(await anOrganizer(network), network) };
}

it("counts by the clock of the event, by state, seat, origin and language, without those who cancelled", async () => {
  const { network, event, organizer } = await anOffice();
  // Half past eleven at night in London is the next day in Berlin.
  await aRegistration(event, { createdAt: new Date("2026-11-01T23:30:00Z") });
  await aRegistration(event, {
    createdAt: new Date("2026-11-02T10:00:00Z"),
    source: "import",
    locale: "en",
    attendance: "onsite",
  });
  await aRegistration(event, { createdAt: new Date("2026-11-03T10:00:00Z"), status: "waiting" });
  await aRegistration(event, { createdAt: new Date("2026-11-04T10:00:00Z"), status: "cancelled" });
  await aRegistration(await anEvent({ network }));
  expect(await eventNumbers(organizer, event.id)).toEqual({
    days: [
      { day: "2026-11-02", count: 2 },
      { day: "2026-11-03", count: 1 },
    ],
    states: [
      { value: "confirmed", count: 2 },
      { value: "cancelled", count: 1 },
      { value: "waiting", count: 1 },
    ],
    seats: [
      { value: "online", count: 2 },
      { value: "onsite", count: 1 },
    ],
    sources: [
      { value: "form", count: 2 },
      { value: "import", count: 1 },
    ],
    languages: [
      { value: "de", count: 2 },
      { value: "en", count: 1 },
    ],
    networks: [],
  });
});

it("counts proven members of the networks whose office asks, and of no others", async () => {
  const { network, event, organizer } = await anOffice();
  const other = await aNetwork({ allianceId: network.allianceId });
  const zoe = await aMember(other);
  await aRegistration(event, { personId: zoe.id, email: zoe.email, provenAt: new Date() });
  const [ada, ben] = [await aMember(network), await aMember(network)];
  const provenAt = new Date();
  await aRegistration(event, { personId: ada.id, email: ada.email, provenAt });
  await aRegistration(event, { email: ben.email });
  await aRegistration(event, { personId: (await aPerson()).id, provenAt });
  const numbers = await eventNumbers(organizer, event.id);
  expect(numbers?.networks).toEqual([{ id: network.id, name: network.name, count: 1 }]);
  const host = eventActor(await anEventRole(event, "host"), event, "host");
  expect((await eventNumbers(host, event.id))?.networks).toEqual([]);
});

it("counts each of them once, by whatever they belong to the network", async () => {
  const { network, event, organizer } = await anOffice();
  const networkId = network.id;
  const domain = `haus-${crypto.randomUUID()}.example.org`;
  await db().insert(networkDomains).values({ networkId, domain });
  const listed = await aPerson({ emailVerified: new Date() });
  const both = await aPerson({ email: `ada@${domain}`, emailVerified: new Date() });
  const below = await aPerson({ email: `ben@tief.${domain}`, emailVerified: new Date() });
  for (const { email } of [listed, both]) await db().insert(networkAddresses).values({ networkId, email });
  for (const { id: personId, email } of [listed, both, below])
    await aRegistration(event, { personId, email, provenAt: new Date() });
  expect((await eventNumbers(organizer, event.id))?.networks).toEqual([
    { id: networkId, name: network.name, count: 2 },
  ]);
});

it("tells strangers and other networks nothing", async () => {
  const { event, organizer } = await anOffice();
  const strangers = [
    guest,
    personActor(await aPerson()),
    seatActor(await aRegistration(event)),
    eventActor(await anEventRole(event, "speaker"), event, "speaker"),
    (await anOffice()).organizer,
  ];
  for (const viewer of strangers) expect(await eventNumbers(viewer, event.id)).toBeUndefined();
  expect(await eventNumbers(organizer, "evt_0000000000")).toBeUndefined();
  expect((await eventNumbers(organizer, event.id))?.days).toHaveLength(1);
});
