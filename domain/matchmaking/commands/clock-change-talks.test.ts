import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { meetings, talkWindows } from "@/db/schema/matchmaking";
import { organizerActor, personActor } from "@/db/testing/actors";
import { anEvent, aPerson } from "@/db/testing/makers";
import { outcomeOf } from "@/db/testing/plans";
import { aTaker, aTalkEvent, aTalkRequest } from "@/db/testing/talks";
import { readCalendar } from "@/lib/ics/reading/read-calendar";
import { formatClock } from "@/lib/time/format";
import { slotsOf } from "../rules";
import { answerRequest } from "./answer-request";
import { copyTalkHours } from "./copy-talk-hours";
import { importCalendar } from "./import-calendar";
import { requestMeeting } from "./request-meeting";
import { rescheduleMeeting } from "./reschedule-meeting";

/** Talks from half past one until the event ends, in the night in which the clocks of Berlin change. */
const NIGHTS = {
  spring: { startsAt: new Date("2027-03-28T00:30:00Z"), endsAt: new Date("2027-03-28T03:30:00Z") },
  autumn: { startsAt: new Date("2027-10-30T23:30:00Z"), endsAt: new Date("2027-10-31T02:30:00Z") },
} as const;
type Taker = Awaited<ReturnType<typeof aTaker>>;
const now = new Date("2027-01-10T09:00:00Z");
const at = (iso: string) => new Date(`2027-${iso}:00Z`);
const hoursOf = (night: keyof typeof NIGHTS) =>
  slotsOf({ ...NIGHTS[night], slotMinutes: 20, pauseMinutes: 0 });
const clockOf = (startsAt: Date) => formatClock({ locale: "de", zone: "Europe/Berlin", at: startsAt });

async function aNight(night: keyof typeof NIGHTS) {
  const event = await aTalkEvent({ ...NIGHTS[night], timeZone: "Europe/Berlin" });
  const [anna, ben, cem] = [await aTaker(event), await aTaker(event), await aTaker(event)];
  /** Asked and accepted in the slot that begins then. */
  const agree = async (from: Taker, to: Taker, startsAt: Date) => {
    const slot = (startsAt.getTime() - event.startsAt.getTime()) / (20 * 60_000);
    const request = await aTalkRequest(event, { from: from.person, to: to.person, slots: [slot] });
    const input = { requestId: request.id, answer: startsAt.toISOString() };
    return answerRequest({ actor: personActor(to.person), input, now });
  };
  const ask = async (from: Taker, to: Taker, startsAt: Date) =>
    outcomeOf(
      await requestMeeting({
        actor: personActor(from.person),
        input: { eventId: event.id, toPersonId: to.person.id, slots: [startsAt.toISOString()] },
        now,
      }),
    );
  return { event, anna, ben, cem, agree, ask };
}

/** The calendar of somebody who is busy from 02:20 to 02:40 by the clocks of Berlin, that night. */
async function bringBusy(
  { event, person }: { event: { id: `evt_${string}` }; person: Taker["person"] },
  day: string,
) {
  const lines = [
    ...["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:nacht@example.org"],
    ...[`DTSTART;TZID=Europe/Berlin:2027${day}T023000`, "DURATION:PT10M", "END:VEVENT", "END:VCALENDAR"],
  ];
  const period = { from: at("01-01T00:00").getTime(), to: at("12-31T00:00").getTime() };
  const asked = { zone: "Europe/Berlin", tentativeBlocks: true, period };
  const reading = readCalendar(new TextEncoder().encode(lines.join("\r\n")), asked);
  if (!reading.ok) throw new Error(reading.reason);
  const busy = reading.busy.map(({ startsAt, endsAt }) => ({
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
  }));
  const input = {
    eventId: event.id,
    address: null,
    source: "nacht",
    tentativeBlocks: true,
    busy,
    problems: 0,
  };
  expect(outcomeOf(await importCalendar({ actor: personActor(person), input, now }))).toBe("ok");
}

