import { expect, it } from "vitest";
import { seenIn } from "./talk-presence";

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 24, 9, 0, seconds));
const stay = (from: number, to: number | null) => ({ from: at(from), to: to === null ? null : at(to) });
const open = { startsAt: at(0), endsAt: at(1200) };

it("counts who was there, and how long together", () => {
  const seen = seenIn(
    new Map([
      ["anna", [stay(60, 900)]],
      ["ben", [stay(300, 1000)]],
      ["cem", []],
    ]),
    open,
  );
  expect(seen.get("anna")).toEqual({ joinedAt: at(60), seconds: 840, togetherSeconds: 600 });
  expect(seen.get("ben")).toEqual({ joinedAt: at(300), seconds: 700, togetherSeconds: 600 });
  expect(seen.get("cem")).toEqual({ joinedAt: null, seconds: 0, togetherSeconds: 0 });
});

it("bridges a reload, cuts to the time in which the room was open, and counts a second device once", () => {
  const stays = new Map([
    ["anna", [stay(900, null), stay(-60, 400), stay(430, 900), stay(100, 300)]],
    ["ben", [stay(0, null)]],
  ]);
  expect(seenIn(stays, open).get("anna")).toEqual({ joinedAt: at(0), seconds: 1200, togetherSeconds: 1200 });
});

it("does not count two who missed each other as together", () => {
  const seen = seenIn(
    new Map([
      ["anna", [stay(0, 300)]],
      ["ben", [stay(600, 900)]],
    ]),
    open,
  );
  expect([...seen.values()].map(({ togetherSeconds }) => togetherSeconds)).toEqual([0, 0]);
});
