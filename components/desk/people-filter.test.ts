import { describe, expect, it } from "vitest";
import { columnsFor, directionOf, nextOrder, peopleFilter, peopleQuery } from "./people-filter";

const queryOf = (address: Record<string, unknown>, changes = {}) =>
  peopleQuery(peopleFilter.parse(address), changes);

describe("the choice of people in an address", () => {
  it.each([
    [{}, ""],
    [{ status: "name;DROP", page: "-1", sort: "password", dir: "up", cols: { a: 1 } }, ""],
    [{ q: ["a", "b"], page: "9".repeat(30) }, ""],
    [{ q: "  muster\u0000 ADA ", status: "waiting" }, "?q=muster+ADA&status=waiting"],
    [{ sort: "name", dir: "desc", page: "3" }, "?sort=name&dir=desc&page=3"],
    [{ tag: "Presse" }, "?tag=Presse"],
    [{ answer: "que_abcdef:site" }, "?answer=que_abcdef%3Asite"],
    [{ answer: "x".repeat(201) }, ""],
    [{ attendance: "onsite", status: "waiting" }, "?status=waiting&attendance=onsite"],
    [{ attendance: "hybrid" }, ""],
    [{ cols: "name" }, "?cols=name"],
    [{ cols: ["name", "email", "email; x"] }, "?cols=name&cols=email"],
  ])("%j is kept as %j", (address, expected) => {
    expect(queryOf(address, { page: peopleFilter.parse(address).page })).toBe(expected);
  });

  it("begins at the first page when something else is chosen", () => {
    expect(queryOf({ q: "ada", page: "4" }, { status: "confirmed" })).toBe("?q=ada&status=confirmed");
  });

  it("turns round when the head of the same column is pressed again", () => {
    const newest = peopleFilter.parse({});
    expect(directionOf(newest)).toBe("desc");
    expect(nextOrder(newest, "since")).toEqual({ sort: "since", dir: "asc" });
    expect(nextOrder(newest, "name")).toEqual({ sort: "name", dir: undefined });
    expect(nextOrder({ sort: "name", dir: undefined }, "name")).toEqual({ sort: "name", dir: "desc" });
    expect(nextOrder({ sort: "name", dir: "desc" }, "name")).toEqual({ sort: "name", dir: "asc" });
  });

  it.each([
    [{ hasPresence: true, hasTags: true }, ["tags", "present"]],
    [{ hasPresence: false, hasTags: true }, ["tags"]],
    [{ hasPresence: true, hasTags: false }, ["present"]],
  ])("offers tags to the office and minutes where there are any: %j", (viewpoint, expected) => {
    const special = columnsFor(viewpoint).filter((column) => column === "tags" || column === "present");
    expect(special).toEqual(expected);
  });
});
