import { and, eq, isNotNull } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { roleInvitations } from "@/db/schema/alliance-roles";
import { personActor } from "@/db/testing/actors";
import { anEvent, aPerson } from "@/db/testing/makers";
import { anOffice, anOwner } from "@/db/testing/office";
import { worstOf } from "@/db/testing/races";
import { acceptRole } from "../commands/accept-role";
import { offerEventRole } from "../commands/offer-event-role";
import { withdrawRole } from "../commands/withdraw-role";
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

/** The owner who has offered them loses the network meanwhile; how many offers are both accepted and withdrawn then. */
async function acceptedOfNobody(): Promise<number> {
  const { network, actor } = await anOffice();
  const leaving = await anOwner(network);
  const event = await anEvent({ network });
  const people = await Promise.all([1, 2, 3, 4].map(() => aPerson()));
  const offers: unknown[] = [];
  for (const { email } of people) {
    const form = { eventId: event.id, email, role: "host", locale: "de" };
    const offer = await offerEventRole({ actor: leaving.actor, input: form });
    offers.push(offer.ok ? offer.value : undefined);
  }
  await Promise.all([
    ...people.map((mia, n) => acceptRole({ actor: personActor(mia), input: offers[n] })),
    withdrawRole({ actor, input: { networkId: network.id, personId: leaving.person.id } }),
  ]);
  const { networkId, acceptedAt, withdrawnAt } = roleInvitations;
  const both = and(eq(networkId, network.id), isNotNull(acceptedAt), isNotNull(withdrawnAt));
  return db().$count(roleInvitations, both);
}

it("a role is accepted or its offer withdrawn, never both", async () => {
  expect(await toldBoth()).toBe(0);
});

it("what an owner has offered is accepted before they lose the network, or over with it", async () => {
  expect(await acceptedOfNobody()).toBe(0);
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

  it("gives a role that an owner has offered who is none any more", async () => {
    expect(await worstOf(acceptedOfNobody, 0)).toBeGreaterThan(0);
  });
});
