import { expect, it } from "vitest";
import { db } from "@/db/client";
import { networkAddresses } from "@/db/schema/alliance";
import { roleInvitations } from "@/db/schema/alliance-roles";
import { organizerActor, system } from "@/db/testing/actors";
import { aNetwork, anOrganizer } from "@/db/testing/makers";
import { START } from "@/db/testing/rooms";
import { eraseMemberships } from "./erase-memberships";

async function listedIn(networkId: `net_${string}`, email: string) {
  await db().insert(networkAddresses).values({ networkId, email });
  const offer = { networkId, email, role: "observer" as const, locale: "de" as const };
  await db()
    .insert(roleInvitations)
    .values({ ...offer, expiresAt: START });
}

it("takes one address off the lists of all networks, and no other", async () => {
  const [one, other] = [await aNetwork(), await aNetwork()];
  const [gone, stays] = [`${crypto.randomUUID()}@example.org`, `${crypto.randomUUID()}@example.org`];
  for (const { id } of [one, other]) for (const email of [gone, stays]) await listedIn(id, email);
  const erased = await eraseMemberships({ actor: system, input: { email: gone } });
  expect(erased).toMatchObject({ ok: true, value: { gone: 4 } });
  const left = await db().select().from(networkAddresses);
  expect(left.filter(({ email }) => email === gone)).toEqual([]);
  expect(left.filter(({ email }) => email === stays)).toHaveLength(2);
});

it("is the system's alone", async () => {
  const network = await aNetwork();
  const actor = organizerActor(await anOrganizer(network), network);
  const refused = await eraseMemberships({ actor, input: { email: "somebody@example.org" } });
  expect(refused.ok).toBe(false);
});
