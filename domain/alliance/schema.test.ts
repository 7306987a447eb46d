import { describe, expect, it } from "vitest";
import { memberDomain } from "./schema";

describe("a domain of members", () => {
  it.each([
    ["example.org", "example.org"],
    [" @Werk.Example.org ", "werk.example.org"],
    ["ada@example.org", "example.org"],
    ["example.org.", "example.org"],
    ["xn--mnchen-3ya.example", "xn--mnchen-3ya.example"],
  ])("is read from %s", (typed, domain) => {
    expect(memberDomain.parse(typed)).toBe(domain);
  });

  it.each(["", "org", "*.example.org", "exa mple.org", "-a.example.org", "example.org/x", "münchen.example"])(
    "is refused as %s",
    (typed) => {
      expect(memberDomain.safeParse(typed).success).toBe(false);
    },
  );
});
