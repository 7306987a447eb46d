import { describe, expect, it } from "vitest";
import { href, splitHref } from "@/lib/i18n/href";

describe("href", () => {
  it.each([
    ["de", "/", "/"],
    ["en", "/", "/en"],
    ["en", "/?q=a", "/en?q=a"],
    ["en", "/#netzwerke", "/en#netzwerke"],
    ["de", "/e/foo", "/e/foo"],
    ["en", "/e/foo?x=1", "/en/e/foo?x=1"],
  ] as const)("in %s turns %s into %s and back", (locale, path, address) => {
    expect(href(locale, path)).toBe(address);
    expect(splitHref(address)).toEqual({ locale, path });
  });

  it("does not take a page that only begins with the letters en for English", () => {
    expect(splitHref("/energie")).toEqual({ locale: "de", path: "/energie" });
  });
});
