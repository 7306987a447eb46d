import { expect, it } from "vitest";
import { personActor } from "@/db/testing/actors";
import { aPerson } from "@/db/testing/makers";
import { anOffice } from "@/db/testing/office";
import { acceptRole } from "./accept-role";
import { offerRole } from "./offer-role";
import { withdrawRoleOffer } from "./withdraw-role-offer";

it("withdraws what nobody has accepted, for the network's owners alone", async () => {
  const [office, other] = [await anOffice(), await anOffice()];
  const mia = await aPerson();
  const offer = async () => {
    const input = { networkId: office.network.id, email: mia.email, role: "observer", locale: "de" };
    const result = await offerRole({ actor: office.actor, input });
    if (!result.ok) throw new Error(result.failure.reason);
    return result.value;
  };
  const first = await offer();
  expect(await withdrawRoleOffer({ actor: other.actor, input: first })).toMatchObject({
    failure: { kind: "not_found" },
  });
  for (const _ of [1, 2])
    expect(await withdrawRoleOffer({ actor: office.actor, input: first })).toMatchObject({ ok: true });
  const second = await offer();
  expect(await acceptRole({ actor: personActor(mia), input: second })).toMatchObject({ ok: true });
  expect(await withdrawRoleOffer({ actor: office.actor, input: second })).toMatchObject({
    failure: { reason: "offer_over" },
  });
});
