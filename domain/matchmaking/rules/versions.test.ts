import { expect, test } from "vitest";
import { standingAt, type TalkHistory } from "./versions";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 12, 8, minute));
const span = (minute: number) => ({ startsAt: at(minute), endsAt: at(minute + 20) });
const moved = (minute: number, from: number) => ({
  kind: "moved" as const,
  at: at(minute),
  from: span(from),
});
const ended = (minute: number, kind: "cancelled" | "released" = "cancelled") => ({
  ...{ kind, at: at(minute) },
  from: span(40),
});
const talk = (...changes: TalkHistory["changes"]): TalkHistory => ({
  createdAt: at(10),
  now: span(40),
  changes,
});

test.for([
  ["nothing of it before it was made", talk(), 9, undefined],
  ["from the moment on at which it was made", talk(), 10, 40],
  ["where it was before it moved", talk(moved(12, 0), moved(14, 20)), 11, 0],
  ["where the publishing of that moment moved it", talk(moved(12, 0), moved(14, 20)), 12, 20],
  ["between two moves", talk(moved(12, 0), moved(14, 20)), 13, 20],
  ["after all of them", talk(moved(12, 0), moved(14, 20)), 15, 40],
  ["as long as it was not called off", talk(ended(12)), 11, 40],
  ["no more once it was", talk(ended(12)), 12, undefined],
  ["nor once it was given up", talk(moved(11, 0), ended(12, "released")), 13, undefined],
] as const)("%s", ([, history, minute, start]) => {
  expect(standingAt(history, at(minute))?.startsAt).toEqual(start === undefined ? undefined : at(start));
});
