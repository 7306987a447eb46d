import { expect, test } from "vitest";
import { hasSheets, isMergeDue, isWhole, MERGE_AFTER, mayWriteSheet } from "./sheets";

test.each([
  [[6, 7], { after: 5, seq: 7 }, true],
  [[], { after: 5, seq: 5 }, true],
  [[7], { after: 5, seq: 7 }, false],
  [[6], { after: 5, seq: 7 }, false],
  [[6, 8], { after: 5, seq: 7 }, false],
])("numbers %j are whole for %j: %s", (numbers, span, whole) => {
  expect(isWhole(numbers, span)).toBe(whole);
});

test("a merge is due after so many updates or bytes, and no sooner", () => {
  const bytes = 1_000;
  expect(isMergeDue({ seq: MERGE_AFTER - 1, stateSeq: 0, bytes })).toBe(false);
  expect(isMergeDue({ seq: MERGE_AFTER, stateSeq: 0, bytes })).toBe(true);
  expect(isMergeDue({ seq: MERGE_AFTER + 1, stateSeq: MERGE_AFTER, bytes })).toBe(false);
  expect(isMergeDue({ seq: 3, stateSeq: 0, bytes: 256 * 1024 + 1 })).toBe(true);
});

test("who may speak writes, who watches reads, and talks have no sheets", () => {
  expect(mayWriteSheet({ chat: true, data: true })).toBe(true);
  expect(mayWriteSheet({ chat: true, data: false })).toBe(false);
  expect(mayWriteSheet({ chat: false, data: true })).toBe(false);
  expect(mayWriteSheet(undefined)).toBe(false);
  expect((["main", "breakout", "talk", "backstage"] as const).filter(hasSheets)).toEqual([
    "main",
    "breakout",
  ]);
});
