import { describe, expect, it } from "vitest";
import type { Member } from "./facts";
import { labelsOf, tooFew, veiledPairs } from "./privacy";

const groups = (sizes: Record<string, number>) =>
  Object.entries(sizes).map(([id, people]) => ({ id, people }));

describe("groups that are not told", () => {
  it.each([
    ["none of enough people", { a: 5, b: 9 }, 0, []],
    ["two that are enough together", { a: 2, b: 3, c: 9 }, 0, ["a", "b"]],
    ["the smallest other one as well, or it could be read off the sum", { a: 2, b: 6, c: 9 }, 0, ["a", "b"]],
    ["one alone, where there is no other", { a: 2 }, 0, ["a"]],
    ["none beside a remainder of enough", { a: 6 }, 7, []],
    ["one that hides a remainder of too few", { a: 6, b: 9 }, 2, ["a"]],
    ["nothing to hide in nothing", { a: 0, b: 5 }, 0, []],
  ] as const)("%s", (_, sizes, rest, hidden) => {
    expect([...tooFew(groups(sizes), rest)].sort()).toEqual([...hidden]);
  });
});

type About = Partial<Pick<Member, "isOwn" | "isNamed" | "isOver" | "eventId">> & { from?: number };

/** So many people of a network at one event. */
const some = (network: string | null, count: number, about: About = {}): Member[] =>
  Array.from({ length: count }, (_, at) => ({
    personId: `per_${network}${(about.from ?? 0) + at}` as const,
    eventId: about.eventId ?? ("evt_one" as const),
    networkId: network === null ? null : (`net_${network}` as const),
    isOwn: about.isOwn ?? false,
    isNamed: about.isNamed ?? about.isOwn ?? false,
    isOver: about.isOver ?? true,
  }));

/** Of another network, at an event that the reader organizes, and at one that they do not. */
const known = (network: string | null, count: number) => some(network, count, { isNamed: true });
const strange = (network: string, count: number) => some(network, count, { eventId: "evt_two", from: 20 });

const labelsIn = (members: readonly Member[]) => {
  const labels = labelsOf(members);
  const all = members.map(({ personId, eventId }) => labels.of(personId, eventId));
  return Object.fromEntries([...Map.groupBy(all, String)].map(([label, those]) => [label, those.length]));
};

describe("under which name people are counted", () => {
  it.each([
    [
      "one's own however few, others from five on",
      [...some("own", 1, { isOwn: true }), ...some("b", 5), ...some("c", 6)],
      { net_own: 1, net_b: 5, net_c: 6 },
    ],
    [
      "small networks and people without one together",
      [
        ...some("own", 3, { isOwn: true }),
        ...some("b", 2),
        ...some("c", 2),
        ...some(null, 2),
        ...some("d", 8),
      ],
      { net_own: 3, others: 6, net_d: 8 },
    ],
    [
      "a remainder of too few together with the smallest network",
      [...some("own", 3, { isOwn: true }), ...some("b", 2), ...some("c", 5), ...some("d", 8)],
      { net_own: 3, others: 7, net_d: 8 },
    ],
    [
      "nobody of a few strangers that nothing can hide",
      [...some("own", 9, { isOwn: true }), ...some("b", 3)],
      { net_own: 9, null: 3 },
    ],
    [
      "a few whom the reader knows by name all the same, without saying where they belong",
      [...some("own", 9, { isOwn: true }), ...some("b", 3, { isNamed: true })],
      { net_own: 9, others: 3 },
    ],
    [
      "strangers not among those whom the reader knows by name, who could be subtracted: too few of a network",
      [...some("own", 3, { isOwn: true }), ...known("b", 6), ...strange("b", 2), ...strange("c", 7)],
      { net_own: 3, others: 15 },
    ],
    [
      "nor in the remainder: too few strangers are left out beside people with names",
      [...some("own", 3, { isOwn: true }), ...known("b", 3), ...known(null, 4), ...strange("c", 2)],
      { net_own: 3, others: 7, null: 2 },
    ],
    [
      "enough strangers under the name of their network, with the known of it",
      [...some("own", 3, { isOwn: true }), ...known("b", 2), ...strange("b", 5)],
      { net_own: 3, net_b: 7 },
    ],
    [
      "foreign networks not before the talks are over",
      [...some("own", 2, { isOwn: true }), ...some("b", 6, { isOver: false })],
      { net_own: 2, others: 6 },
    ],
  ] as const)("%s", (_, members, expected) => {
    expect(labelsIn(members)).toEqual(expected);
  });

  it("takes a network for foreign unless it is the reader's, and the others unless all have names", () => {
    const strange = labelsOf([...some("own", 2, { isOwn: true }), ...some("b", 6)]);
    expect([strange.isForeign("net_own"), strange.isForeign("net_b")]).toEqual([false, true]);
    const known = labelsOf([...some("own", 2, { isOwn: true }), ...some(null, 1, { isNamed: true })]);
    expect([known.isForeign("others"), strange.isForeign("others")]).toEqual([false, true]);
  });
});

describe("pairs of which no number is told", () => {
  const pair = (one: string, a: number, other: string, b: number) => ({
    key: `${one} ${other}`,
    sides: [
      { label: `net_${one}` as const, people: a },
      ...(one === other ? [] : [{ label: `net_${other}` as const, people: b }]),
    ],
  });
  const isForeign = (label: string | null) => label !== "net_own";

  it.each([
    ["none of enough people on each foreign side", [pair("own", 1, "b", 5), pair("b", 5, "c", 6)], []],
    [
      "one with few of a foreign network, and the smallest other one of its row",
      [pair("own", 4, "b", 3), pair("b", 7, "b", 7), pair("b", 9, "c", 8)],
      ["b b", "own b"],
    ],
    ["one that is alone in its row", [pair("own", 4, "b", 3)], ["own b"]],
    [
      "two of one row hide each other",
      [pair("own", 9, "b", 2), pair("b", 2, "b", 2), pair("own", 9, "own", 9)],
      ["b b", "own b"],
    ],
  ] as const)("%s", (_, pairs, veiled) => {
    expect([...veiledPairs(pairs, isForeign)].sort()).toEqual([...veiled]);
  });
});
