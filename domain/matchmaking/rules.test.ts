import { describe, expect, it } from "vitest";
import {
  expiryAfterChange,
  expiryOf,
  freeSlots,
  meetingPhase,
  nextRequestStates,
  openQuota,
  overlaps,
  placeOf,
  type RequestState,
  requestRefusal,
  requestState,
  slotsOf,
  takesTalks,
  timeRefusal,
} from "./rules";

const at = (clock: string) => new Date(`2027-03-10T${clock}:00Z`);
const window = { startsAt: at("10:00"), endsAt: at("11:30"), slotMinutes: 20, pauseMinutes: 5 };
const slot = (start: string, end: string) => ({ startsAt: at(start), endsAt: at(end) });
const starts = (slots: readonly { startsAt: Date }[]) =>
  slots.map(({ startsAt }) => startsAt.toISOString().slice(11, 16));

describe("slots", () => {
  it("fill a window back to back with their pauses and end within it", () => {
    expect(starts(slotsOf(window))).toEqual(["10:00", "10:25", "10:50"]);
    expect(starts(slotsOf({ ...window, endsAt: at("11:35") }))).toEqual(["10:00", "10:25", "10:50", "11:15"]);
    expect(slotsOf({ ...window, endsAt: at("10:10") })).toEqual([]);
  });

  it("are free when nobody of the two is in a talk then, and far enough ahead", () => {
    const free = (busy: { startsAt: Date; endsAt: Date }[], now: string) =>
      starts(freeSlots({ window, busy, now: at(now) }));
    expect(free([], "09:00")).toEqual(["10:00", "10:25", "10:50"]);
    expect(free([slot("10:10", "10:30")], "09:00")).toEqual(["10:50"]);
    expect(free([], "09:56")).toEqual(["10:25", "10:50"]);
    expect(free([], "12:00")).toEqual([]);
  });

  it("keep the length of an hour through the night of the clock change", () => {
    const night = { startsAt: new Date("2027-10-31T00:00:00Z"), endsAt: new Date("2027-10-31T02:00:00Z") };
    const slots = slotsOf({ ...night, slotMinutes: 30, pauseMinutes: 0 });
    expect(new Set(slots.map(({ startsAt }) => startsAt.getTime())).size).toBe(4);
  });

  it.each([
    [slot("10:00", "10:20"), slot("10:20", "10:40"), false],
    [slot("10:00", "10:30"), slot("10:15", "10:45"), true],
    [slot("10:00", "11:00"), slot("10:15", "10:20"), true],
  ])("%o and %o overlap: %s", (one, other, answer) => {
    expect(overlaps(one, other)).toBe(answer);
    expect(overlaps(other, one)).toBe(answer);
  });
});

describe("a request", () => {
  it("lasts 48 hours, or until 2 hours before its first slot", () => {
    expect(expiryOf(new Date("2027-03-01T10:00:00Z"), [slot("10:00", "10:20")])).toEqual(
      new Date("2027-03-03T10:00:00Z"),
    );
    expect(expiryOf(at("04:00"), [slot("10:25", "10:45"), slot("10:00", "10:20")])).toEqual(at("08:00"));
  });

  it("made shortly before lasts until its last slot begins", () => {
    expect(expiryOf(at("09:30"), [slot("10:00", "10:20"), slot("10:50", "11:10")])).toEqual(at("10:50"));
  });

  it("expires by time alone, and only while it waits", () => {
    const request = { status: "requested", expiresAt: at("10:00") } as const;
    expect(requestState(request, at("09:59"))).toBe("requested");
    expect(requestState(request, at("10:00"))).toBe("expired");
    expect(requestState({ ...request, status: "accepted" }, at("12:00"))).toBe("accepted");
  });

  it("is answered once: only a waiting one has a next state", () => {
    const states: RequestState[] = ["requested", "accepted", "declined", "cancelled", "expired"];
    for (const state of states) expect(nextRequestStates[state].length > 0).toBe(state === "requested");
  });
});

