import { describe, expect, it } from "vitest";
import { organizerActor, personActor } from "@/db/testing/actors";
import { anEvent, anEventRole, anOrganizer } from "@/db/testing/makers";
import { anOffice } from "@/db/testing/office";
import { grantsOf } from "@/domain/people/queries";
import { acceptRole } from "./accept-role";
import { offerEventRole } from "./offer-event-role";
import { withdrawEventRole } from "./withdraw-event-role";

describe("withdrawEventRole", () => {
  it("takes the role in this event alone, and twice changes nothing", async () => {
    const { network, actor } = await anOffice();
    const event = await anEvent({ network });
    const [mia, ole] = [await anEventRole(event, "check_in"), await anEventRole(event, "host")];
    const input = { eventId: event.id, personId: mia.id };
    for (const _ of [1, 2]) expect(await withdrawEventRole({ actor, input })).toMatchObject({ ok: true });
    const grants = await grantsOf([mia.id, ole.id]);
    expect([grants.get(mia.id), grants.get(ole.id)?.length]).toEqual([[], 1]);
  });

  it("leaves no earlier offer by which it comes back, and those of other events alone", async () => {
    const { network, actor } = await anOffice();
    const [event, other] = [await anEvent({ network }), await anEvent({ network })];
    const mia = await anEventRole(event, "check_in");
    const offers = [event, other].map(({ id }) =>
      offerEventRole({ actor, input: { eventId: id, email: mia.email, role: "host", locale: "de" } }),
    );
    const made = (await Promise.all(offers)).map((offer) => (offer.ok ? offer.value : undefined));
    await withdrawEventRole({ actor, input: { eventId: event.id, personId: mia.id } });
    const accepted = made.map((input) => acceptRole({ actor: personActor(mia), input }));
    expect(await Promise.all(accepted)).toMatchObject([{ failure: { reason: "offer_over" } }, { ok: true }]);
    expect((await grantsOf([mia.id])).get(mia.id)).toMatchObject([{ role: "host", eventId: other.id }]);
  });

  it("is missing to everybody who does not own the network, whoever runs the event", async () => {
    const [{ network }, other] = [await anOffice(), await anOffice()];
    const event = await anEvent({ network });
    const mia = await anEventRole(event, "check_in");
    const input = { eventId: event.id, personId: mia.id };
    for (const actor of [organizerActor(await anOrganizer(network), network), other.actor])
      expect(await withdrawEventRole({ actor, input })).toMatchObject({ failure: { kind: "not_found" } });
    expect((await grantsOf([mia.id])).get(mia.id)).toHaveLength(1);
  });
});
