import { describe, expect, it } from "vitest";
import { hasBegun, presenceIn } from "./presence";

const startsAt = new Date("2027-03-31T10:00:00Z");
const before = new Date(startsAt.getTime() - 1);

describe("an event", () => {
  it.each([
    ["published", before, false],
    ["published", startsAt, true],
    ["live", before, true],
    ["ended", startsAt, true],
    ["draft", startsAt, false],
    ["cancelled", startsAt, false],
  ] as const)("that is %s at %s has begun: %s", (status, now, answer) => {
    expect(hasBegun({ status, startsAt }, now)).toBe(answer);
  });
});

describe("the column of minutes", () => {
  const ada = { admissionId: "adm_a", name: "Ada", organisation: "", isClaim: false } as const;

  it("has minutes by registration while names are kept", () => {
    const people = [{ ...ada, registrationId: "reg_a" as const, seconds: 601 }];
    expect(presenceIn({ people })).toEqual(new Map([["reg_a", 11]]));
  });

  it("is there and empty while nobody has come, and is not there without names", () => {
    expect(presenceIn({ people: [] })).toEqual(new Map());
    expect(presenceIn({ total: { people: 3, seconds: 900 } })).toBeUndefined();
    expect(presenceIn(undefined)).toBeUndefined();
  });
});
