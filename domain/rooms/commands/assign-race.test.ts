import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { db, type Transaction } from "@/db/client";
import { assignments, rounds } from "@/db/schema/rooms";
import { worstOf } from "@/db/testing/races";
import { aLiveEvent, anOpenRound, at } from "@/db/testing/rooms";
import { withoutGuard } from "@/db/testing/switches";
import type { Id } from "@/lib/ids";
import { listRounds } from "../queries";
import { assign } from "./assign";

/** The guards of a seat in a round; switched off, the very same moves must fail this race. */
const guard = vi.hoisted(() => ({ on: true }));

vi.mock("../internal/round-rooms", async (original) => {
  const real = await original<typeof import("../internal/round-rooms")>();
  const lockRound = async (tx: Transaction, session: Id<"liveSession"> | undefined, roundId: Id<"round">) => {
    if (guard.on) return real.lockRound(tx, session, roundId);
    const [round] = await tx.select().from(rounds).where(eq(rounds.id, roundId));
    return round;
  };
  return { ...real, lockRound };
});

vi.mock("../internal/seating", async (original) => {
  const { seatingWithSwitch } = await import("@/db/testing/switches");
  return seatingWithSwitch(await original<typeof import("../internal/seating")>(), guard);
});

/** A round that runs, and one person who has no room in it yet. */
async function ground() {
  const live = await aLiveEvent({ guests: 6 });
  const round = await anOpenRound(live);
  const listed = await listRounds(live.host.actor, live.event.id, at(20));
  const rooms = listed.ok ? (listed.value.rounds[0]?.rooms ?? []) : [];
  const [person] = live.people;
  if (!person || rooms.length < 3) throw new Error("three rooms are needed");
  const move = (roomId: string | null) =>
    assign({
      actor: live.host.actor,
      input: { ...round, admissionId: person.admissionId, roomId },
      now: at(30),
    });
  await move(null);
  return { round, rooms, person, move };
}
type Ground = Awaited<ReturnType<typeof ground>>;

const seatsOf = ({ person }: Ground) =>
  db().select().from(assignments).where(eq(assignments.admissionId, person.admissionId));

/** So many hosts move the person into one of three rooms at once; in how many it is then. */
async function roomsAfter(start: Ground, hosts: number): Promise<number> {
  const moves = Array.from({ length: hosts }, (_, n) => start.move(start.rooms[n % 3]?.id ?? null));
  // A move that waits too long for its turn on a busy machine is given up by the database; that is no second room.
  const answers = await Promise.allSettled(moves);
  expect(answers.some((answer) => answer.status === "fulfilled" && answer.value.ok)).toBe(true);
  return (await seatsOf(start)).length;
}

describe("a person whom many hosts move at once (R18)", { timeout: 120_000 }, () => {
  it("is in exactly one room of the round", async () => {
    for (let round = 0; round < 3; round++) expect(await roomsAfter(await ground(), 6)).toBe(1);
  });

  it("the database itself refuses a second room, by whatever way it comes", async () => {
    const { round, rooms, person, move } = await ground();
    await move(rooms[0]?.id ?? null);
    const second = sql`insert into assignments (round_id, admission_id, room_id)
      values (${round.roundId}, ${person.admissionId}, ${rooms[1]?.id ?? ""})`;
    await expect(db().execute(second)).rejects.toMatchObject({
      cause: { code: "23505", constraint: "assignments_one_room_per_round" },
    });
  });
});

describe("the same moves without the key and without the lock", { timeout: 120_000 }, () => {
  withoutGuard(guard);
  beforeAll(async () => {
    await db().execute(sql`alter table assignments drop constraint assignments_one_room_per_round`);
  });

  it("put one person into several rooms", async () => {
    const rooms = async () => roomsAfter(await ground(), 6);
    expect(await worstOf(rooms, 1)).toBeGreaterThan(1);
  });
});
