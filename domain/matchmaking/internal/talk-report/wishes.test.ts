import { expect, it } from "vitest";
import { type AskedRow, wishesOf } from "./wishes";

const NOW = new Date("2026-11-24T12:00:00Z");
const at = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);

const row = (id: string, status: AskedRow["status"], about: Partial<AskedRow> = {}): AskedRow => ({
  ...{ id, status, eventId: "evt_one", fromPersonId: "per_ada", toPersonId: "per_ben" },
  ...{ expiresAt: at(1), counterOf: null },
  ...about,
});
const back = { fromPersonId: "per_ben", toPersonId: "per_ada" } as const;

it.each([
  ["one that waits", [row("a", "requested")], ["open"]],
  ["one that nobody answered in time", [row("a", "requested", { expiresAt: at(-1) })], ["expired"]],
  ["one that was taken back", [row("a", "cancelled")], ["withdrawn"]],
  ["a yes and a no", [row("a", "accepted"), row("b", "declined")], ["accepted", "declined"]],
  [
    "other times that were accepted as one wish of who asked first",
    [row("a", "countered"), row("b", "accepted", { ...back, counterOf: "a" })],
    ["accepted"],
  ],
  [
    "other times of other times",
    [
      row("a", "countered"),
      row("b", "countered", { ...back, counterOf: "a" }),
      row("c", "declined", { counterOf: "b" }),
    ],
    ["declined"],
  ],
  ["an answer whose request is gone", [row("b", "accepted", { ...back, counterOf: "gone" })], ["accepted"]],
  ["one that another answered, of which nothing came", [row("a", "countered")], ["open"]],
] as const)("counts %s", (_, rows, states) => {
  expect(wishesOf(rows, NOW).map(({ state }) => state)).toEqual([...states]);
});

it("keeps who asked first", () => {
  const [wish] = wishesOf([row("a", "countered"), row("b", "accepted", { ...back, counterOf: "a" })], NOW);
  expect(wish).toMatchObject({ from: "per_ada", to: "per_ben" });
});
