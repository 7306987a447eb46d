import { describe, expect, it } from "vitest";
import { organizerActor, personActor } from "@/db/testing/actors";
import { anEvent, anOrganizer, aPerson } from "@/db/testing/makers";
import { anOffice, anOwner } from "@/db/testing/office";
import { grantsOf } from "@/domain/people/queries";
import { acceptRole } from "./accept-role";
import { offerEventRole } from "./offer-event-role";
import { offerRole } from "./offer-role";
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

  it("ends what an owner has offered, in the office and in events, and nothing that another owner has", async () => {
    const { network, actor } = await anOffice();
    const leaving = await anOwner(network);
    const event = await anEvent({ network });
    const [mia, ole, kim] = [await aPerson(), await aPerson(), await aPerson()];
    const form = (email: string, role: string) => ({ networkId: network.id, email, role, locale: "de" });
    const offers = [
      await offerRole({ actor: leaving.actor, input: form(mia.email, "organizer") }),
      await offerEventRole({
        actor: leaving.actor,
        input: { ...form(ole.email, "host"), eventId: event.id },
      }),
      await offerRole({ actor, input: form(kim.email, "organizer") }),
    ].map((made) => (made.ok ? made.value : { invitationId: made.failure.reason }));
    expect(
      await withdrawRole({ actor, input: { networkId: network.id, personId: leaving.person.id } }),
    ).toMatchObject({
      ok: true,
    });
    const accepted = await Promise.all(
      [mia, ole, kim].map((one, n) => acceptRole({ actor: personActor(one), input: offers[n] })),
    );
    expect(accepted).toMatchObject([
      { failure: { reason: "offer_over" } },
      { failure: { reason: "offer_over" } },
      { ok: true },
    ]);
  });

  it("leaves no earlier offer by which the role, or a larger one, comes back", async () => {
    const { network, actor } = await anOffice();
    const [organizer, stays] = [await anOrganizer(network), await aPerson()];
    const offer = async (email: string) => {
      const input = { networkId: network.id, email, role: "network_admin", locale: "de" };
      const made = await offerRole({ actor, input });
      return made.ok ? made.value : undefined;
    };
    const [owed, others] = [await offer(organizer.email), await offer(stays.email)];
    await withdrawRole({ actor, input: { networkId: network.id, personId: organizer.id } });
    expect(await acceptRole({ actor: personActor(organizer), input: owed })).toMatchObject({
      failure: { reason: "offer_over" },
    });
    expect((await grantsOf([organizer.id])).get(organizer.id)).toEqual([]);
    expect(await acceptRole({ actor: personActor(stays), input: others })).toMatchObject({ ok: true });
    // Whoever thinks better of it offers anew.
    const again = await offer(organizer.email);
    expect(await acceptRole({ actor: personActor(organizer), input: again })).toMatchObject({ ok: true });
  });

  it("leaves offers open as long as their owner stays one", async () => {
    const { network, actor } = await anOffice();
    const mia = await aPerson();
    const form = { networkId: network.id, email: mia.email, role: "observer", locale: "de" };
    const offer = await offerRole({ actor, input: form });
    const organizer = await anOrganizer(network);
    await withdrawRole({ actor, input: { networkId: network.id, personId: organizer.id } });
    const input = offer.ok ? offer.value : undefined;
    expect(await acceptRole({ actor: personActor(mia), input })).toMatchObject({ ok: true });
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
