import { describe, expect, it } from "vitest";
import { avatarColour, initialsOf } from "@/components/ui/person-look";

describe("initialsOf", () => {
  it.each([
    ["Henrike Osterloh", "HO"],
    ["Prof. Dr. Amara Feldkamp", "AF"],
    ["Madonna", "M"],
    ["Joris Harkort-Meise", "JH"],
    ["Élise van den Berg", "ÉB"],
    ["", ""],
    ["  özgür   ", "Ö"],
    ["😀 Smile", "😀S"],
  ])("writes %s as %s", (name, letters) => {
    expect(initialsOf(name)).toBe(letters);
  });
});

describe("avatarColour", () => {
  it("is stable and uses all eight colours", () => {
    const seen = new Set(Array.from({ length: 200 }, (_, index) => avatarColour(`per_${index}`)));
    expect([...seen].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(avatarColour("per_1")).toBe(avatarColour("per_1"));
  });
});
