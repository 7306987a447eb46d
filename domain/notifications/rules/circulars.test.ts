import { expect, it } from "vitest";
import { released } from "./circulars";

it.each([
  ["draft", false, true, "sending"],
  ["draft", true, true, "held"],
  ["held", true, true, "own_review"],
  ["held", true, false, "sending"],
  // The review was switched off meanwhile.
  ["held", false, true, "sending"],
  ["sending", true, false, "not_open"],
  ["stopped", false, false, "not_open"],
] as const)(
  "a message in state %s, with review %s, by its author %s: %s",
  (state, review, isAuthor, result) => {
    expect(released({ state, review, isAuthor })).toBe(result);
  },
);
