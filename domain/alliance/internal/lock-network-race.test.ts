import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { networkMembers } from "@/db/schema/alliance";
import { roleInvitations } from "@/db/schema/alliance-roles";
import { personActor, system } from "@/db/testing/actors";
import { anEvent, anOrganizer, aPerson } from "@/db/testing/makers";
import { anOffice, anOwner } from "@/db/testing/office";
import { worstOf } from "@/db/testing/races";
import { withoutGuard } from "@/db/testing/switches";
import { acceptRole } from "../commands/accept-role";
import { changeRole } from "../commands/change-role";
import { giveUpNetworks } from "../commands/give-up-networks";
import { leaveRole } from "../commands/leave-role";
import { offerEventRole } from "../commands/offer-event-role";
import { offerRole } from "../commands/offer-role";
import { withdrawRole } from "../commands/withdraw-role";
import { withdrawRoleOffer } from "../commands/withdraw-role-offer";

/** The lock on the network; switched off, the very same commands must break what it keeps: an owner, and one word about an offer. */
const guard = vi.hoisted(() => ({ on: true }));

vi.mock("./lock-network", async (original) => {
  const real = await original<typeof import("./lock-network")>();
  const lockNetwork: typeof real.lockNetwork = async (tx, networkId) =>
    guard.on ? real.lockNetwork(tx, networkId) : { networkId };
  return { ...real, lockNetwork };
});

/** Four owners withdraw or demote each other in a circle, all at once; how many owners are missing of the one there must be. */
async function ownersMissing(): Promise<number> {
  const office = await anOffice();
  const { network } = office;
  const owners = [office, ...(await Promise.all([1, 2, 3].map(() => anOwner(network))))];
  await Promise.allSettled(
    owners.map(({ actor }, n) => {
      const next = owners[(n + 1) % owners.length]?.person.id;
      const input = { networkId: network.id, personId: next };
      return n % 2
        ? withdrawRole({ actor, input })
        : changeRole({ actor, input: { ...input, role: "observer" } });
    }),
  );
  const owning = and(eq(networkMembers.networkId, network.id), eq(networkMembers.role, "network_admin"));
  return 1 - (await db().$count(networkMembers, owning));
}

/** The same where everybody leaves by themself, half of them because they are erased. */
async function ownersMissingAfterLeaving(): Promise<number> {
  const office = await anOffice();
  const { network } = office;
  const owners = [office, ...(await Promise.all([1, 2, 3].map(() => anOwner(network))))];
  await Promise.allSettled(
    owners.map(({ actor, person }, n) =>
      n % 2
        ? leaveRole({ actor, input: { networkId: network.id } })
        : giveUpNetworks({ actor: system, input: { personId: person.id } }),
    ),
  );
  const owning = and(eq(networkMembers.networkId, network.id), eq(networkMembers.role, "network_admin"));
  return 1 - (await db().$count(networkMembers, owning));
}

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

/** Four people of an office accept an older offer while their role is taken; how many have one afterwards. */
async function rolesGivenBack(): Promise<number> {
  const { network, actor } = await anOffice();
  const networkId = network.id;
  const taken = await Promise.all(
    [1, 2, 3, 4].map(async () => {
      const mia = await anOrganizer(network);
      const form = { networkId, email: mia.email, role: "observer", locale: "de" };
      const offer = await offerRole({ actor, input: form });
      await Promise.all([
        acceptRole({ actor: personActor(mia), input: offer.ok ? offer.value : undefined }),
        withdrawRole({ actor, input: { networkId, personId: mia.id } }),
      ]);
      return mia.id;
    }),
  );
  const theirs = and(eq(networkMembers.networkId, networkId), inArray(networkMembers.personId, taken));
  return db().$count(networkMembers, theirs);
}

it("a role that is taken comes back by no older offer, however soon that is accepted", async () => {
  expect(await rolesGivenBack()).toBe(0);
});

it("a role is accepted or its offer withdrawn, never both", async () => {
  expect(await toldBoth()).toBe(0);
});

it("what an owner has offered is accepted before they lose the network, or over with it", async () => {
  expect(await acceptedOfNobody()).toBe(0);
});

it("a network keeps an owner, however many leave it or are erased at once", async () => {
  expect(await ownersMissingAfterLeaving()).toBe(0);
});

it("a network keeps an owner, however many withdraw each other at once", async () => {
  expect(await ownersMissing()).toBe(0);
});

describe("the same without the lock", () => {
  withoutGuard(guard);

  it("leaves a network without an owner", async () => {
    expect(await worstOf(ownersMissing, 0)).toBeGreaterThan(0);
  });

  it("leaves one that everybody leaves at once without an owner", async () => {
    expect(await worstOf(ownersMissingAfterLeaving, 0)).toBeGreaterThan(0);
  });

  it("gives back a role that was taken", async () => {
    expect(await worstOf(rolesGivenBack, 0)).toBeGreaterThan(0);
  });

  it("gives a role whose offer was withdrawn", async () => {
    expect(await worstOf(toldBoth, 0)).toBeGreaterThan(0);
  });

  it("gives a role that an owner has offered who is none any more", async () => {
    expect(await worstOf(acceptedOfNobody, 0)).toBeGreaterThan(0);
  });
});
