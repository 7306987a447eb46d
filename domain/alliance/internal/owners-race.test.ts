import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { networkMembers } from "@/db/schema/alliance";
import { system } from "@/db/testing/actors";
import { anOffice, anOwner } from "@/db/testing/office";
import { worstOf } from "@/db/testing/races";
import { changeRole } from "../commands/change-role";
import { giveUpNetworks } from "../commands/give-up-networks";
import { leaveRole } from "../commands/leave-role";
import { withdrawRole } from "../commands/withdraw-role";

/** The lock on the network; switched off, the very same commands must be able to leave it without an owner. */
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

it("a network keeps an owner, however many leave it or are erased at once", async () => {
  expect(await ownersMissingAfterLeaving()).toBe(0);
});

it("a network keeps an owner, however many withdraw each other at once", async () => {
  expect(await ownersMissing()).toBe(0);
});

describe("the same without the lock", () => {
  beforeAll(() => {
    guard.on = false;
  });
  afterAll(() => {
    guard.on = true;
  });

  it("leaves a network without an owner", async () => {
    expect(await worstOf(ownersMissing, 0)).toBeGreaterThan(0);
  });

  it("leaves one that everybody leaves at once without an owner", async () => {
    expect(await worstOf(ownersMissingAfterLeaving, 0)).toBeGreaterThan(0);
  });
});
