import { describe, expect, it } from "vitest";
import type { Facts, Member, Outcome, PersonId, TalkFact, Wish } from "./facts";
import { reportOf } from "./report";

const eventId = "evt_one" as const;
const person = (network: string, nth: number): PersonId => `per_${network}${nth}`;

const members = (network: string, count: number, about: Partial<Member> = {}): Member[] =>
  Array.from({ length: count }, (_, nth) => ({
    ...{ personId: person(network, nth), eventId, networkId: `net_${network}` as const },
    ...{ isOwn: false, isNamed: false, isOver: true },
    ...about,
  }));
const own = { isOwn: true, isNamed: true };

const wish = (from: PersonId, to: PersonId, state: Wish["state"]): Wish => ({ eventId, from, to, state });

type About = { held?: boolean | null; minutes?: number; missed?: PersonId; said?: Record<string, Outcome> };
const talk = (
  people: PersonId[],
  { held = true, minutes = 10, missed, said = {} }: About = {},
): TalkFact => ({
  ...{ eventId, held, minutes, isOver: true, isSayable: false, isGivenUp: false },
  people: people.map((personId) => ({
    personId,
    noShow: personId === missed,
    outcome: said[personId] ?? null,
  })),
});

const [a0, a1, a2, b0, b1] = [
  person("a", 0),
  person("a", 1),
  person("a", 2),
  person("b", 0),
  person("b", 1),
] as const;

const facts: Facts = {
  wishes: [
    wish(a0, b0, "accepted"),
    wish(b1, a0, "declined"),
    wish(a1, a0, "open"),
    wish(a1, b1, "accepted"),
  ],
  talks: [
    talk([a0, b0], { minutes: 18 }),
    talk([a1, b1], { held: false, missed: b1 }),
    talk([a0, a1, b1], { minutes: 12 }),
    talk([a0, a2], { held: null }),
  ],
};

describe("counts", () => {
  const report = reportOf(facts, [...members("a", 3, own), ...members("b", 5, { isNamed: true })]);

  it("of all say each wish and each talk once", () => {
    expect(report.total).toMatchObject({
      people: 8,
      withoutTalk: 3,
      counts: {
        ...{ requested: 4, accepted: 2, declined: 1 },
        ...{ talks: 4, held: 2, unknown: 1, minutes: 30, noShows: 1 },
      },
    });
  });

  it.each([
    [a0, 1, { requested: 3, accepted: 1, declined: 1, talks: 3, held: 2, minutes: 30, noShows: 0 }],
    [a1, 2, { requested: 2, accepted: 1, declined: 0, talks: 2, held: 1, minutes: 12, noShows: 0 }],
    [a2, 0, { requested: 0, accepted: 0, declined: 0, talks: 1, held: 0, unknown: 1 }],
    [b1, 1, { requested: 2, accepted: 1, declined: 1, talks: 2, held: 1, minutes: 12, noShows: 1 }],
  ] as const)("of %s", (id, asked, counts) => {
    const line = report.people.find(({ personId }) => personId === id);
    expect(line?.asked).toBe(asked);
    expect(line?.counts).toMatchObject(counts);
  });

  it("of networks count a talk within one of them once", () => {
    const of = (label: string) => report.networks.find((line) => line.label === label);
    expect(of("net_a")).toMatchObject({ people: 3, withoutTalk: 0, counts: { talks: 4, minutes: 30 } });
    expect(of("net_b")).toMatchObject({
      people: 5,
      withoutTalk: 3,
      counts: { requested: 3, talks: 3, held: 2, minutes: 30, noShows: 1 },
    });
  });

  it("of two networks tell a group talk in each pair that is in it, and nothing where too few are behind it", () => {
    const all = reportOf(facts, [...members("a", 3, own), ...members("b", 5, own)]);
    const of = (one: string, other: string) =>
      all.pairs.find(({ labels }) => labels[0] === one && labels[1] === other)?.counts;
    expect(of("net_a", "net_a")).toMatchObject({ requested: 1, talks: 2, held: 1, minutes: 12 });
    expect(of("net_a", "net_b")).toMatchObject({ requested: 3, talks: 3, held: 2, minutes: 30, noShows: 1 });
    expect(of("net_b", "net_b")).toBeUndefined();
    const veiled = report.pairs.find(({ labels }) => labels[1] === "net_b");
    expect(veiled).toEqual({ labels: ["net_a", "net_b"], counts: null, outcomes: null });
  });

  it("of two networks tell nothing of one stranger beside people whose talks the reader knows from another report", () => {
    const elsewhere = { eventId: "evt_two" as const };
    const those = [...members("a", 5, own), ...members("b", 5, { isNamed: true })];
    const strangers = [...members("c", 5, elsewhere), ...members("d", 5, elsewhere)].map(
      (one): Member => ({ ...one, networkId: one.personId.startsWith("per_c") ? "net_a" : "net_b" }),
    );
    const known = [0, 1, 2, 3, 4].map((nth) => talk([person("a", nth), person("b", nth)]));
    const theirs = { ...talk([person("c", 0), person("d", 0)]), ...elsewhere };
    const pairOf = (talks: TalkFact[], all: Member[]) =>
      reportOf({ wishes: [], talks }, all).pairs.find(({ labels }) => labels[0] !== labels[1]);
    expect(pairOf(known, those)?.counts).toMatchObject({ talks: 5 });
    expect(pairOf([...known, theirs], [...those, ...strangers])).toMatchObject({
      counts: null,
      outcomes: null,
    });
  });

  it("name nobody to whom the reader has no right", () => {
    const strange = reportOf(facts, [...members("a", 3, own), ...members("b", 5)]);
    expect(strange.people.map(({ personId }) => personId)).toEqual([a0, a1, a2]);
    expect(JSON.stringify(strange)).not.toContain("per_b");
  });
});

