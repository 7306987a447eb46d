import { describe, expect, it } from "vitest";
import { taskPath, taskPlaces } from "./task-places";

describe("where a task is done", () => {
  const open = { status: "published", onsite: true } as const;
  it.each([
    ["host", ["desk", "console", "door"]],
    ["cohost", ["desk", "console", "door"]],
    ["organizer", ["desk", "console", "door"]],
    ["speaker", ["room"]],
    ["check_in", ["door"]],
    ["observer", ["list"]],
  ] as const)("leads %s to %j", (role, places) => {
    expect(taskPlaces({ ...open, roles: [role] })).toEqual(places);
  });

  it("names no door or room that does not open", () => {
    const all = ["host", "speaker", "check_in"] as const;
    expect(taskPlaces({ ...open, status: "draft", roles: [...all] })).toEqual(["desk"]);
    expect(taskPlaces({ ...open, onsite: false, roles: ["check_in"] })).toEqual([]);
    expect(taskPlaces({ ...open, status: "postponed", roles: ["speaker"] })).toEqual([]);
  });

  it("has an address below the event's own network", () => {
    const task = { slug: "forum", network: { slug: "netz", name: "Netz" } };
    expect(taskPath("list", task)).toBe("/o/netz/e/forum/people");
    expect(taskPath("door", task)).toBe("/checkin/forum");
  });
});
