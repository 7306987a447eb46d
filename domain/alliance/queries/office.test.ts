import { expect, it } from "vitest";
import { db } from "@/db/client";
import { networkAddresses } from "@/db/schema/alliance";
import { guest, organizerActor } from "@/db/testing/actors";
import { aMember, aNetwork, anOrganizer } from "@/db/testing/makers";
import { membersForOffice } from "./office";

it("lists addresses and members by name, and says of one that has moved what the office had listed, and when", async () => {
  const network = await aNetwork();
  const [networkId, movedAt] = [network.id, new Date("2026-11-24T09:00:00Z")];
  const member = await aMember(network);
  await db()
    .insert(networkAddresses)
    .values([
      { networkId, email: "ada@neu.example.org", listedAs: "ada@alt.example.org", movedAt },
      { networkId, email: "kai@example.org" },
    ]);
  const viewer = organizerActor(await anOrganizer(network), network);
  const list = await membersForOffice(viewer, { networkId, search: "" });
  const moved = { from: "ada@alt.example.org", at: movedAt };
  expect(list).toMatchObject({ total: 3, found: 3 });
  expect(list?.members).toEqual(
    expect.arrayContaining([
      { email: "ada@neu.example.org", name: null, moved },
      { email: "kai@example.org", name: null, moved: undefined },
      { email: member.email, name: member.name, moved: undefined },
    ]),
  );
  const found = await membersForOffice(viewer, { networkId, search: "ALT.example" });
  expect(found?.members.map(({ email }) => email)).toEqual(["ada@neu.example.org"]);
  expect(await membersForOffice(guest, { networkId, search: "" })).toBeUndefined();
});
