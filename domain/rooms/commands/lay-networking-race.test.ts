import { eq, sql } from "drizzle-orm";
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
          pairs: (thirds[(position + shift) % 3] ?? [])
            .map(([one, other]) => [one, other] as const)
            .map((p) => [...p]),
        })),
      },
    });
  return { networkingId, lay };
}
type Ground = Awaited<ReturnType<typeof ground>>;

/** How often the pair that meets most often does. */
async function mostMeetings({ networkingId, lay }: Ground): Promise<number> {
  const answers = await Promise.allSettled([0, 1, 2].map(lay));
  expect(answers.some((answer) => answer.status === "fulfilled" && answer.value.ok)).toBe(true);
  const rows = await db()
    .select({ one: roundMeetings.oneId, other: roundMeetings.otherId })
    .from(roundMeetings)
    .innerJoin(rounds, eq(rounds.id, roundMeetings.roundId))
    .where(eq(rounds.networkingId, networkingId));
  const counts = Map.groupBy(rows, ({ one, other }) => `${one} ${other}`);
  return Math.max(0, ...[...counts.values()].map(({ length }) => length));
}

describe("several plans for one speed networking at once", { timeout: 120_000 }, () => {
  it("become one of them: nobody meets anybody twice", async () => {
    for (let run = 0; run < 3; run++) expect(await mostMeetings(await ground())).toBe(1);
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

describe("the same plans without the locks and the keys", { timeout: 120_000 }, () => {
  beforeAll(async () => {
    await db().execute(sql`alter table round_meetings drop constraint round_meetings_once`);
    await db().execute(sql`alter table assignments drop constraint assignments_one_room_per_round`);
    const locks = ["live_sessions", "networkings"].map(withoutLockOn);
    return () => {
      for (const putBack of locks.reverse()) putBack();
    };
  });

  it("let people meet twice", async () => {
    const most = async () => mostMeetings(await ground());
    expect(await worstOf(most, 1)).toBeGreaterThan(1);
  });
});
