import { sql } from "drizzle-orm";
import { expect, it, vi } from "vitest";
import type { Transaction } from "@/db/client";
import { organizerActor } from "@/db/testing/actors";
import { aNetwork, anOrganizer } from "@/db/testing/makers";
import { worstOf } from "@/db/testing/races";
import { createSeries } from "./create-series";

/** The one guard of the addresses; switched off, the very same requests must fail this race. */
const guard = vi.hoisted(() => ({ on: true }));

vi.mock("../internal/slug-lock", async (original) => {
  const real = await original<typeof import("../internal/slug-lock")>();
  const lockSlugs = async (tx: Transaction) => {
    if (guard.on) return real.lockSlugs(tx);
    // The pause only lets all of them arrive before the first one looks.
    await tx.execute(sql`select pg_sleep(0.02)`);
  };
  return { ...real, lockSlugs };
});

/** Eight series of one title, planned at once in two networks; the address that each got, or why it got none. */
async function planned(title: string): Promise<string[]> {
  const networks = [await aNetwork(), await aNetwork()];
  const desks = await Promise.all(
    networks.map(async (network) => ({
      networkId: network.id,
      actor: organizerActor(await anOrganizer(network), network),
    })),
  );
  const answers = await Promise.all(
    [...desks, ...desks, ...desks, ...desks].map(({ actor, networkId }) =>
      createSeries({ actor, input: { networkId, title, startsOn: "2027-05-03", endsOn: "2027-05-07" } }),
    ),
  );
  return answers.map((answer) => (answer.ok ? answer.value.slug : answer.failure.reason));
}

it("gives each of the series of one title that are planned at once an address of its own", async () => {
  guard.on = true;
  const numbered = Array.from({ length: 7 }, (_, n) => `reihe-im-mai-${n + 2}`);
  expect(new Set(await planned("Reihe im Mai"))).toEqual(new Set(["reihe-im-mai", ...numbered]));
});

it("asks some to try again without taking turns, for the constraint lets nobody have an address twice", async () => {
  guard.on = false;
  const refused = async () =>
    (await planned("Reihe im Juni")).filter((answer) => answer === "try_again").length;
  expect(await worstOf(refused, 0)).toBeGreaterThan(0);
});
