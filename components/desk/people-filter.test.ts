import { describe, expect, it } from "vitest";
import { isChosen, peopleFilter } from "./people-filter";

const ada = {
  name: "Ada Beispiel",
  organisation: "Musterwerk",
  email: "ada@example.org",
  status: "confirmed",
  provenAt: null,
};

describe("the choice of people", () => {
  it.each([
    [{}, true],
    [{ q: "muster ADA" }, true],
    [{ q: "ben" }, false],
    [{ q: "%" }, false],
    [{ status: "unproven" }, true],
    [{ status: "waiting" }, false],
    [{ status: "name;DROP" }, true],
  ])("%j", (query, expected) => expect(isChosen(ada, peopleFilter.parse(query))).toBe(expected));
});
