import { describe, expect, it } from "vitest";
import { organizerActor } from "@/db/testing/actors";
import { aNetwork, anOrganizer, aPerson } from "@/db/testing/makers";
import { isMemberOf } from "../queries/membership";
import { addMemberDomain } from "./add-member-domain";
import { removeMemberDomain } from "./remove-member-domain";

describe("addMemberDomain", () => {
  it("makes members of its proven addresses until it is taken back", async () => {
    const network = await aNetwork();
    const actor = organizerActor(await anOrganizer(network), network);
    const person = await aPerson({ email: "kai@halle.example.org" });
    const input = { networkId: network.id, domain: "@Halle.example.org" };
    const belongs = () => isMemberOf({ personId: person.id, networkId: network.id });
    expect(await addMemberDomain({ actor, input })).toMatchObject({ value: { domain: "halle.example.org" } });
    expect(await addMemberDomain({ actor, input }), "twice changes nothing").toMatchObject({ ok: true });
    expect(await belongs()).toBe(true);
    expect(await removeMemberDomain({ actor, input })).toMatchObject({ ok: true });
    expect(await belongs()).toBe(false);
  });

  it.each([
    ["public_mail", "gmail.com"],
    ["domain_malformed", "org"],
  ])("says %s of %s", async (problem, domain) => {
    const network = await aNetwork();
    const actor = organizerActor(await anOrganizer(network), network);
    const result = await addMemberDomain({ actor, input: { networkId: network.id, domain } });
    expect(result).toMatchObject({ failure: { fields: { domain: [problem] } } });
  });

  it("is missing to another network's office", async () => {
    const [network, other] = [await aNetwork(), await aNetwork()];
    const actor = organizerActor(await anOrganizer(other), other);
    const input = { networkId: network.id, domain: "example.org" };
    expect(await addMemberDomain({ actor, input })).toMatchObject({ failure: { kind: "not_found" } });
  });
});
