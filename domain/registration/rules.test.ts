import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  closedForOffice,
  closedReason,
  freeSeats,
  heldEvents,
  isHeld,
  MOST_TAGS,
  mergedTags,
  PLOTTED_DAYS,
  promotable,
  recentDays,
  seatingOf,
} from "./rules";

const seats = (capacity: number | null, confirmed: number, waiting = 0, waitlist = true) => ({
  capacity,
  confirmed,
  waiting,
  waitlist,
});

describe("what the next person gets", () => {
  it.each([
    ["a free seat", seats(2, 1), "confirmed"],
    ["no limit", seats(null, 5000), "confirmed"],
    ["the last seat is gone", seats(2, 2), "waiting"],
    ["somebody waits although a seat is free", seats(2, 1, 1), "waiting"],
    ["full and no waiting list", seats(2, 2, 0, false), "full"],
  ])("%s", (_name, counts, expected) => {
    expect(seatingOf(counts)).toBe(expected);
  });

  it("never gives a seat that is not there, nor promotes more than wait", () => {
    const counts = fc.record({
      capacity: fc.option(fc.nat(50), { nil: null }),
      confirmed: fc.nat(50),
      waiting: fc.nat(50),
      waitlist: fc.boolean(),
    });
    fc.assert(
      fc.property(counts, (given) => {
        const full = given.capacity !== null && given.confirmed >= given.capacity;
        if (full) expect(seatingOf(given)).not.toBe("confirmed");
        expect(promotable(given)).toBeLessThanOrEqual(given.waiting);
        expect(promotable(given)).toBeLessThanOrEqual(freeSeats(given));
      }),
    );
  });
});

it("a registration is held until it is cancelled, on the waiting list too", () => {
  const mine = (["confirmed", "waiting", "cancelled"] as const).map((status) => ({
    status,
    eventId: `evt_${status}`,
  }));
  expect(mine.map(isHeld)).toEqual([true, true, false]);
  expect([...heldEvents(mine)]).toEqual(["evt_confirmed", "evt_waiting"]);
});

describe("when registration is open", () => {
  const now = new Date("2026-11-12T10:00:00Z");
  const later = new Date("2026-11-12T11:00:00Z");
  it.each([
    [{ status: "published", endsAt: later, registrationClosesAt: null }, undefined],
    [{ status: "live", endsAt: later, registrationClosesAt: null }, undefined],
    [{ status: "draft", endsAt: later, registrationClosesAt: null }, "missing"],
    [{ status: "cancelled", endsAt: later, registrationClosesAt: null }, "event_cancelled"],
    [{ status: "ended", endsAt: later, registrationClosesAt: null }, "event_over"],
    [{ status: "published", endsAt: now, registrationClosesAt: null }, "event_over"],
    [{ status: "published", endsAt: later, registrationClosesAt: now }, "registration_closed"],
  ] as const)("%j", (event, reason) => {
    expect(closedReason(event, now)).toBe(reason);
  });
});

describe("what the office may still do", () => {
  const now = new Date("2026-11-10T10:00:00Z");
  const later = new Date("2026-11-12T10:00:00Z");
  const event = { status: "published" as const, endsAt: later, registrationClosesAt: null };
  it.each([
    ["while people register", event, undefined],
    ["after registration has closed", { ...event, registrationClosesAt: new Date(0) }, undefined],
    ["a draft", { ...event, status: "draft" as const }, "event_draft"],
    ["called off", { ...event, status: "cancelled" as const }, "event_cancelled"],
    ["past its end", { ...event, endsAt: now }, "event_over"],
  ])("%s", (_what, given, expected) => {
    expect(closedForOffice(given, now)).toBe(expected);
  });

  it("keeps the words that are there, each once, up to as many as one row carries", () => {
    expect(mergedTags(["VIP"], ["Presse", "VIP"])).toEqual(["VIP", "Presse"]);
    const many = Array.from({ length: 30 }, (_, n) => `t${n}`);
    expect(mergedTags(["VIP"], many)).toEqual(["VIP", ...many.slice(0, MOST_TAGS - 1)]);
  });
});

describe("the days of a plot", () => {
  it("are all there up to today, and what came before is counted, across a change of clocks", () => {
    const counts = [
      { day: "2026-09-20", count: 4 },
      { day: "2026-10-25", count: 2 },
      { day: "2026-11-01", count: 1 },
    ];
    const { days, before } = recentDays(counts, "2026-11-01");
    expect(before).toBe(4);
    expect(days).toHaveLength(PLOTTED_DAYS);
    expect([days[0]?.day, days.at(-1)?.day]).toEqual(["2026-10-03", "2026-11-01"]);
    expect(new Set(days.map(({ day }) => day)).size).toBe(PLOTTED_DAYS);
    expect(days.filter(({ count }) => count > 0)).toEqual(counts.slice(1));
  });
});
