import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { MailContent } from "./content";
import { tokens } from "./look";
import { renderMail } from "./render-mail";

const content: MailContent = {
  locale: "de",
  subject: "Sie sind dabei: KI direkt am Sensor",
  sender: { name: "Sensoriknetz Oberland", mark: "SO", colour: "#0a6ebd", aside: "mit KI-Netz Mitte" },
  heading: "Sie sind dabei",
  paragraphs: ["Guten Tag <a href='http://evil.test'>Anna</a>,", "schön, dass Sie kommen."],
  quote: { from: "Ben Beispiel schreibt:", text: "Zeile\n<script>alert(1)</script>" },
  box: {
    title: "KI & Sensor",
    strong: "Donnerstag, 12. November",
    lines: ["10:00–11:30 Uhr MEZ", "Online"],
    buttons: [{ label: "Teilnehmen", href: "https://plenum.test/j/abc?next=room" }],
    note: "Der Raum öffnet um 9:45 Uhr.",
  },
  rows: [
    { lead: "Doch verhindert?", link: { label: "Ändern", href: "https://plenum.test/j/abc" }, after: "." },
  ],
  foot: [{ text: "Fragen?", link: { label: "netz@example.org", href: "mailto:netz@example.org" } }],
  legal: [{ label: "Impressum", href: "https://plenum.test/impressum" }],
};

describe("a mail", () => {
  it("loads nothing: no picture, no style sheet, no font, no script", async () => {
    const { html } = await renderMail(content);
    expect(html).not.toMatch(/<img|<link|<script|url\(|@import|src=/i);
  });

  it("shows the code for the door as a picture that lies in the mail, and says it in letters too", async () => {
    const ticket = { title: "Ihr Einlass", text: "Zeigen Sie diesen Code.", code: "P1ABCDEF" };
    const { html, text } = await renderMail({ ...content, ticket });
    const sources = [...html.matchAll(/src="([^"]+)"/g)].map((match) => match[1]);
    expect(sources).toEqual(["cid:einlass@plenum"]);
    expect(html).not.toContain("<link");
    expect(html).toContain('alt="P1ABCDEF"');
    for (const words of Object.values(ticket)) expect(text).toContain(words);
  });

  it("escapes what people typed", async () => {
    const { html } = await renderMail(content);
    expect(html).toContain("&lt;script&gt;");
    expect(html).not.toContain("href='http://evil.test'");
    expect([...html.matchAll(/href="([^"]+)"/g)].map((match) => match[1])).toEqual([
      "https://plenum.test/j/abc?next=room",
      "https://plenum.test/j/abc",
      "mailto:netz@example.org",
      "https://plenum.test/impressum",
    ]);
  });

  it("says in its text twin every word and link of the HTML", async () => {
    const { text, html } = await renderMail(content);
    for (const word of [
      "Sie sind dabei",
      "10:00–11:30 Uhr MEZ",
      "Teilnehmen",
      "Doch verhindert?",
      "Impressum",
    ]) {
      expect(text).toContain(word);
      expect(html).toContain(word);
    }
    for (const match of html.matchAll(/href="(?:mailto:)?([^"]+)"/g)) expect(text).toContain(match[1]);
  });

  it("names its language", async () => {
    const { html } = await renderMail({ ...content, locale: "en" });
    expect(html).toMatch(/<html[^>]*lang="en"/);
  });
});

it("has the colours of the design tokens", () => {
  const css = readFileSync("app/tokens.css", "utf8");
  const light = css.slice(css.indexOf(":root {"), css.indexOf("\n.dark"));
  for (const [name, { l, c, h }] of Object.entries(tokens)) {
    const match = new RegExp(`--${name}: oklch\\(([\\d.]+) ([\\d.]+) ([\\d.]+)\\)`).exec(light);
    expect([name, match?.slice(1, 4).map(Number)]).toEqual([name, [l, c, h]]);
  }
});
