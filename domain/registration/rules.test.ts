import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  admissionOf,
  countedIn,
  freeSeats,
  heldEvents,
  isHeld,
  isInvitationOpen,
  isOfferOpen,
  isSwitchClosed,
  MOST_TAGS,
  mergedTags,
  offerDeadline,
  PLOTTED_DAYS,
  promotable,
  recentDays,
  seatingOf,
  seatsOf,
} from "./rules";

const seats = (capacity: number | null, confirmed: number, waiting = 0, waitlist = true, offered = 0) => ({
  capacity,
  confirmed,
  waiting,
  offered,
  waitlist,
});

describe("what the next person gets", () => {
  it.each([
    ["a free seat", seats(2, 1), "confirmed"],
    ["no limit", seats(null, 5000), "confirmed"],
    ["the last seat is gone", seats(2, 2), "waiting"],
    ["somebody waits although a seat is free", seats(2, 1, 1), "waiting"],
    ["full and no waiting list", seats(2, 2, 0, false), "full"],
    ["the last seat is offered to somebody", seats(2, 1, 0, true, 1), "waiting"],
  ])("%s", (_name, counts, expected) => {
    expect(seatingOf(counts)).toBe(expected);
  });

  it("never gives a seat that is not there, nor promotes more than wait", () => {
    const counts = fc.record({
      capacity: fc.option(fc.nat(50), { nil: null }),
      confirmed: fc.nat(50),
      waiting: fc.nat(50),
      offered: fc.nat(50),
      waitlist: fc.boolean(),
    });
    fc.assert(
      fc.property(counts, (given) => {
        const full = given.capacity !== null && given.confirmed + given.offered >= given.capacity;
        if (full) expect(seatingOf(given)).not.toBe("confirmed");
        expect(promotable(given)).toBeLessThanOrEqual(given.waiting);
        expect(promotable(given)).toBeLessThanOrEqual(freeSeats(given));
      }),
    );
  });
});

describe("seats online and on site", () => {
  const plan = {
    ...seats(100, 40, 1, true, 2),
    onsiteCapacity: 20,
    onsiteConfirmed: 18,
    onsiteWaiting: 3,
    onsiteOffered: 2,
  };

  it("are counted apart", () => {
    expect(seatsOf(plan, "online")).toEqual(seats(100, 40, 1, true, 2));
    expect(seatsOf(plan, "onsite")).toEqual(seats(20, 18, 3, true, 2));
  });

  it("are none on site where the plan names no number, however many there are online", () => {
    expect(seatsOf({ ...plan, capacity: null, onsiteCapacity: null }, "onsite").capacity).toBe(0);
  });

  it.each([
    ["confirmed", "online", "confirmed"],
    ["confirmed", "onsite", "onsiteConfirmed"],
    ["waiting", "onsite", "onsiteWaiting"],
    ["offered", "online", "offered"],
    ["offered", "onsite", "onsiteOffered"],
    ["pending", "onsite", "pending"],
    ["declined", "online", undefined],
    ["cancelled", "onsite", undefined],
  ] as const)("%s %s stands in the count %s", (status, attendance, column) => {
    expect(countedIn({ status, attendance })).toBe(column);
  });

  it("can be switched until so many hours before the start", () => {
    const startsAt = new Date("2027-03-28T08:00:00Z");
    const at = (clock: string) =>
      isSwitchClosed({ switchHours: 24, startsAt }, new Date(`2027-03-27T${clock}Z`));
    expect([at("07:59:59"), at("08:00:00")]).toEqual([false, true]);
  });
});

describe("who needs the office's yes, and who goes first", () => {
  const rules = {
    confirmMembers: true,
    confirmDomains: ["example.org"],
    membersFirst: true,
    invitedFirst: true,
  };
  const none = { confirmMembers: false, confirmDomains: [], membersFirst: false, invitedFirst: false };
  const typed = { provenEmail: null, isMember: false, isInvited: false, isAsking: false };
  const proven = (domain: string) => ({ ...typed, provenEmail: `ada@${domain}` });
  it.each([
    ["a typed address", rules, typed, true, 0],
    ["a typed address said to be a member's", rules, { ...typed, isMember: true }, true, 0],
    ["a proven address", rules, proven("example.net"), true, 0],
    ["a proven address of a listed domain", rules, proven("example.org"), false, 0],
    ["a proven member", rules, { ...proven("example.net"), isMember: true }, false, 1],
    ["an invited stranger", rules, { ...typed, isInvited: true }, false, 1],
    ["a proven member without rules", none, { ...proven("example.org"), isMember: true }, true, 0],
    ["an invited stranger without rules", none, { ...typed, isInvited: true }, false, 0],
  ])("%s", (_who, said, asker, asksOffice, priority) => {
    expect(admissionOf({ ...said, approval: true }, asker)).toEqual({ asksOffice, priority });
    expect(admissionOf({ ...said, approval: false }, asker)).toEqual({ asksOffice: false, priority });
    const asking = { ...asker, isAsking: true };
    expect(admissionOf({ ...said, approval: false }, asking)).toEqual({ asksOffice: true, priority });
    expect(admissionOf({ ...said, approval: true }, asking)).toEqual({ asksOffice: true, priority });
  });
});

describe("an offer", () => {
  const now = new Date("2026-11-12T10:00:00Z");
  const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

  it.each([
    ["nobody wants offers", null, 100, undefined],
    ["there is time", 24, 100, inHours(24)],
    ["the event begins before", 24, 3, inHours(3)],
    ["the event begins too soon for an answer", 24, 0.4, undefined],
    ["the event has begun", 24, -1, undefined],
  ])("when %s", (_name, offerHours, startsIn, until) => {
    expect(offerDeadline(offerHours, { now, startsAt: inHours(startsIn) })).toEqual(until);
  });

  it.each([
    ["offered", inHours(1), true],
    ["offered", now, false],
    ["confirmed", null, false],
    ["cancelled", null, false],
  ] as const)("%s until %s can be taken: %s", (status, offeredUntil, isOpen) => {
    expect(isOfferOpen({ status, offeredUntil }, now)).toBe(isOpen);
  });
});

it.each([
  ["uses are left", {}, true],
  ["all are used", { uses: 2 }, false],
  ["its time is over", { expiresAt: new Date(0) }, false],
  ["its time is still to come", { expiresAt: new Date(2_000) }, true],
  ["it was ended", { revokedAt: new Date(0) }, false],
])("an invitation when %s", (_name, values, isOpen) => {
  const invitation = { uses: 1, maxUses: 2, expiresAt: null, revokedAt: null, ...values };
  expect(isInvitationOpen(invitation, new Date(1_000))).toBe(isOpen);
});

it("a registration is held until it is cancelled or declined, on the waiting list too", () => {
  const states = ["confirmed", "waiting", "offered", "pending", "declined", "cancelled"] as const;
  const mine = states.map((status) => ({ status, eventId: `evt_${status}` }));
  expect(mine.map(isHeld)).toEqual([true, true, true, true, false, false]);
  expect([...heldEvents(mine)]).toEqual(["evt_confirmed", "evt_waiting", "evt_offered", "evt_pending"]);
});

it("keeps the words that are there, each once, up to as many as one row carries", () => {
  expect(mergedTags(["VIP"], ["Presse", "VIP"])).toEqual(["VIP", "Presse"]);
  const many = Array.from({ length: 30 }, (_, n) => `t${n}`);
  expect(mergedTags(["VIP"], many)).toEqual(["VIP", ...many.slice(0, MOST_TAGS - 1)]);
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
