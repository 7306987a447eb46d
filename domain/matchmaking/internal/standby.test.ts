import { expect, it } from "vitest";
import { type StandbyCandidate, standbysAmong } from "./standby";

const one = (personId: string, values: Partial<StandbyCandidate> = {}): StandbyCandidate => ({
  ...{ personId, score: 3, isFree: true, isPresent: true, isOnline: true, talks: 1 },
  ...values,
});
const offered = (...candidates: StandbyCandidate[]) =>
  standbysAmong(candidates).map(({ personId }) => personId);

it("offers who is there first, then the better fit, then who has fewer talks", () => {
  expect(offered(one("a", { isPresent: false, score: 9 }), one("b"), one("c", { score: 4 }))).toEqual([
    "c",
    "b",
    "a",
  ]);
  expect(offered(one("a", { talks: 4 }), one("b", { talks: 0 }))).toEqual(["b", "a"]);
});

it.each<[string, Partial<StandbyCandidate>]>([
  ["does not fit", { score: 0 }],
  ["is not free", { isFree: false }],
  ["is on site and not in the room", { isPresent: false, isOnline: false }],
])("offers nobody who %s", (_, values) => {
  expect(offered(one("a", values), one("b", { score: 1 }))).toEqual(["b"]);
});

it("offers three at most", () => {
  expect(offered(one("a"), one("b"), one("c"), one("d"))).toHaveLength(3);
});
