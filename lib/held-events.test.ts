import { describe, expect, it } from "vitest";
import { dependsOnHeld, heldRewrites, heldText, ownConfirmation } from "./held-events";

describe("what a browser holds", () => {
  it.each([
    ["/e/foo/registered", true],
    ["/en/e/foo/registered", true],
    ["/e/foo", false],
    ["/e/foo/registered/confirmed/evt_1", false],
    ["/x/e/foo/registered", false],
  ])("matters at %s: %s", (path, expected) => {
    expect(dependsOnHeld(path)).toBe(expected);
  });

  it("is one text for all who hold the same", () => {
    expect(heldText(["evt_b", "evt_a", "evt_b"])).toBe("evt_a~evt_b");
    expect(heldText(["evt_a", "evt_b"])).toBe("evt_a~evt_b");
  });

  it("leads who waits, or waits for a yes, to the page that says so", () => {
    const told = heldRewrites().map(({ has, destination }) => [
      has.flatMap((one) => (one.key === "state" ? [one.value] : []))[0] ?? "confirmed",
      destination.split("/").at(-2),
    ]);
    expect(told.slice(0, 3)).toEqual([
      ["waiting", "waiting"],
      ["pending", "pending"],
      ["confirmed", "confirmed"],
    ]);
  });

  it("leads no confirmation of one's own to a cached page", () => {
    const [, query] = ownConfirmation("foo").split("?");
    const keys = [...new URLSearchParams(query).keys()];
    for (const { missing } of heldRewrites()) expect(missing.map(({ key }) => key)).toEqual(keys);
  });
});