describe("what refuses a request", () => {
  const side = { status: "confirmed", talksOptIn: true, proven: true } as const;
  const wish = {
    me: "a",
    partner: "b",
    mySide: side,
    partnerSide: side,
    eventOpen: true,
    window,
    wanted: [at("10:25")],
    busy: [],
    openRequests: 4,
    openBetween: false,
    apart: false,
    meetBetween: false,
    now: at("09:00"),
  };

  it("nothing, when both take talks and the slot is free", () => {
    expect(requestRefusal(wish)).toBeUndefined();
  });

  it.each([
    ["with_oneself", { partner: "a" }],
    ["not_opted_in", { mySide: { ...side, talksOptIn: false } }],
    ["not_opted_in", { mySide: { ...side, proven: false } }],
    ["not_opted_in", { mySide: undefined }],
    ["partner_unavailable", { partnerSide: undefined }],
    ["partner_unavailable", { partnerSide: { ...side, status: "waiting" as const } }],
    ["partner_unavailable", { partnerSide: { ...side, talksOptIn: false } }],
    ["no_talks", { window: undefined }],
    ["no_talks", { eventOpen: false }],
    ["outside_window", { wanted: [at("10:26")] }],
    ["outside_window", { wanted: [at("10:25"), at("12:00")] }],
    ["slot_past", { now: at("10:30") }],
    ["slot_taken", { busy: [slot("10:30", "10:50")] }],
    ["already_asked", { openBetween: true }],
    ["asked_lately", { askedLately: true }],
    ["asked_enough", { askedToday: 3, askedLately: true }],
    ["already_meeting", { meetBetween: true }],
    ["too_many_open", { openRequests: 5 }],
  ])("%s", (reason, more) => {
    expect(requestRefusal({ ...wish, ...more })).toBe(reason);
  });

  it("talks are taken by confirmed, proven people who opted in", () => {
    expect(takesTalks(side)).toBe(true);
    expect(takesTalks({ ...side, status: "cancelled" })).toBe(false);
  });
});

describe("what a request is worth", () => {
  it("each answer to others allows one more to wait, up to ten", () => {
    expect([0, 1, 4, 5, 50].map(openQuota)).toEqual([5, 6, 9, 10, 10]);
  });

  it("a changed one lasts as if asked now, within the first 48 hours", () => {
    const asked = new Date("2027-03-08T10:00:00Z");
    const days = (count: number) => new Date(asked.getTime() + count * 86_400_000);
    const later = [{ startsAt: days(10), endsAt: days(10.01) }];
    expect(expiryAfterChange(asked, days(1), later)).toEqual(days(2));
    // To a slot of the same day: it stands until that slot, and is not over at once.
    const soon = [{ startsAt: new Date(days(1).getTime() + 3_600_000), endsAt: days(1.1) }];
    expect(expiryAfterChange(asked, days(1), soon)).toEqual(soon[0]?.startsAt);
  });
});

describe("where two people talk", () => {
  it.each([
    [["online", "online"], true, "online"],
    [["onsite", "onsite"], true, "table"],
    [["online", "onsite"], true, "mixed"],
    [["onsite", "onsite"], false, "online"],
  ] as const)("%o, with tables: %s: %s", (attendances, hasTables, place) => {
    expect(placeOf(attendances, hasTables)).toBe(place);
  });

  it.each([
    ["slot_taken", { busy: [slot("10:10", "10:30")] }],
    ["own_time_taken", { mineAway: [slot("10:10", "10:30")] }],
    ["not_available", { partnerAway: [slot("10:10", "10:30")] }],
    [undefined, { partnerAway: [slot("10:20", "10:30")] }],
  ])("%s", (reason, taken) => {
    expect(timeRefusal([slot("10:00", "10:20")], { busy: [], ...taken })).toBe(reason);
  });
});

describe("a talk's phase", () => {
  const meeting = { ...slot("10:00", "10:20"), status: "accepted" } as const;
  it.each([
    ["09:57", "ahead"],
    ["09:58", "lobby"],
    ["10:00", "live"],
    ["10:19", "live"],
    ["10:20", "over"],
  ])("at %s it is %s", (clock, phase) => {
    expect(meetingPhase(meeting, at(clock))).toBe(phase);
    expect(meetingPhase({ ...meeting, status: "cancelled" }, at(clock))).toBe("cancelled");
  });
});