describe("R14: a night of talks while the clocks change", () => {
  it("in spring no slot begins between two and three, and none is lost or doubled", async () => {
    const slots = hoursOf("spring");
    expect(slots).toHaveLength(9);
    expect(slots.map(({ startsAt }) => clockOf(startsAt)).filter((clock) => clock.startsWith("02"))).toEqual(
      [],
    );
    const { anna, ben, cem, agree, ask } = await aNight("spring");
    // 01:50 to 03:10, which are twenty minutes; the next one begins where it ends.
    expect((await agree(anna, ben, at("03-28T00:50"))).ok).toBe(true);
    expect(await ask(cem, anna, at("03-28T00:50"))).toBe("slot_taken");
    expect(await ask(cem, anna, at("03-28T01:10"))).toBe("ok");
    expect(await ask(cem, anna, at("03-28T02:00"))).toBe("outside_window");
  });

  it("in autumn the two talks at half past two are two talks, and neither is in the other's way", async () => {
    const { event, anna, ben, cem, agree } = await aNight("autumn");
    const [first, second] = [at("10-31T00:30"), at("10-31T01:30")];
    expect(clockOf(first).slice(0, 5)).toBe(clockOf(second).slice(0, 5));
    expect((await agree(anna, ben, first)).ok).toBe(true);
    expect((await agree(anna, cem, second)).ok).toBe(true);
    for (const slot of [first, second])
      expect(await agree(await aTaker(event), anna, slot)).toMatchObject({
        failure: { reason: "slot_taken" },
      });
  });

  it("a talk moves from the first half past two to the second, which is another time", async () => {
    const { anna, ben, agree } = await aNight("autumn");
    const agreed = await agree(anna, ben, at("10-31T00:30"));
    if (!agreed.ok || !agreed.value.meetingId) throw new Error("not agreed");
    const { meetingId } = agreed.value;
    const startsAt = at("10-31T01:30").toISOString();
    const moved = await rescheduleMeeting({
      actor: personActor(anna.person),
      input: { meetingId, startsAt },
      now,
    });
    expect(outcomeOf(moved)).toBe("ok");
    const [row] = await db().select().from(meetings).where(eq(meetings.id, meetingId));
    expect(row).toMatchObject({
      startsAt: at("10-31T01:30"),
      endsAt: at("10-31T01:50"),
      calendarSequence: 1,
    });
  });

  it("what a calendar says of half past two blocks the first, and in spring half past three", async () => {
    const autumn = await aNight("autumn");
    await bringBusy({ event: autumn.event, person: autumn.anna.person }, "1031");
    expect(await autumn.ask(autumn.anna, autumn.ben, at("10-31T00:30"))).toBe("own_time_taken");
    expect(await autumn.ask(autumn.anna, autumn.ben, at("10-31T01:30"))).toBe("ok");
    const spring = await aNight("spring");
    await bringBusy({ event: spring.event, person: spring.anna.person }, "0328");
    expect(await spring.ask(spring.anna, spring.ben, at("03-28T01:30"))).toBe("own_time_taken");
    expect(await spring.ask(spring.anna, spring.ben, at("03-28T01:10"))).toBe("ok");
  });

  it.each([
    ["spring", "03-20T09:00", "03-27T09:00"],
    ["autumn", "10-23T08:00", "10-30T08:00"],
  ])(
    "talks at ten on the second day of a weekly event stay at ten by the clock of its place, in %s",
    async (_season, first, next) => {
      const days = (iso: string) => ({
        startsAt: at(iso),
        endsAt: new Date(at(iso).getTime() + 36 * 3_600_000),
        timeZone: "Europe/Berlin",
      });
      const event = await anEvent({ kind: "matchmaking", ...days(first) });
      const { networkId } = event;
      const copy = await anEvent({ kind: "matchmaking", networkId, ...days(next) });
      // Ten o'clock of the second day: the clocks change in the night before it, a week later.
      const startsAt = new Date(event.startsAt.getTime() + 24 * 3_600_000);
      const endsAt = new Date(startsAt.getTime() + 3_600_000);
      const hours = { startsAt, endsAt, slotMinutes: 20, pauseMinutes: 0 };
      await db()
        .insert(talkWindows)
        .values({ eventId: event.id, ...hours });
      const input = { eventId: copy.id, fromEventId: event.id };
      const actor = organizerActor(await aPerson(), { id: networkId });
      expect(outcomeOf(await copyTalkHours({ actor, input }))).toBe("ok");
      const [window] = await db().select().from(talkWindows).where(eq(talkWindows.eventId, copy.id));
      const clocks = (window ? slotsOf(window) : []).map((slot) => clockOf(slot.startsAt).slice(0, 5));
      expect(clocks).toEqual(["10:00", "10:20", "10:40"]);
    },
  );
});
