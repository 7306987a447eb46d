import { sql } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import type { Transaction } from "@/db/client";
import { organizerActor } from "@/db/testing/actors";
import { aNetwork, anOrganizer } from "@/db/testing/makers";
import { worstOf } from "@/db/testing/races";
import { withoutGuard } from "@/db/testing/switches";
import { createEvent } from "../commands/create-event";

/** The one guard of the addresses; switched off, the very same requests must fail this race. */
const guard = vi.hoisted(() => ({ on: true }));

vi.mock("./slug-lock", async (original) => {
  const real = await original<typeof import("./slug-lock")>();
  const lockSlugs = async (tx: Transaction) => {
    if (guard.on) return real.lockSlugs(tx);
    // The pause only lets all of them arrive before the first one looks.
    await tx.execute(sql`select pg_sleep(0.02)`);
  };
  return { ...real, lockSlugs };
});

const now = new Date("2026-11-12T10:00:00Z");

const plan = { kind: "workshop", mode: "roundtable", minutes: 120 } as const;

/** As many events as there are titles, planned at once; the address that each got, or why it got none. */
async function planned(titles: readonly string[]): Promise<string[]> {
  const network = await aNetwork();
  const actor = organizerActor(await anOrganizer(network), network);
  const common = { networkId: network.id, startsLocal: "2027-03-28T10:00", plan };
  const answers = await Promise.all(
    titles.map((title) => createEvent({ actor, input: { ...common, title }, now })),
  );
  return answers.map((answer) => (answer.ok ? answer.value.slug : answer.failure.reason));
}

const times = (count: number, title: string) => Array.from({ length: count }, () => title);

describe("events of one title that are planned at once", { timeout: 120_000 }, () => {
  it("get an address each", async () => {
    const numbered = Array.from({ length: 11 }, (_, n) => `messen-${n + 2}`);
    expect(new Set(await planned(times(12, "Messen")))).toEqual(new Set(["messen", ...numbered]));
  });

  it("get one too when another title already looks like the next number", async () => {
    const slugs = await planned([...times(5, "Kleben"), ...times(5, "Kleben 2")]);
    expect(slugs.filter((slug) => slug.startsWith("kleben"))).toHaveLength(10);
    expect(new Set(slugs).size).toBe(10);
  });
});

describe("the same without taking turns", { timeout: 120_000 }, () => {
  withoutGuard(guard);

  it("some are asked to try again, for the constraint lets nobody have an address twice", async () => {
    const refused = async () => {
      const answers = await planned(times(12, "Schweißen"));
      return answers.filter((answer) => answer === "try_again").length;
    };
    expect(await worstOf(refused, 0)).toBeGreaterThan(0);
  });
});
