import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { guest, personActor } from "@/db/testing/actors";
import { anEvent, aPerson } from "@/db/testing/makers";
import { anOffice } from "@/db/testing/office";
import { grantsOf } from "@/domain/people/queries";
import { roleOf } from "../internal/roles";
import { ROLE_OFFER_DAYS } from "../rules";
import { acceptRole } from "./accept-role";
import { offerEventRole } from "./offer-event-role";
import { offerRole } from "./offer-role";
import { withdrawRoleOffer } from "./withdraw-role-offer";

type Office = Awaited<ReturnType<typeof anOffice>>;

async function offered({ network, actor }: Office, email: string, role = "organizer") {
  const result = await offerRole({ actor, input: { networkId: network.id, email, role, locale: "en" } });
  if (!result.ok) throw new Error(result.failure.reason);
  return result.value;
}
const heldBy = ({ network }: Office, person: { id: Awaited<ReturnType<typeof aPerson>>["id"] }) =>
  db().transaction((tx) => roleOf(tx, { networkId: network.id, personId: person.id }));

describe("acceptRole", () => {
  it("gives the role to the person of the address, once", async () => {
    const office = await anOffice();
    const mia = await aPerson();
    const input = await offered(office, mia.email);
    expect(await heldBy(office, mia)).toBeUndefined();
    expect(await acceptRole({ actor: personActor(mia), input })).toMatchObject({ ok: true });
    expect(await heldBy(office, mia)).toBe("organizer");
    expect(await acceptRole({ actor: personActor(mia), input })).toMatchObject({
      failure: { reason: "offer_over" },
    });
  });

  it("gives a role in the one event it was offered for, in the place of the one before", async () => {
    const office = await anOffice();
    const event = await anEvent({ network: office.network });
    const mia = await aPerson();
    for (const role of ["check_in", "cohost"] as const) {
      const input = { eventId: event.id, email: mia.email, role, locale: "de" };
      const offer = await offerEventRole({ actor: office.actor, input });
      if (!offer.ok) throw new Error(offer.failure.reason);
      expect(await acceptRole({ actor: personActor(mia), input: offer.value })).toMatchObject({
        value: { eventId: event.id },
      });
      expect((await grantsOf([mia.id])).get(mia.id)).toEqual([
        { role, networkId: office.network.id, eventId: event.id },
      ]);
    }
    expect(await heldBy(office, mia)).toBeUndefined();
  });

  it("is missing to everybody else, like an offer that does not exist", async () => {
    const office = await anOffice();
    const [mia, other] = [await aPerson(), await aPerson()];
    const unproven = await aPerson({ emailVerified: null });
    const input = await offered(office, mia.email);
    const missing = { failure: { kind: "not_found", reason: "missing" } };
    for (const actor of [guest, personActor(other), office.actor])
      expect(await acceptRole({ actor, input })).toMatchObject(missing);
    const toUnproven = await offered(office, unproven.email);
    expect(await acceptRole({ actor: personActor(unproven), input: toUnproven })).toMatchObject(missing);
    const nowhere = { invitationId: "rol_missing000" };
    expect(await acceptRole({ actor: personActor(mia), input: nowhere })).toMatchObject(missing);
    expect(await heldBy(office, other)).toBeUndefined();
  });

  it("is over once withdrawn, replaced, or after its days", async () => {
    const office = await anOffice();
    const mia = await aPerson();
    const actor = personActor(mia);
    const over = { failure: { reason: "offer_over" } };
    const first = await offered(office, mia.email);
    const second = await offered(office, mia.email, "observer");
    expect(await acceptRole({ actor, input: first })).toMatchObject(over);
    const later = new Date(Date.now() + ROLE_OFFER_DAYS * 24 * 3_600_000 + 1000);
    expect(await acceptRole({ actor, input: second, now: later })).toMatchObject(over);
    expect(await withdrawRoleOffer({ actor: office.actor, input: second })).toMatchObject({ ok: true });
    expect(await acceptRole({ actor, input: second })).toMatchObject(over);
    expect(await heldBy(office, mia)).toBeUndefined();
  });

  it("makes nothing else of the only owner", async () => {
    const office = await anOffice();
    const input = await offered(office, office.person.email, "observer");
    expect(await acceptRole({ actor: office.actor, input })).toMatchObject({
      failure: { reason: "last_owner" },
    });
    expect(await heldBy(office, office.person)).toBe("network_admin");
  });
});
