import { describe, expect, it } from "vitest";
import { readableMissing } from "./missing";

const empty = `<!DOCTYPE html><html id="__next_error__"><head></head><body><script>self.__next_f.push([1,":HL[\\"/_next/static/chunks/ab~c.css\\",\\"style\\"]"])</script></body></html>`;

describe("a page that does not exist, without JavaScript", () => {
  it.each([
    ["/missing", "de", "Diese Seite gibt es nicht", "/", "/impressum"],
    ["/e/nirgends", "de", "Diese Seite gibt es nicht", "/", "/datenschutz"],
    ["/en/missing", "en", "This page does not exist", "/en", "/en/impressum"],
  ])("%s says so in %s, with ways on and the legal pages", (path, language, title, home, legal) => {
    const html = readableMissing(empty, path);
    expect(html).toContain(`lang="${language}"`);
    expect(html).toContain(`<h1>${title}</h1>`);
    expect(html).toContain(`href="${home}"`);
    expect(html).toContain(`href="${legal}"`);
    expect(html).toContain('<link rel="stylesheet" href="/_next/static/chunks/ab~c.css">');
    expect(html.indexOf("<noscript>")).toBe(html.indexOf("<body>") + "<body>".length);
  });

  it("leaves a page alone that has words of its own", () => {
    const whole = "<html><head></head><body><main>Diese Seite gibt es nicht</main></body></html>";
    expect(readableMissing(whole, "/missing")).toBe(whole);
  });
});
