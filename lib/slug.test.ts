import { describe, expect, it } from "vitest";
import { freeSlug, slugOf } from "./slug";

describe("the address of an event", () => {
  it.each([
    ["Sensorik für die Energiewende", "sensorik-fuer-die-energiewende"],
    ["  Straße & Öl: 100 %!  ", "strasse-oel-100"],
    ["Café Łódź", "cafe-lodz"],
    ["量子", "veranstaltung"],
    [`${"lang ".repeat(40)}`, "lang-lang-lang-lang-lang-lang-lang-lang-lang-lang-lang-lang"],
  ])("%j gives %s", (title, slug) => expect(slugOf(title)).toBe(slug));

  it("is never one that another event has", () => {
    expect(freeSlug("forum", new Set())).toBe("forum");
    expect(freeSlug("forum", new Set(["forum", "forum-2"]))).toBe("forum-3");
  });
});
