import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { networkAddresses } from "@/db/schema/alliance";
import { roleInvitations } from "@/db/schema/alliance-roles";
import { personActor, system } from "@/db/testing/actors";
import { aNetwork, anEvent, aPerson } from "@/db/testing/makers";
import { anOffice } from "@/db/testing/office";
import { carryMembership } from "./carry-membership";
import { offerEventRole } from "./offer-event-role";
import { offerRole } from "./offer-role";
import { withdrawRoleOffer } from "./withdraw-role-offer";

const now = new Date("2026-11-24T09:00:00Z");
const anAddress = () => `${crypto.randomUUID()}@example.org`;

async function scene() {
  const office = await anOffice();
  const { network, actor } = office;
  const [fromEmail, toEmail] = [anAddress(), anAddress()];
  const input = { networkId: network.id, fromEmail, toEmail };
  const carry = (more: Partial<typeof input> = {}) =>
    carryMembership({ actor: system, input: { ...input, ...more }, now });
  const list = (email: string, networkId = network.id) =>
    db().insert(networkAddresses).values({ networkId, email });
  const listed = () => db().select().from(networkAddresses).where(eq(networkAddresses.networkId, network.id));
  const offer = async (email: string, role = "organizer") => {
    const made = await offerRole({ actor, input: { networkId: network.id, email, role, locale: "de" } });
    if (!made.ok) throw new Error(made.failure.reason);
    return made.value;
  };
  const offers = (email: string) =>
    db()
      .select()
      .from(roleInvitations)
      .where(and(eq(roleInvitations.networkId, network.id), eq(roleInvitations.email, email)));
  return { ...office, fromEmail, toEmail, carry, list, listed, offer, offers };
}

it("carries the entry of the list, says what the office wrote, and leaves other networks alone", async () => {
  const { fromEmail, toEmail, carry, list, listed } = await scene();
  const other = await aNetwork();
  await list(fromEmail);
  await list(fromEmail, other.id);
  expect(await carry()).toMatchObject({ value: { listed: true, offers: 0 } });
  expect(await listed()).toMatchObject([{ email: toEmail, listedAs: fromEmail, movedAt: now }]);
  const foreign = await db().select().from(networkAddresses).where(eq(networkAddresses.networkId, other.id));
  expect(foreign).toMatchObject([{ email: fromEmail, listedAs: null, movedAt: null }]);
  expect(await carry()).toMatchObject({ value: { listed: false } });
});

it("keeps what the office wrote over a second move, and forgets the mark on the way back", async () => {
  const { fromEmail, toEmail, carry, list, listed } = await scene();
  await list(fromEmail);
  await carry();
  const third = anAddress();
  await carry({ fromEmail: toEmail, toEmail: third });
  expect(await listed()).toMatchObject([{ email: third, listedAs: fromEmail }]);
  await carry({ fromEmail: third, toEmail: fromEmail });
  expect(await listed()).toMatchObject([{ email: fromEmail, listedAs: null, movedAt: null }]);
});

it("makes one entry of two where the new address was listed already", async () => {
  const { fromEmail, toEmail, carry, list, listed } = await scene();
  await list(fromEmail);
  await list(toEmail);
  await carry();
  expect((await listed()).map(({ email }) => email)).toEqual([toEmail]);
});

it("carries offers of roles, open or over, so that one address leads to all of them", async () => {
  const { network, actor, fromEmail, toEmail, carry, offer, offers } = await scene();
  await withdrawRoleOffer({ actor, input: await offer(fromEmail, "observer") });
  const open = await offer(fromEmail);
  const event = await anEvent({ network });
  const form = { eventId: event.id, email: fromEmail, role: "cohost", locale: "de" };
  expect((await offerEventRole({ actor, input: form })).ok).toBe(true);
  expect(await carry()).toMatchObject({ value: { offers: 3 } });
  expect(await offers(fromEmail)).toEqual([]);
  const carried = await offers(toEmail);
  expect(carried.filter(({ withdrawnAt }) => withdrawnAt === null)).toHaveLength(2);
  expect(carried.find(({ id }) => id === open.invitationId)).toMatchObject({ role: "organizer" });
});

it.each(["old", "new"] as const)(
  "lets the later of two offers count, here the one to the %s address",
  async (later) => {
    const { fromEmail, toEmail, carry, offer, offers } = await scene();
    const order = later === "old" ? [toEmail, fromEmail] : [fromEmail, toEmail];
    const made = [];
    for (const email of order) made.push(await offer(email));
    expect((await carry()).ok).toBe(true);
    const open = (await offers(toEmail)).filter(({ withdrawnAt }) => withdrawnAt === null);
    expect(open.map(({ id }) => id)).toEqual([made.at(-1)?.invitationId]);
  },
);

it("is nothing that people may do themselves", async () => {
  const { network, fromEmail, toEmail } = await scene();
  const input = { networkId: network.id, fromEmail, toEmail };
  expect(await carryMembership({ actor: personActor(await aPerson()), input })).toMatchObject({
    failure: { kind: "not_found" },
  });
});
