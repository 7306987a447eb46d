import { describe, expect, it } from "vitest";
import type { UnplacedWish } from "@/domain/matchmaking/labels";
import { messages } from "@/lib/i18n/messages";
import { filterUnplaced, reasonGroups } from "./unplaced-filter";

const wish = (a: string, b: string, reason: string): UnplacedWish => ({
  ...{ a, b, reason, kind: "want", values: {} },
});
const nameOf = (id: string) => `Frau ${id}`;

describe("wishes without a place", () => {
  const all = [
    wish("Ada", "Ben", "quotaOne"),
    wish("Cem", "Ada", "noCommonSlot"),
    wish("Dora", "Emil", "quotaBoth"),
  ];
  const found = (group: (typeof reasonGroups)[number] | "", name = "") =>
    filterUnplaced(all, { group, name, nameOf }).map(({ a, b }) => `${a} ${b}`);

  it("are found by reason and by either person, in their order", () => {
    expect(found("")).toEqual(["Ada Ben", "Cem Ada", "Dora Emil"]);
    expect(found("quota")).toEqual(["Ada Ben", "Dora Emil"]);
    expect(found("", " ada ")).toEqual(["Ada Ben", "Cem Ada"]);
    expect(found("slot", "ada")).toEqual(["Cem Ada"]);
    expect(found("tables")).toEqual([]);
  });

  it("all stand under one reason or another, whatever the planner says, and each has a next step", () => {
    const reasons = Object.keys(messages.de.plan.unplaced).filter((reason) => reason !== "never");
    for (const reason of reasons) {
      const list = [wish("a", "b", reason)];
      const groups = reasonGroups.filter(
        (group) => filterUnplaced(list, { group, name: "", nameOf }).length > 0,
      );
      expect(groups, reason).toHaveLength(1);
    }
    expect(Object.keys(messages.de.plan.next)).toEqual(Object.keys(messages.de.plan.unplaced));
  });
});
