import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { busyTimes, calendarImports } from "@/db/schema/matchmaking-availability";
import { guest, personActor, seatActor } from "@/db/testing/actors";
import { aTaker, aTalkEvent, slotAt } from "@/db/testing/talks";
import { importCalendar } from "./import-calendar";
import { requestMeeting } from "./request-meeting";

type Event = Awaited<ReturnType<typeof aTalkEvent>>;

const read = (event: Event, slots: number[], source = "one") => ({
  eventId: event.id,
  address: null,
  source,
  tentativeBlocks: true,
  busy: slots.map((index) => ({ startsAt: slotAt(event, index), endsAt: slotAt(event, index + 1) })),
  problems: 0,
});

describe("import-calendar", () => {
  it("keeps busy times, and they are in the way of talks like any other", async () => {
    const event = await aTalkEvent();
    const [anna, ben] = [await aTaker(event), await aTaker(event)];
    const result = await importCalendar({ actor: seatActor(ben.registration), input: read(event, [0, 2]) });
    if (!result.ok) throw new Error(result.failure.reason);
    const kept = await db().select().from(busyTimes).where(eq(busyTimes.importId, result.value.importId));
    expect(kept).toHaveLength(2);
    const input = { eventId: event.id, toPersonId: ben.person.id, slots: [slotAt(event, 2).toISOString()] };
    const free = [1, 3].map((index) => slotAt(event, index).toISOString());
    expect(await requestMeeting({ actor: personActor(anna.person), input })).toMatchObject({
      failure: { reason: "not_available", details: { free } },
    });
  });

  it("the same calendar brought again is one, with what it says now", async () => {
    const event = await aTalkEvent();
    const anna = await aTaker(event);
    for (const slots of [[0, 1], [0, 1], [3]]) {
      const result = await importCalendar({ actor: personActor(anna.person), input: read(event, slots) });
      if (!result.ok) throw new Error(result.failure.reason);
      const kept = await db().select().from(busyTimes).where(eq(busyTimes.importId, result.value.importId));
      expect(kept.map(({ startsAt }) => startsAt)).toEqual(slots.map((index) => slotAt(event, index)));
    }
    expect(await db().$count(calendarImports, eq(calendarImports.personId, anna.person.id))).toBe(1);
  });

  it("a stranger brings nothing along, and nobody more than five", async () => {
    const event = await aTalkEvent();
    const anna = await aTaker(event);
    expect(await importCalendar({ actor: guest, input: read(event, []) })).toMatchObject({
      failure: { kind: "not_found" },
    });
    const bring = (source: string) =>
      importCalendar({ actor: personActor(anna.person), input: read(event, [], source) });
    // At once, which `import-calendar-race.test.ts` does from several events.
    const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => bring(`calendar ${index}`)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(5);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ failure: { reason: "too_many_calendars" } });
    const mine = eq(calendarImports.personId, anna.person.id);
    expect(await db().$count(calendarImports, mine)).toBe(5);
  });
});
