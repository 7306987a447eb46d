import { describe, expect, it } from "vitest";
import type { Id } from "@/lib/ids";
import type { StatedWish } from "../queries/plan-basis";
import { keyOf, pairOf } from "./pairs";
import { type OpenPair, pairWishes } from "./plan-wishes";

type PersonId = Id<"person">;
const [ada, ben]: PersonId[] = ["per_ada", "per_ben"];
const a: PersonId = ada ?? "per_";
const b: PersonId = ben ?? "per_";

type Case = {
  wishes?: readonly (readonly [
    from: PersonId,
    to: PersonId,
    wish: StatedWish["wish"],
    by?: StatedWish["by"],
  ])[];
  asked?: readonly (readonly [from: PersonId, to: PersonId])[];
  refused?: readonly (readonly [from: PersonId, to: PersonId, at: number])[];
  apart?: boolean;
  open?: readonly OpenPair[];
};

const SAID = 1_000;

/** What the planner is to make of two people. */
function madeOf({ wishes = [], asked = [], refused = [], apart = false, open = [] }: Case) {
  const people = [a, b].map((id) => ({ id, name: id, organisation: "" }));
  const said = new Date(SAID);
  const basis = {
    wishes: wishes.map(([fromPersonId, toPersonId, wish, by = "person"]) => ({
      ...{ fromPersonId, toPersonId, wish, by, at: said },
    })),
    asked: asked.map(([from, to]) => ({ from, to, at: said })),
    refused: refused.map(([from, to, at]) => ({ from, to, at: new Date(at) })),
    ...{ people, hiding: () => apart },
  };
  const { kind, score } = pairWishes(basis, open).get(keyOf(pairOf(a, b))) ?? {};
  return kind && `${kind} ${score}`;
}

const fit: readonly OpenPair[] = [{ ...pairOf(a, b), score: 0.5 }];

describe("two people", () => {
  it.each<[string, Case, string | undefined]>([
    ["of whom nobody said anything", {}, undefined],
    ["who would fit", { open: fit }, "open 6"],
    ["of whom one wants to", { wishes: [[a, b, "want"]] }, "want 20"],
    ["of whom one has asked", { asked: [[b, a]], open: fit }, "want 25"],
    [
      "who both want to",
      {
        wishes: [
          [a, b, "want"],
          [b, a, "want"],
        ],
      },
      "want 40",
    ],
    ["of whom one wants to and the other asked", { wishes: [[a, b, "want"]], asked: [[b, a]] }, "want 40"],
    ["of whom one must", { wishes: [[a, b, "must"]] }, "want 30"],
    [
      "of whom one must and the other wants to",
      {
        wishes: [
          [a, b, "must"],
          [b, a, "want"],
        ],
      },
      "want 60",
    ],
    [
      "who both must",
      {
        wishes: [
          [a, b, "must"],
          [b, a, "must"],
        ],
      },
      "must 100",
    ],
    ["who must by an organizer's word", { wishes: [[a, b, "must", "organizer"]] }, "must 100"],
    [
      "of whom one never will",
      {
        wishes: [
          [a, b, "must", "organizer"],
          [b, a, "never"],
        ],
      },
      "never 0",
    ],
    [
      "who are kept apart",
      {
        wishes: [
          [a, b, "must"],
          [b, a, "must"],
        ],
        apart: true,
      },
      "never 0",
    ],
    [
      "of whom one said no to the other's request",
      { wishes: [[a, b, "want"]], refused: [[a, b, 500]] },
      "never 0",
    ],
    [
      "who both wanted to before one called it off",
      {
        wishes: [
          [a, b, "must"],
          [b, a, "must"],
        ],
        refused: [[b, a, 2_000]],
      },
      "never 0",
    ],
    [
      "who both want to after all",
      {
        wishes: [
          [a, b, "want"],
          [b, a, "want"],
        ],
        refused: [[b, a, 500]],
      },
      "want 40",
    ],
  ])("%s", (_, said, expected) => {
    expect(madeOf(said)).toBe(expected);
  });
});
