import { beforeEach, describe, expect, it } from "vitest";
import { hintIn, isHinted } from "@/lib/hint-names";
import { clearHint, setHint } from "@/lib/hints";
import { atOrigin } from "./testing/at-origin";

beforeEach(() => atOrigin(undefined));

describe("hints", () => {
  it("can be read by scripts of our own pages, and say nothing but yes and a mark", () => {
    expect(setHint("hasTalks", 60)).toBe("plenum-has-talks=1; Path=/; SameSite=Lax; Max-Age=60");
    expect(setHint("signedIn", 60, "a1b2")).toMatch(/^plenum-signed-in=a1b2; /);
    atOrigin("https://plenum.example.org");
    expect(setHint("hasTalks", 60)).toMatch(/; Secure$/);
    expect(clearHint("signedIn")).toMatch(/^plenum-signed-in=;.*Max-Age=0/);
  });

  it("are found among other cookies, and in no other's name or value", () => {
    expect(isHinted("a=1; plenum-has-talks=1; b=2", "hasTalks")).toBe(true);
    expect(isHinted("a=1; plenum-has-talks=1; b=2", "signedIn")).toBe(false);
    expect(isHinted("x-plenum-has-talks=1", "hasTalks")).toBe(false);
    expect(isHinted("plenum-has-talks=", "hasTalks")).toBe(false);
    expect(isHinted("plenum-has-talks-2=1", "hasTalks")).toBe(false);
    expect(hintIn("a=1; plenum-signed-in=a1b2", "signedIn")).toBe("a1b2");
    expect(hintIn("a=1", "signedIn")).toBe("");
    expect(isHinted("", "hasTalks")).toBe(false);
  });
});
