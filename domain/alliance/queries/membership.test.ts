import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { networkAddresses, networkDomains } from "@/db/schema/alliance";
import { eventNetworks } from "@/db/schema/programme";
import { aMember, aNetwork, anEvent, anEventRole, aPerson } from "@/db/testing/makers";
import { isMemberOf } from "./membership";

describe("belonging to a network", () => {
  it("comes of a role in it, whichever", async () => {
    const network = await aNetwork();
    for (const role of ["member", "observer", "organizer", "network_admin"] as const) {
      const person = await aMember(network, role);
      expect(await isMemberOf({ personId: person.id, networkId: network.id }), role).toBe(true);
    }
  });

  it("comes of a listed address and of a domain, for the proven person only", async () => {
    const [network, other] = [await aNetwork(), await aNetwork()];
    await db()
      .insert(networkAddresses)
      .values([
        { networkId: network.id, email: "listed@example.org" },
        { networkId: network.id, email: "typed@example.org" },
      ]);
    await db().insert(networkDomains).values({ networkId: network.id, domain: "werk.example.org" });
    const listed = await aPerson({ email: "listed@example.org" });
    const typed = await aPerson({ email: "typed@example.org", emailVerified: null });
    const worker = await aPerson({ email: "kai@werk.example.org" });
    const unproven = await aPerson({ email: "ole@werk.example.org", emailVerified: null });
    const below = await aPerson({ email: "kai@fremd.werk.example.org" });
    const belongs = ({ id }: typeof listed, { id: networkId } = network) =>
      isMemberOf({ personId: id, networkId });
    expect(await Promise.all([listed, worker].map((one) => belongs(one)))).toEqual([true, true]);
    expect(await Promise.all([typed, unproven, below].map((one) => belongs(one)))).toEqual([
      false,
      false,
      false,
    ]);
    expect(await Promise.all([listed, worker].map((one) => belongs(one, other)))).toEqual([false, false]);
  });

  it("does not come of a part in single events", async () => {
    const [network, partner] = [await aNetwork(), await aNetwork()];
    const event = await anEvent({ network });
    const speaker = await anEventRole(event, "speaker");
    const organizer = await aMember(partner, "organizer");
    await db().insert(eventNetworks).values({ eventId: event.id, networkId: partner.id, hasAccess: true });
    for (const { id } of [speaker, organizer])
      expect(await isMemberOf({ personId: id, networkId: network.id })).toBe(false);
  });
});
