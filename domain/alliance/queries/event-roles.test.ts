import { expect, it } from "vitest";
import { eventActor, guest, organizerActor, personActor } from "@/db/testing/actors";
import { aMember, anEvent, anEventRole, anOrganizer } from "@/db/testing/makers";
import { anOffice } from "@/db/testing/office";
import { offerEventRole } from "../commands/offer-event-role";
import { offerRole } from "../commands/offer-role";
import { withdrawRoleOffer } from "../commands/withdraw-role-offer";
import { ROLE_OFFER_DAYS } from "../rules";
import { rolesAtEvent } from "./event-roles";
import { rolesForOffice } from "./office";

async function scene() {
  const office = await anOffice();
  const event = await anEvent({ network: office.network });
  const asked = { eventId: event.id, networkId: office.network.id, now: new Date() };
  return { ...office, event, asked };
}

it("says who has which role, and to owners also with which address and who is invited", async () => {
  const { network, actor, person, event, asked } = await scene();
  const [host, keeper] = [await anEventRole(event, "host"), await anEventRole(event, "check_in")];
  const list = await rolesAtEvent(actor, asked);
  const expected = [
    { personId: host.id, name: host.name, email: host.email, role: "host" },
    { personId: keeper.id, name: keeper.name, email: keeper.email, role: "check_in" },
  ];
  expect(list?.holders).toHaveLength(2);
  expect(list?.holders).toEqual(expect.arrayContaining(expected));
  expect(list?.office).toEqual([{ personId: person.id, name: person.name, role: "network_admin" }]);
  expect(list?.offers).toEqual([]);
  const organizer = organizerActor(await anOrganizer(network), network);
  for (const viewer of [organizer, eventActor(host, event, "host")]) {
    const seen = await rolesAtEvent(viewer, asked);
    expect(seen?.holders.map(({ email }) => email)).toEqual([null, null]);
    expect(seen?.offers).toBeUndefined();
  }
});

it("lists open invitations for this event, and the office's list has none of them", async () => {
  const { network, actor, event, asked } = await scene();
  const to = (email: string, role: string) => ({ email, role, locale: "de" });
  const invite = async (email: string) => {
    const made = await offerEventRole({ actor, input: { ...to(email, "cohost"), eventId: event.id } });
    if (!made.ok) throw new Error(made.failure.reason);
    return made.value;
  };
  await invite("mia@example.org");
  await withdrawRoleOffer({ actor, input: await invite("ole@example.org") });
  await offerRole({ actor, input: { ...to("kim@example.org", "organizer"), networkId: network.id } });
  const offered = async (now: Date) =>
    (await rolesAtEvent(actor, { ...asked, now }))?.offers?.map(({ email, role }) => [email, role]);
  expect(await offered(asked.now)).toEqual([["mia@example.org", "cohost"]]);
  expect(await offered(new Date(Date.now() + (ROLE_OFFER_DAYS + 1) * 24 * 3_600_000))).toEqual([]);
  const office = await rolesForOffice(actor, network.id, new Date());
  expect(office?.offers.map(({ email }) => email)).toEqual(["kim@example.org"]);
});

it("says nothing of an event to the owner of another network who names it as their own", async () => {
  const { event } = await scene();
  await anEventRole(event, "host");
  const other = await anOffice();
  const list = await rolesAtEvent(other.actor, {
    ...{ eventId: event.id, networkId: other.network.id, now: new Date() },
  });
  expect([list?.holders, list?.offers]).toEqual([[], []]);
});

it("is nothing to whoever does not run the event", async () => {
  const { network, event, asked } = await scene();
  const other = await anOffice();
  const viewers = [
    guest,
    other.actor,
    personActor(await aMember(network, "observer"), [{ role: "observer", networkId: network.id }]),
    eventActor(await anEventRole(event, "cohost"), event, "cohost"),
    eventActor(await anEventRole(event, "check_in"), event, "check_in"),
  ];
  for (const viewer of viewers) expect(await rolesAtEvent(viewer, asked)).toBeUndefined();
});