describe("outcomes", () => {
  const saying = (count: number) => ({
    wishes: [],
    talks: Array.from({ length: count }, (_, nth) => {
      const me = person("a", nth);
      return talk([me, person("b", nth)], { said: { [me]: "interesting" } });
    }),
  });
  const all = [...members("a", 6, own), ...members("b", 6, own)];

  it.each([
    [4, null],
    [5, { did_not_happen: 0, no_common_interest: 0, interesting: 5, cooperation_possible: 0 }],
  ] as const)("of %i people who said something", (count, expected) => {
    const report = reportOf(saying(count), all);
    expect(report.total.outcomes).toEqual(expected);
    expect(report.networks.find(({ label }) => label === "net_a")?.outcomes).toEqual(expected);
    expect(report.pairs[0]?.outcomes).toEqual(expected);
  });

  it("of a series say nothing of a few who spoke at one event, which the reports of the others would leave over", () => {
    const there = { eventId: "evt_two" as const };
    const few = {
      ...talk([person("a", 6), person("b", 6)], { said: { [person("a", 6)]: "did_not_happen" } }),
      ...there,
    };
    const those = [
      ...all,
      ...members("a", 7, { ...own, ...there }),
      ...members("b", 7, { ...own, ...there }),
    ];
    const [one, both] = [
      reportOf(saying(6), all),
      reportOf({ wishes: [], talks: [...saying(6).talks, few] }, those),
    ];
    expect(one.total.outcomes).toMatchObject({ interesting: 6, did_not_happen: 0 });
    expect(both.total.outcomes).toEqual(one.total.outcomes);
    expect(both.total.counts.talks).toBe(one.total.counts.talks + 1);
    expect(both.networks.find(({ label }) => label === "net_a")?.outcomes).toBeNull();
  });

  it("are on nobody's line", () => {
    expect(JSON.stringify(reportOf(saying(6), all).people)).not.toMatch(/interest|outcome/);
  });
});
