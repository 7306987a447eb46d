import { describe, expect, it } from "vitest";
import { organizerActor } from "@/db/testing/actors";
import { anOrganizer } from "@/db/testing/makers";
import { anOffice } from "@/db/testing/office";
import { grantsOf } from "@/domain/people/queries";
import { withdrawRole } from "./withdraw-role";

describe("withdrawRole", () => {
  it("takes the role at once, and twice changes nothing", async () => {
    const { network, actor } = await anOffice();
    const organizer = await anOrganizer(network);
    const input = { networkId: network.id, personId: organizer.id };
    expect(await withdrawRole({ actor, input })).toMatchObject({ ok: true });
    expect(await withdrawRole({ actor, input })).toMatchObject({ ok: true });
    expect((await grantsOf([organizer.id])).get(organizer.id)).toEqual([]);
  });

  it("leaves a network its last owner, and is missing to everybody who owns it not", async () => {
    const [{ network, actor, person }, other] = [await anOffice(), await anOffice()];
    const input = { networkId: network.id, personId: person.id };
    expect(await withdrawRole({ actor, input })).toMatchObject({ failure: { reason: "last_owner" } });
    const organizer = organizerActor(await anOrganizer(network), network);
    for (const stranger of [organizer, other.actor])
      expect(await withdrawRole({ actor: stranger, input })).toMatchObject({
        failure: { kind: "not_found" },
      });
  });
});
