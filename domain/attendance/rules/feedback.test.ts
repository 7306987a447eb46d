import { expect, test } from "vitest";
import { feedbackSummary, takesFeedback } from "./feedback";

const event = {
  status: "published" as const,
  startsAt: new Date("2026-11-24T09:00:00Z"),
  endsAt: new Date("2026-11-24T10:00:00Z"),
};

test.each([
  ["before the start", event, "2026-11-24T08:59:59Z", false],
  ["from the start on, for whoever leaves early", event, "2026-11-24T09:00:00Z", true],
  ["two weeks after the end", event, "2026-12-08T09:59:59Z", true],
  ["not for ever", event, "2026-12-08T10:00:00Z", false],
  ["of a draft", { ...event, status: "draft" as const }, "2026-11-24T09:30:00Z", false],
  ["of what was called off", { ...event, status: "cancelled" as const }, "2026-11-24T09:30:00Z", false],
])("%s", (_when, held, now, takes) => {
  expect(takesFeedback(held, new Date(now))).toBe(takes);
});

test("of four people only how many they are is told, of five what they said, in an order that is not theirs", () => {
  const four = [5, 5, 4, 1].map((score) => ({ score, note: "" }));
  expect(feedbackSummary(four)).toEqual({ people: 4, told: null });
  const five = [{ score: 2, note: "Zu lang" }, ...four, { score: 5, note: "Anregend" }];
  expect(feedbackSummary(five)).toEqual({
    people: 6,
    told: { counts: [1, 1, 0, 1, 3], mean: 3.7, notes: ["Anregend", "Zu lang"] },
  });
});
