import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { networkAddresses } from "@/db/schema/alliance";
import { guest, organizerActor, personActor } from "@/db/testing/actors";
import { aMember, aNetwork, anOrganizer } from "@/db/testing/makers";
import type { Id } from "@/lib/ids";
import { MOST_PASTED } from "../rules";
import { addMembers } from "./add-members";

const listed = (networkId: Id<"network">) =>
  db().$count(networkAddresses, eq(networkAddresses.networkId, networkId));

describe("addMembers", () => {
  it("lists every address of a pasted table once, and names what is none", async () => {
    const network = await aNetwork();
    const actor = organizerActor(await anOrganizer(network), network);
    const add = (text: string) => addMembers({ actor, input: { networkId: network.id, text } });
    expect(await add("Name;E-Mail\nAda;ada@example.org\nKai;kai@example.org\nOle;ole@example")).toMatchObject(
      {
        value: { added: 2, known: 0, refused: ["Ole;ole@example"] },
      },
    );
    expect(await add("Ada@Example.org\nmia@example.org")).toMatchObject({ value: { added: 1, known: 1 } });
    expect(await listed(network.id)).toBe(3);
  });

  it("does not list an address again whose person has moved to another one", async () => {
    const network = await aNetwork();
    const actor = organizerActor(await anOrganizer(network), network);
    const [networkId, movedAt] = [network.id, new Date()];
    await db()
      .insert(networkAddresses)
      .values({ networkId, email: "ada@neu.example.org", listedAs: "ada@alt.example.org", movedAt });
    const add = (text: string) => addMembers({ actor, input: { networkId, text } });
    expect(await add("ada@alt.example.org")).toMatchObject({ value: { added: 0, known: 1 } });
    expect(await add("ada@alt.example.org kai@alt.example.org")).toMatchObject({
      value: { added: 1, known: 1 },
    });
    expect(await listed(networkId)).toBe(2);
  });

  it.each([
    ["nothing", "", "email_required"],
    ["a table without addresses", "Name;Ort", "email_required"],
    ["nothing but typing errors", "ada@example", "no_address_in"],
    [
      "more than can be read at once",
      Array.from({ length: MOST_PASTED + 1 }, (_, n) => `p${n}@example.org`).join("\n"),
      "too_many",
    ],
  ])("refuses %s", async (_name, text, problem) => {
    const network = await aNetwork();
    const actor = organizerActor(await anOrganizer(network), network);
    const result = await addMembers({ actor, input: { networkId: network.id, text } });
    expect(result).toMatchObject({ failure: { fields: { text: [problem] } } });
    expect(await listed(network.id)).toBe(0);
  });

  it("is missing to everybody but the network's own office", async () => {
    const [network, other] = [await aNetwork(), await aNetwork()];
    const member = personActor(await aMember(network), [{ role: "member", networkId: network.id }]);
    const observer = personActor(await aMember(network, "observer"), [
      { role: "observer", networkId: network.id },
    ]);
    const neighbour = organizerActor(await anOrganizer(other), other);
    const input = { networkId: network.id, text: "ada@example.org" };
    for (const actor of [guest, member, observer, neighbour])
      expect(await addMembers({ actor, input })).toMatchObject({ failure: { kind: "not_found" } });
    const nowhere = { ...input, networkId: "net_missing000" };
    expect(await addMembers({ actor: neighbour, input: nowhere })).toMatchObject({
      failure: { kind: "not_found" },
    });
    expect(await listed(network.id)).toBe(0);
  });
});
