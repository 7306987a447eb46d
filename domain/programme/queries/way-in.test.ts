import { describe, expect, it } from "vitest";
import { wayIn } from "@/domain/policy";

describe("the way into an event", () => {
  const somebody = { isMember: false, isInvited: false, isProven: false };
  const closed = { membersOnly: true, membersBy: ["list"] as const };
  it.each([
    ["anybody's", { ...closed, membersOnly: false }, somebody, "open"],
    ["missing to strangers", closed, somebody, undefined],
    ["missing to who merely signed in", closed, { ...somebody, isProven: true }, undefined],
    ["a member's", closed, { ...somebody, isMember: true, isProven: true }, "member"],
    ["no unproven member's", closed, { ...somebody, isMember: true }, undefined],
    ["open to who was invited", closed, { ...somebody, isInvited: true }, "invited"],
    [
      "a member's first, whose seat needs nobody's yes",
      { ...closed, membersBy: ["list", "asking"] as const },
      { isMember: true, isInvited: true, isProven: true },
      "member",
    ],
    [
      "to be asked for",
      { ...closed, membersBy: ["asking"] as const },
      { ...somebody, isProven: true },
      "asking",
    ],
    ["not to be asked for unproven", { ...closed, membersBy: ["asking"] as const }, somebody, undefined],
  ])("is %s", (_name, event, visitor, way) => {
    expect(wayIn(event, visitor)).toBe(way);
  });
});
