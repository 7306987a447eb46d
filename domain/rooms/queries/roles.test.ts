import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { networkMembers } from "@/db/schema/alliance";
import { eventRoles } from "@/db/schema/alliance-roles";
import { eventNetworks } from "@/db/schema/programme";
import { registrations } from "@/db/schema/registration";
import { admissions } from "@/db/schema/rooms";
import { claimActor, eventActor, organizerActor, personActor, seatActor } from "@/db/testing/actors";
import { aClaim, aNetwork, anEventRole, anOrganizer, aRegistration } from "@/db/testing/makers";
import { aLiveEvent, at, joined, START } from "@/db/testing/rooms";
import type { Actor } from "@/domain/policy";
import { joinRoom } from "../commands/join-room";
import { sanction } from "../commands/sanction";
import { setRole } from "../commands/set-role";
import { listPeople } from "../queries";
import { findPeopleNow } from "./roles";
import { standingOf } from "./standing";

const live = async () => {
  const network = await aNetwork();
  return { network, ...(await aLiveEvent({ network, mode: "stage" })) };
};
type Live = Awaited<ReturnType<typeof live>>;

let tabs = 0;
const enters = ({ event }: Live, actor: Actor) => joined(event, actor, { tab: `tab-${++tabs}`, now: START });

/** What LiveKit is told of this person. */
async function roleOf({ event }: Pick<Live, "event">, admissionId: `adm_${string}`) {
  const scope = { ...event, eventId: event.id };
  const [person] = await findPeopleNow(db(), scope, { ids: [admissionId], now: at(50) });
  return person?.rows.role ?? "out";
}
const cancel = (id: `reg_${string}`) =>
  db()
    .update(registrations)
    .set({ status: "cancelled", cancelledAt: at(20) })
    .where(eq(registrations.id, id));

test.for(["participant", "speaker", "cohost"] as const)(
  "a cancelled registration puts out a %s of the room",
  async (role) => {
    const here = await live();
    const registration = await aRegistration(here.event);
    const { admissionId } = await enters(here, seatActor(registration));
    const input = { eventId: here.event.id, admissionId, role };
    expect(await setRole({ actor: here.host.actor, input, now: at(5) })).toMatchObject({ ok: true });
    expect(await roleOf(here, admissionId)).toBe(role);
    await cancel(registration.id);
    expect(await roleOf(here, admissionId)).toBe("out");
  },
);

test("a cancelled registration puts out the claims to it", async () => {
  const here = await live();
  const registration = await aRegistration(here.event);
  const { admissionId } = await enters(here, claimActor(registration, await aClaim(registration)));
  expect(await roleOf(here, admissionId)).toBe("unproven");
  await cancel(registration.id);
  expect(await roleOf(here, admissionId)).toBe("out");
});

test("an event that becomes one for members only puts out the claims, and keeps the mailed links", async () => {
  const here = await live();
  const registration = await aRegistration(here.event);
  const claim = await enters(here, claimActor(registration, await aClaim(registration)));
  const mailed = await enters(here, seatActor(registration));
  const membersOnly = { event: { ...here.event, membersOnly: true } };
  const roles = (of: Pick<Live, "event">) =>
    Promise.all([claim, mailed].map(({ admissionId }) => roleOf(of, admissionId)));
  expect(await roles(here)).toEqual(["unproven", "participant"]);
  expect(await roles(membersOnly)).toEqual(["out", "participant"]);
});

test("a waiting list lets nobody in who was in before", async () => {
  const here = await live();
  const registration = await aRegistration(here.event);
  const { admissionId } = await enters(here, seatActor(registration));
  await db().update(registrations).set({ status: "waiting" }).where(eq(registrations.id, registration.id));
  expect(await roleOf(here, admissionId)).toBe("out");
});

test("a role by grant needs no registration, and is held as long as the grant is", async () => {
  const here = await live();
  const { event, network } = here;
  const partner = await aNetwork();
  const shared = { eventId: event.id, networkId: partner.id, hasAccess: true };
  await db().insert(eventNetworks).values(shared);
  const [own, foreign] = [await anOrganizer(network), await anOrganizer(partner)];
  const cohost = await anEventRole(event, "cohost");
  const access = { role: "organizer", networkId: network.id, eventId: event.id } as const;
  const [one, two, three] = [
    await enters(here, organizerActor(own, network)),
    await enters(here, personActor(foreign, [access])),
    await enters(here, eventActor(cohost, event, "cohost")),
  ];
  const roles = () => Promise.all([one, two, three].map(({ admissionId }) => roleOf(here, admissionId)));
  expect(await roles()).toEqual(["host", "host", "cohost"]);
  await cancel((await aRegistration(event, { personId: cohost.id })).id);
  expect(await roles()).toEqual(["host", "host", "cohost"]);

  await db().delete(networkMembers).where(eq(networkMembers.personId, own.id));
  await db().delete(eventNetworks).where(eq(eventNetworks.networkId, partner.id));
  await db().delete(eventRoles).where(eq(eventRoles.personId, cohost.id));
  expect(await roles()).toEqual(["out", "out", "out"]);
  const again = { eventId: event.id, tab: "tab-again", takeOver: true };
  for (const person of [own, foreign, cohost]) {
    expect(await joinRoom({ actor: personActor(person), input: again, now: at(60) })).toMatchObject({
      failure: { reason: "not_allowed" },
    });
  }
});

