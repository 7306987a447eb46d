import { expect, it } from "vitest";
import { db } from "@/db/client";
import { eventNetworks } from "@/db/schema/programme";
import { guest, personActor } from "@/db/testing/actors";
import { anEventOnSite, DOORS, minute } from "@/db/testing/door";
import { aMember, aNetwork, anEvent, anEventRole, aPerson } from "@/db/testing/makers";
import { anOffice, anOwner } from "@/db/testing/office";
import { grantsOf } from "@/domain/people/queries";
import { officesOf, onlyOwnedBy, tasksOf } from "./tasks";

type Person = Awaited<ReturnType<typeof aPerson>>;
const asSignedIn = async (person: Person) =>
  personActor(person, (await grantsOf([person.id])).get(person.id));

it("names events ahead in which one has a role, with whether they have a door, until a day after their end", async () => {
  const { event, network, keeper } = await anEventOnSite();
  const viewer = await asSignedIn(keeper);
  expect(await tasksOf(viewer, DOORS)).toMatchObject([
    {
      eventId: event.id,
      slug: event.slug,
      roles: ["check_in"],
      onsite: true,
      network: { slug: network.slug },
    },
  ]);
  expect(await tasksOf(viewer, minute(31 * 60))).toHaveLength(1);
  expect(await tasksOf(viewer, minute(33 * 60))).toEqual([]);
  expect(await tasksOf(guest, DOORS)).toEqual([]);
  expect(await tasksOf(personActor(await aPerson()), DOORS)).toEqual([]);
});

it("names drafts, and nothing that was called off", async () => {
  for (const [status, count] of [
    ["draft", 1],
    ["postponed", 1],
    ["cancelled", 0],
    ["ended", 0],
  ] as const) {
    const event = await anEvent({ status });
    const host = await asSignedIn(await anEventRole(event, "host"));
    expect(await tasksOf(host, new Date()), status).toHaveLength(count);
  }
});

it("names what one's office co-hosts with access, and not what one is merely a member for", async () => {
  const [lead, partner] = [await aNetwork(), await aNetwork()];
  const event = await anEvent({ network: lead, membersOnly: true });
  await db().insert(eventNetworks).values({ eventId: event.id, networkId: partner.id, hasAccess: true });
  const organizer = await asSignedIn(await aMember(partner, "organizer"));
  expect(await tasksOf(organizer, new Date())).toMatchObject([{ eventId: event.id, roles: ["organizer"] }]);
  const member = await asSignedIn(await aMember(partner));
  expect(await tasksOf(member, new Date())).toEqual([]);
  expect(await officesOf(member)).toEqual([]);
  expect(await officesOf(organizer)).toMatchObject([{ slug: partner.slug, role: "organizer" }]);
});

it("knows the networks that only the viewer owns", async () => {
  const { network, actor } = await anOffice();
  expect(await onlyOwnedBy(actor)).toMatchObject([{ slug: network.slug }]);
  const second = await anOwner(network);
  for (const viewer of [actor, second.actor, guest]) expect(await onlyOwnedBy(viewer)).toEqual([]);
});
