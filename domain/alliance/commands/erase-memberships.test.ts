import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { networkAddresses } from "@/db/schema/alliance";
import { roleInvitations } from "@/db/schema/alliance-roles";
import { organizerActor, system } from "@/db/testing/actors";
import { aNetwork, anOrganizer, aPerson } from "@/db/testing/makers";
import { anOffice } from "@/db/testing/office";
import { MISSING, refusalOf } from "@/db/testing/refusals";
import { START } from "@/db/testing/rooms";
import { eraseMemberships } from "./erase-memberships";
import { offerRole } from "./offer-role";

async function listedIn(networkId: `net_${string}`, email: string) {
  await db().insert(networkAddresses).values({ networkId, email });
  const offer = { networkId, email, role: "observer" as const, locale: "de" as const };
  await db()
    .insert(roleInvitations)
    .values({ ...offer, expiresAt: START });
}

it("takes somebody's addresses, now and before, off the lists of all networks, and no other", async () => {
  const [one, other] = [await aNetwork(), await aNetwork()];
  const [gone, before, stays] = [1, 2, 3].map(() => `${crypto.randomUUID()}@example.org` as const);
  if (!gone || !before || !stays) throw new Error("three addresses are needed");
  for (const { id } of [one, other]) for (const email of [gone, before, stays]) await listedIn(id, email);
  const { id: personId } = await aPerson();
  const addresses = [{ email: gone }, { email: before, until: new Date(Date.now() + 60_000) }];
  const erased = await eraseMemberships({ actor: system, input: { personId, addresses } });
  expect(erased).toMatchObject({ ok: true, value: { gone: 8 } });
  const left = await db().select().from(networkAddresses);
  expect(left.filter(({ email }) => email === gone || email === before)).toEqual([]);
  expect(left.filter(({ email }) => email === stays)).toHaveLength(2);
});

it("ends what the erased person has offered to others and nobody has accepted yet", async () => {
  const { network, actor, person } = await anOffice();
  const email = `${crypto.randomUUID()}@example.org`;
  const form = { networkId: network.id, email, role: "organizer", locale: "de" };
  expect((await offerRole({ actor, input: form })).ok).toBe(true);
  await eraseMemberships({
    actor: system,
    input: { personId: person.id, addresses: [{ email: person.email }] },
  });
  const [offer] = await db().select().from(roleInvitations).where(eq(roleInvitations.email, email));
  expect(offer?.withdrawnAt).toBeInstanceOf(Date);
});

it("leaves what a network has listed since somebody left the address", async () => {
  const [{ id }, email] = [await aNetwork(), `${crypto.randomUUID()}@example.org`];
  await listedIn(id, email);
  const { id: personId } = await aPerson();
  const addresses = [{ email, until: START }];
  const erased = await eraseMemberships({ actor: system, input: { personId, addresses } });
  expect(erased).toMatchObject({ value: { gone: 0 } });
});

it("is the system's alone", async () => {
  const network = await aNetwork();
  const actor = organizerActor(await anOrganizer(network), network);
  const input = { personId: (await aPerson()).id, addresses: [{ email: "somebody@example.org" }] };
  const refused = await eraseMemberships({ actor, input });
  expect(refusalOf(refused)).toBe(MISSING);
});
