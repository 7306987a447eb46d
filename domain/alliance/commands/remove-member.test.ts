import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { networkAddresses } from "@/db/schema/alliance";
import { organizerActor } from "@/db/testing/actors";
import { aMember, aNetwork, anOrganizer } from "@/db/testing/makers";
import { isMemberOf } from "../queries/membership";
import { removeMember } from "./remove-member";

describe("removeMember", () => {
  it("takes a listed address and a member by name out, and no role of the office", async () => {
    const [network, other] = [await aNetwork(), await aNetwork()];
    const organizer = await anOrganizer(network);
    const actor = organizerActor(organizer, network);
    const member = await aMember(network);
    const rows = [network, other].map(({ id }) => ({ networkId: id, email: member.email }));
    await db().insert(networkAddresses).values(rows);
    const belongs = (id: typeof member.id, { id: networkId } = network) =>
      isMemberOf({ personId: id, networkId });
    const remove = (email: string) => removeMember({ actor, input: { networkId: network.id, email } });
    expect(await remove(member.email.toUpperCase())).toMatchObject({ ok: true });
    expect(await remove(member.email), "again changes nothing").toMatchObject({ ok: true });
    expect(await belongs(member.id)).toBe(false);
    expect(await belongs(member.id, other), "elsewhere nothing changes").toBe(true);
    await remove(organizer.email);
    expect(await belongs(organizer.id)).toBe(true);
  });

  it("is missing to the office of another network", async () => {
    const [network, other] = [await aNetwork(), await aNetwork()];
    const member = await aMember(network);
    const actor = organizerActor(await anOrganizer(other), other);
    const input = { networkId: network.id, email: member.email };
    expect(await removeMember({ actor, input })).toMatchObject({ failure: { kind: "not_found" } });
    expect(await isMemberOf({ personId: member.id, networkId: network.id })).toBe(true);
  });
});
