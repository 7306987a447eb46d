import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { networkDomains } from "@/db/schema/alliance";
import { organizerActor } from "@/db/testing/actors";
import { aNetwork, anOrganizer } from "@/db/testing/makers";
import { removeMemberDomain } from "./remove-member-domain";

it("takes the network's own domain and nobody else's", async () => {
  const [network, other] = [await aNetwork(), await aNetwork()];
  const domain = "gemeinsam.example.org";
  await db()
    .insert(networkDomains)
    .values([network, other].map(({ id }) => ({ networkId: id, domain })));
  const actor = organizerActor(await anOrganizer(network), network);
  const remove = (networkId: string) => removeMemberDomain({ actor, input: { networkId, domain } });
  expect(await remove(other.id)).toMatchObject({ failure: { kind: "not_found" } });
  expect(await remove(network.id)).toMatchObject({ ok: true });
  const left = await db().select().from(networkDomains).where(eq(networkDomains.domain, domain));
  expect(left).toMatchObject([{ networkId: other.id }]);
});
