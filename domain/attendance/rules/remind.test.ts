import { expect, test } from "vitest";
import { mayRemind } from "./remind";

const event = {
  status: "published" as const,
  startsAt: new Date("2026-11-24T09:00:00Z"),
  endsAt: new Date("2026-11-24T10:00:00Z"),
};

test.each([
  ["before the start nobody is missing", event, "2026-11-24T08:59:59Z", false],
  ["once it was to begin", event, "2026-11-24T09:00:00Z", true],
  ["begun before its time", { ...event, status: "live" as const }, "2026-11-24T08:55:00Z", true],
  ["over by the plan", { ...event, status: "live" as const }, "2026-11-24T10:00:00Z", false],
  ["ended before its time", { ...event, status: "ended" as const }, "2026-11-24T09:30:00Z", false],
  ["called off", { ...event, status: "cancelled" as const }, "2026-11-24T09:30:00Z", false],
])("%s", (_what, held, now, may) => {
  expect(mayRemind(held, new Date(now))).toBe(may);
});
