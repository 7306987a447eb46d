import { describe, expect, it } from "vitest";
import type { PersonId } from "./facts";
import { type Listed, unmetNeeds } from "./unmet-needs";

const need = (personId: PersonId, tag: string): Listed => ({ personId, kind: "need", tag });
const offer = (personId: PersonId, tag: string): Listed => ({ personId, kind: "offer", tag });
const partners = (pairs: readonly (readonly [PersonId, PersonId])[]) => {
  const found = new Map<PersonId, Set<PersonId>>();
  for (const [one, other] of pairs)
    for (const [me, them] of [
      [one, other],
      [other, one],
    ] as const)
      found.set(me, (found.get(me) ?? new Set<PersonId>()).add(them));
  return found;
};
const everybody = () => true;

describe("needs without a talk", () => {
  const listed = [
    need("per_ada", "robotik"),
    need("per_ada", "optik"),
    need("per_ben", "robotik"),
    offer("per_cem", "robotik"),
    offer("per_dora", "optik"),
  ];

  it("are met by a talk with somebody who offers that topic, and by no other talk", () => {
    const found = unmetNeeds({ listed, partners: partners([["per_ada", "per_cem"]]), isNamed: everybody });
    expect(found.topics).toEqual([
      { tag: "robotik", sought: 2, unmet: 1, offered: 1 },
      { tag: "optik", sought: 1, unmet: 1, offered: 1 },
    ]);
    expect([...found.of]).toEqual([
      ["per_ada", ["optik"]],
      ["per_ben", ["robotik"]],
    ]);
    expect(found.others).toBeNull();
  });

  it("of people without a name are a sum, and nothing while they are fewer than five", () => {
    const strangers = (count: number) =>
      Array.from({ length: count }, (_, nth) => need(`per_x${nth}`, "laser"));
    const asked = (count: number) =>
      unmetNeeds({
        listed: [...listed, ...strangers(count)],
        partners: partners([]),
        isNamed: (id) => !id.startsWith("per_x"),
      });
    expect(asked(4).others).toBeNull();
    expect(asked(5).others).toEqual({ needs: 5, unmet: 5 });
    expect(asked(5).topics.map(({ tag }) => tag)).toEqual(["robotik", "optik"]);
  });
});
