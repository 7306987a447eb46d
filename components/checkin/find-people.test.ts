import { describe, expect, it, test } from "vitest";
import { inDoorOrder } from "@/lib/name-order";
import { type DoorPerson, drawerOf, findPeople, MOST_FOUND } from "./find-people";

const person = (name: string, organisation = "", id: `reg_${string}` = "reg_000000"): DoorPerson => ({
  id,
  name,
  organisation,
  standing: "welcome",
  arrival: null,
});

describe("finding somebody by what is typed", () => {
  const people = [
    person("Jürgen Müller", "Werk Nord"),
    person("Anna Weiß", "Muster & Söhne"),
    person("Zoë Brandt", "", "reg_0123456789"),
  ];
  test.for([
    ["müller", "Jürgen Müller"],
    ["MUELLER", "Jürgen Müller"],
    ["muller jurgen", "Jürgen Müller"],
    ["nord", "Jürgen Müller"],
    ["weiss", "Anna Weiß"],
    ["soehne", "Anna Weiß"],
    ["zoe", "Zoë Brandt"],
    ["p101234567890123456789abcdef0123", "Zoë Brandt"],
  ])("%s finds %s", ([typed, name]) => {
    expect(findPeople(people, typed ?? "").map((one) => one.name)).toEqual([name]);
  });

  it("finds nobody by nothing, and few enough to look at", () => {
    expect(findPeople(people, "  ")).toEqual([]);
    expect(findPeople(people, "xyz")).toEqual([]);
    const crowd = Array.from({ length: 60 }, (_, n) => person(`Gast ${n}`));
    expect(findPeople(crowd, "gast")).toHaveLength(MOST_FOUND);
  });
});

it("knows the drawer of somebody's badge", () => {
  const names = ["Elif Tannhöfer", "Otto Äpfel", "Anna von der Heide", "Platon"];
  expect(names.map(drawerOf)).toEqual(["T", "A", "H", "P"]);
});

it("lists people by family name, small words aside, Ä beside A", () => {
  const names = ["Zoë Brandt", "Anna von der Heide", "Otto Äpfel", "Ida Apfel", "Bea Heider", "Platon"];
  expect(inDoorOrder(names.map((name) => ({ name }))).map(({ name }) => name)).toEqual([
    "Ida Apfel",
    "Otto Äpfel",
    "Zoë Brandt",
    "Anna von der Heide",
    "Bea Heider",
    "Platon",
  ]);
});
