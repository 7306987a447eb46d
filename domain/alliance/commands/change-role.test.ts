import { describe, expect, it } from "vitest";
import { organizerActor, personActor } from "@/db/testing/actors";
import { anOrganizer, aPerson } from "@/db/testing/makers";
import { anOffice, anOwner } from "@/db/testing/office";
import { grantsOf } from "@/domain/people/queries";
import { acceptRole } from "./accept-role";
import { changeRole } from "./change-role";
import { offerRole } from "./offer-role";

describe("changeRole", () => {
  it("gives another role to who has one, and invites nobody", async () => {
    const { network, actor } = await anOffice();
    const [organizer, stranger] = [await anOrganizer(network), await aPerson()];
    const change = (personId: string, role: string) =>
      changeRole({ actor, input: { networkId: network.id, personId, role } });
    expect(await change(organizer.id, "observer")).toMatchObject({ ok: true });
    expect((await grantsOf([organizer.id])).get(organizer.id)).toEqual([
      { role: "observer", networkId: network.id },
    ]);
    expect(await change(stranger.id, "observer")).toMatchObject({ failure: { reason: "missing" } });
  });

  it("leaves a network its last owner, and no more than that", async () => {
    const { network, actor, person } = await anOffice();
    const step = () =>
      changeRole({ actor, input: { networkId: network.id, personId: person.id, role: "organizer" } });
    expect(await step()).toMatchObject({ failure: { reason: "last_owner" } });
    await anOwner(network);
    expect(await step()).toMatchObject({ ok: true });
  });

  it("takes the place of what was offered before", async () => {
    const { network, actor } = await anOffice();
    const organizer = await anOrganizer(network);
    const networkId = network.id;
    const form = { networkId, email: organizer.email, role: "network_admin", locale: "de" };
    const offer = await offerRole({ actor, input: form });
    await changeRole({ actor, input: { networkId, personId: organizer.id, role: "observer" } });
    const input = offer.ok ? offer.value : undefined;
    expect(await acceptRole({ actor: personActor(organizer), input })).toMatchObject({
      failure: { reason: "offer_over" },
    });
    expect((await grantsOf([organizer.id])).get(organizer.id)).toMatchObject([{ role: "observer" }]);
  });

  it("is missing to organizers and to owners of other networks", async () => {
    const [{ network, person }, other] = [await anOffice(), await anOffice()];
    const organizer = organizerActor(await anOrganizer(network), network);
    const input = { networkId: network.id, personId: person.id, role: "observer" };
    for (const actor of [organizer, other.actor])
      expect(await changeRole({ actor, input })).toMatchObject({ failure: { kind: "not_found" } });
  });
});
