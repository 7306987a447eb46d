import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { personActor } from "@/db/testing/actors";
import { anEvent, aPerson } from "@/db/testing/makers";
import { anOffice } from "@/db/testing/office";
import { worstOf } from "@/db/testing/races";
import { acceptRole } from "../commands/accept-role";
import { offerEventRole } from "../commands/offer-event-role";
import { withdrawRoleOffer } from "../commands/withdraw-role-offer";

/** The lock on the network; switched off, the very same commands must be able to accept what is withdrawn. */
const guard = vi.hoisted(() => ({ on: true }));

vi.mock("./lock-network", async (original) => {
  const real = await original<typeof import("./lock-network")>();
  const lockNetwork: typeof real.lockNetwork = async (tx, networkId) =>
    guard.on ? real.lockNetwork(tx, networkId) : { networkId };
  return { ...real, lockNetwork };
});

/** Four people accept a role at an event while its owner withdraws each offer; how many were told both. */
async function toldBoth(): Promise<number> {
  const { network, actor } = await anOffice();
  const event = await anEvent({ network });
  const told = await Promise.all(
    [1, 2, 3, 4].map(async () => {
      const mia = await aPerson();
      const form = { eventId: event.id, email: mia.email, role: "host", locale: "de" };
      const offer = await offerEventRole({ actor, input: form });
      if (!offer.ok) throw new Error(offer.failure.reason);
      const [accepted, withdrawn] = await Promise.all([
        acceptRole({ actor: personActor(mia), input: offer.value }),
        withdrawRoleOffer({ actor, input: offer.value }),
      ]);
      return accepted.ok && withdrawn.ok;
    }),
  );
  return told.filter(Boolean).length;
}

it("a role is accepted or its offer withdrawn, never both", async () => {
  expect(await toldBoth()).toBe(0);
});

describe("the same without the lock", () => {
  beforeAll(() => {
    guard.on = false;
  });
  afterAll(() => {
    guard.on = true;
  });

  it("gives a role whose offer was withdrawn", async () => {
    expect(await worstOf(toldBoth, 0)).toBeGreaterThan(0);
  });
});
