import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { assignments } from "@/db/schema/rooms";
import { aSession } from "@/db/testing/agenda";
import { agendaJob, aParallelEvent, roomsByRound } from "@/db/testing/parallel";
import { worstOf } from "@/db/testing/races";
import { aLiveEvent, at } from "@/db/testing/rooms";
import { withoutGuard } from "@/db/testing/switches";
import { chooseSession } from "./choose-session";
import { followAgenda } from "./follow-agenda";

/** The guards of a choice and of the rooms themselves; switched off, the very same calls must fail these races. */
const guard = vi.hoisted(() => ({ on: true }));

vi.mock("../internal/seating", async (original) => {
  const { seatingWithSwitch } = await import("@/db/testing/switches");
  return seatingWithSwitch(await original<typeof import("../internal/seating")>(), guard);
});

vi.mock("../internal/session", async (original) => {
  const real = await original<typeof import("../internal/session")>();
  const ensureSession: typeof real.ensureSession = async (tx, event) => {
    if (guard.on) return real.ensureSession(tx, event);
    const found = await real.findSession(tx, event.eventId);
    if (!found) throw new Error("the session is there");
    return found.session;
  };
  return { ...real, ensureSession };
});

/** One person chooses in six tabs at once; in how many rooms they are then. */
async function roomsChosen(): Promise<number> {
  const { event, round, rooms: made, people } = await aParallelEvent();
  const [ben] = people;
  if (!ben) throw new Error("somebody is needed");
  const choices = [0, 1, 2, 3, 4, 5].map((n) => {
    const roomId = n % 2 ? made.first.id : made.second.id;
    const input = { eventId: event.id, roundId: round.id, roomId };
    return chooseSession({ actor: ben.actor, input, now: at(700) });
  });
  const answers = await Promise.allSettled(choices);
  expect(answers.some((answer) => answer.status === "fulfilled" && answer.value.ok)).toBe(true);
  return db().$count(assignments, eq(assignments.admissionId, ben.admissionId));
}

/** The agenda is followed four times at once; how many rooms its two items have then. */
async function roomsMade(): Promise<number> {
  const live = await aLiveEvent();
  for (const track of ["A", "B"])
    await aSession(live.event, { title: `${track} ${live.event.title}`, after: 10, minutes: 20, track });
  const input = { eventId: live.event.id };
  await Promise.allSettled([1, 2, 3, 4].map(() => followAgenda({ actor: agendaJob, input, now: at(1) })));
  return [...(await roomsByRound(live)).values()].flat().length;
}

describe("choices and changes of the agenda that come at once", { timeout: 120_000 }, () => {
  it("leave a person in one room", async () => {
    for (let run = 0; run < 3; run++) expect(await roomsChosen()).toBe(1);
  });

  it("leave an item with one room", async () => {
    for (let run = 0; run < 3; run++) expect(await roomsMade()).toBe(2);
  });
});

describe("the same without keys and locks", { timeout: 120_000 }, () => {
  withoutGuard(guard);
  beforeAll(async () => {
    await db().execute(sql`alter table assignments drop constraint assignments_one_room_per_round`);
    await db().execute(sql`drop index rooms_one_per_session`);
  });

  it("puts a person into several rooms", async () => {
    expect(await worstOf(roomsChosen, 1)).toBeGreaterThan(1);
  });

  it("makes rooms twice", async () => {
    expect(await worstOf(roomsMade, 2)).toBeGreaterThan(2);
  });
});