/** An organizer and a co-host of the event, registered as well, who were in its room by their grants. */
async function twoWithGrants() {
  const here = await live();
  const { event, network } = here;
  const [organizer, cohost] = [await anOrganizer(network), await anEventRole(event, "cohost")];
  for (const { id: personId } of [organizer, cohost])
    await aRegistration(event, { personId, confirmedAt: START });
  const entered = [
    await enters(here, organizerActor(organizer, network)),
    await enters(here, eventActor(cohost, event, "cohost")),
  ];
  const fired = [organizer, cohost].map((person, index) => ({
    actor: personActor(person),
    admissionId: entered[index]?.admissionId ?? "adm_00000000",
  }));
  await db().delete(networkMembers).where(eq(networkMembers.personId, organizer.id));
  await db().delete(eventRoles).where(eq(eventRoles.personId, cohost.id));
  return { ...here, fired };
}

test("whose grant has ended is a participant at once, also with the page still open", async () => {
  const here = await twoWithGrants();
  const { event, fired, host } = here;
  for (const { actor, admissionId } of fired) {
    const standing = await standingOf(db(), actor, { eventId: event.id, now: at(30) });
    expect(standing).toMatchObject({ admitted: "participant", rights: { mic: false, moderate: false } });
    expect(await roleOf(here, admissionId)).toBe("participant");
    const input = { eventId: event.id, admissionId: host.admissionId, role: "participant" };
    expect(await setRole({ actor, input, now: at(30) })).toMatchObject({ failure: { kind: "forbidden" } });
  }
  const listed = await listPeople(host.actor, event.id, at(31));
  expect(listed.ok && listed.value.people.map(({ role }) => role).sort()).toEqual([
    "host",
    "participant",
    "participant",
  ]);
});

test("whose grant has ended can be put out, and is a participant after coming in again", async () => {
  const here = await twoWithGrants();
  const { event, fired, host } = here;
  for (const { actor, admissionId } of fired) {
    const input = { eventId: event.id, admissionId, action: "remove" };
    expect(await sanction({ actor: host.actor, input, now: at(30) })).toMatchObject({ ok: true });
    await joined(event, actor, { tab: "tab-again", now: at(331) });
    const [row] = await db().select().from(admissions).where(eq(admissions.id, admissionId));
    expect(row).toMatchObject({ role: "participant", roleGiven: false, roleSince: at(331) });
  }
});

test("what hosts gave in the room is held without a grant, and stays when a grant ends", async () => {
  const here = await twoWithGrants();
  const { event, fired, host } = here;
  const [one] = fired;
  if (!one) throw new Error("nobody joined");
  const input = { eventId: event.id, admissionId: one.admissionId, role: "cohost" };
  expect(await setRole({ actor: host.actor, input, now: at(30) })).toMatchObject({ ok: true });
  await joinRoom({
    actor: one.actor,
    input: { eventId: event.id, tab: "tab-a", takeOver: true },
    now: at(31),
  });
  const standing = await standingOf(db(), one.actor, { eventId: event.id, now: at(32) });
  expect(standing).toMatchObject({ admitted: "cohost", rights: { moderate: true } });
  expect(await roleOf(here, one.admissionId)).toBe("cohost");
});

test("the mailed link of a host without a sign-in makes no host, and the sign-in does again", async () => {
  const here = await live();
  const { event, network } = here;
  const organizer = await anOrganizer(network);
  const registration = await aRegistration(event, { personId: organizer.id });
  const { admissionId } = await enters(here, organizerActor(organizer, network));
  const roles = () =>
    db()
      .select({ role: admissions.role })
      .from(admissions)
      .where(and(eq(admissions.id, admissionId), eq(admissions.eventId, event.id)));
  for (const [actor, role] of [
    [seatActor(registration), "participant"],
    [organizerActor(organizer, network), "host"],
  ] as const) {
    const input = { eventId: event.id, tab: `tab-${role}`, takeOver: true };
    expect(await joinRoom({ actor, input, now: at(5) })).toMatchObject({ value: { admissionId } });
    expect(await roles()).toEqual([{ role }]);
    expect(await roleOf(here, admissionId), "LiveKit follows the entry").toBe(role);
  }
});
