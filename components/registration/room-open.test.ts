import { describe, expect, test } from "vitest";
import { isEventOver, isRoomOpen } from "./room-open";

const at = (clock: string) => new Date(`2026-11-12T${clock}:00Z`);
const event = { status: "published", startsAt: at("10:00"), endsAt: at("11:00") } as const;

describe("the way into a room", () => {
  test.each([
    ["09:44", false],
    ["09:45", true],
    ["10:30", true],
    ["11:00", false],
  ])("at %s is shown: %s", (clock, shown) => {
    expect(isRoomOpen(event, at(clock))).toBe(shown);
  });

  test("stays while an event runs over its planned end", () => {
    expect(isRoomOpen({ ...event, status: "live" }, at("11:20"))).toBe(true);
  });

  test.each(["draft", "ended", "cancelled"] as const)("is not shown for an event that is %s", (status) => {
    expect(isRoomOpen({ ...event, status }, at("10:30"))).toBe(false);
  });
});

test("an event is over by its end or its state, but not while it runs on", () => {
  expect(isEventOver(event, at("10:59"))).toBe(false);
  expect(isEventOver(event, at("11:00"))).toBe(true);
  expect(isEventOver({ ...event, status: "live" }, at("11:20"))).toBe(false);
  expect(isEventOver({ ...event, status: "cancelled" }, at("09:00"))).toBe(true);
});
