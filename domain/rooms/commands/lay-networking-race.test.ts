import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { rounds } from "@/db/schema/rooms";
import { roundMeetings } from "@/db/schema/rooms-beside";
import { system } from "@/db/testing/actors";
import { withoutLockOn, worstOf } from "@/db/testing/races";
import { aLiveEvent, at } from "@/db/testing/rooms";
import { layNetworking } from "./lay-networking";
import { startNetworking } from "./start-networking";

/** Four people, three rounds, and two workers with plans of their own for the same ground. */
async function ground() {
  const live = await aLiveEvent({ guests: 4 });
  const input = { eventId: live.event.id, rounds: 3, durationSeconds: 60, breakSeconds: 0 };
  const made = await startNetworking({ actor: live.host.actor, input, now: at(0) });
  if (!made.ok) throw new Error(made.failure.reason);
  const [a, b, c, d] = live.people.map(({ admissionId }) => admissionId);
  if (!a || !b || !c || !d) throw new Error("four are needed");
  const thirds = [
    [
      [a, b],
      [c, d],
    ],
    [
      [a, c],
      [b, d],
    ],
    [
      [a, d],
      [b, c],
    ],
  ] as const;
  const { networkingId } = made.value;
  const lay = (shift: number) =>
    layNetworking({
      actor: system,
      now: at(1),
      input: {
        ...{ eventId: live.event.id, networkingId, revision: 0, plannedFor: `plan ${shift}` },
        rounds: [1, 2, 3].map((position) => ({
          position,
          pairs: (thirds[(position + shift) % 3] ?? []).map(([one, other]): [typeof one, typeof other] => [
            one,
            other,
          ]),
        })),
      },
    });
  return { networkingId, lay };
}
type Ground = Awaited<ReturnType<typeof ground>>;

/** How many of three plans for the same ground were laid. */
async function laidOf({ lay }: Ground): Promise<number> {
  const answers = await Promise.allSettled([0, 1, 2].map(lay));
  return answers.filter((answer) => answer.status === "fulfilled" && answer.value.ok).length;
}

const pairsOf = async ({ networkingId }: Ground) =>
  (
    await db()
      .select({ one: roundMeetings.oneId, other: roundMeetings.otherId })
      .from(roundMeetings)
      .innerJoin(rounds, eq(rounds.id, roundMeetings.roundId))
      .where(eq(rounds.networkingId, networkingId))
  ).map(({ one, other }) => `${one} ${other}`);

describe("several plans for one speed networking at once", { timeout: 120_000 }, () => {
  it("become one of them, and nobody meets anybody twice", async () => {
    for (let run = 0; run < 3; run++) {
      const start = await ground();
      expect(await laidOf(start)).toBe(1);
      const pairs = await pairsOf(start);
      expect([pairs.length, new Set(pairs).size]).toEqual([6, 6]);
    }
  });

  it("the database itself refuses a second meeting, by whatever way it comes", async () => {
    const { networkingId, lay } = await ground();
    await lay(0);
    const [met] = await db()
      .select({ meeting: roundMeetings })
      .from(roundMeetings)
      .innerJoin(rounds, eq(rounds.id, roundMeetings.roundId))
      .where(eq(rounds.networkingId, networkingId));
    if (!met) throw new Error("nobody meets");
    await expect(db().insert(roundMeetings).values(met.meeting)).rejects.toMatchObject({
      cause: { code: "23505", constraint: "round_meetings_once" },
    });
  });
});

describe("the same plans without the locks", { timeout: 120_000 }, () => {
  beforeAll(() => {
    const locks = ["live_sessions", "networkings"].map(withoutLockOn);
    return () => {
      for (const putBack of locks.reverse()) putBack();
    };
  });

  it("are laid on top of each other, though all but one are for a ground that has passed", async () => {
    const laid = async () => laidOf(await ground());
    expect(await worstOf(laid, 1)).toBeGreaterThan(1);
  });
});
