import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { meetings } from "@/db/schema/matchmaking";
import { organizerActor, personActor } from "@/db/testing/actors";
import { aPerson } from "@/db/testing/makers";
import { worstOf } from "@/db/testing/races";
import { everyRowTakesTime, noRowTakesTime } from "@/db/testing/slow-rows";
import { aTaker, aTalkEvent, aTalkRequest, slotAt } from "@/db/testing/talks";
import { answerRequest } from "./answer-request";
import { setTables } from "./set-tables";

type Event = Awaited<ReturnType<typeof aTalkEvent>>;
type Attendance = "online" | "onsite";

const withTables = async (event: Event, count: number) =>
  setTables({
    actor: organizerActor(await aPerson(), { id: event.networkId }),
    input: { eventId: event.id, count },
  });

/** Two people who agree on the event's first slot: what their talk was answered. */
async function pairUp(event: Event, attendances: readonly Attendance[]) {
  const [anna, ben] = [
    await aTaker(event, { attendance: attendances[0] }),
    await aTaker(event, { attendance: attendances[1] }),
  ];
  const request = await aTalkRequest(event, { from: anna.person, to: ben.person });
  return () =>
    answerRequest({
      actor: personActor(ben.person),
      input: { requestId: request.id, answer: slotAt(event, 0).toISOString() },
    });
}
const answered = async (event: Event, ...attendances: Attendance[]) => (await pairUp(event, attendances))();
const spots = (event: Event) =>
  db()
    .select({ place: meetings.place, table: meetings.tableNumber })
    .from(meetings)
    .where(eq(meetings.eventId, event.id))
    .orderBy(meetings.createdAt);

describe("set-tables", () => {
  it("gives talks of who comes on site a table, one of the two being enough, and others a room alone", async () => {
    const event = await aTalkEvent();
    expect((await withTables(event, 2)).ok).toBe(true);
    for (const pair of [
      ["onsite", "onsite"],
      ["online", "online"],
      ["online", "onsite"],
    ] as const) {
      expect((await answered(event, ...pair)).ok).toBe(true);
    }
    expect(await spots(event)).toEqual([
      { place: "table", table: 1 },
      { place: "online", table: null },
      { place: "mixed", table: 2 },
    ]);
    expect(await answered(event, "onsite", "onsite")).toMatchObject({ failure: { reason: "no_table" } });
    expect((await answered(event, "online", "online")).ok).toBe(true);
  });

  it("an event without tables has rooms for everybody", async () => {
    const event = await aTalkEvent();
    await withTables(event, 3);
    await withTables(event, 0);
    expect((await answered(event, "onsite", "onsite")).ok).toBe(true);
    expect(await spots(event)).toEqual([{ place: "online", table: null }]);
  });

  it("is the organizers' alone", async () => {
    const event = await aTalkEvent();
    const input = { eventId: event.id, count: 2 };
    expect(await setTables({ actor: personActor(await aPerson()), input })).toMatchObject({
      failure: { kind: "not_found" },
    });
  });
});

/** Six pairs on site agree on one slot of an event with two tables at once; how many talks share a table. */
async function sharedTables(): Promise<number> {
  const event = await aTalkEvent();
  await withTables(event, 2);
  const pairs = await Promise.all(Array.from({ length: 6 }, () => pairUp(event, ["onsite", "onsite"])));
  await Promise.all(pairs.map((agree) => agree()));
  const taken = await spots(event);
  return taken.length - new Set(taken.map(({ table }) => table)).size;
}

describe("six pairs who agree on a slot with two tables at once", { timeout: 120_000 }, () => {
  it("never share one: two get a table", async () => {
    expect(await sharedTables()).toBe(0);
  });
});

describe("the same without the constraint on tables", { timeout: 120_000 }, () => {
  beforeAll(async () => {
    await db().execute(sql`alter table meetings drop constraint meetings_table_once`);
    // The pause only widens the window that is always there between looking for a table and taking it.
    await everyRowTakesTime("meetings", { on: "insert", seconds: 0.02 });
  });
  afterAll(async () => {
    await noRowTakesTime("meetings");
  });

  it("share tables", async () => {
    expect(await worstOf(sharedTables, 0)).toBeGreaterThan(0);
  });
});
