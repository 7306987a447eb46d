import { expect, it } from "vitest";
import { chatParts } from "./chat-text";

const ADA = "adm_aaaaaaaa";
const links = (text: string) =>
  chatParts(text).flatMap((part) => (part.kind === "link" ? [[part.text, part.href]] : []));

it("finds addresses and people, and leaves every other word as it was written", () => {
  expect(chatParts(`Hallo <@${ADA}>, siehe https://example.org/a?b=1#c. Bis gleich!`)).toEqual([
    { kind: "text", text: "Hallo " },
    { kind: "mention", id: ADA },
    { kind: "text", text: ", siehe " },
    {
      ...{ kind: "link", text: "example.org/a?b=1#c", host: "example.org" },
      href: "https://example.org/a?b=1#c",
    },
    { kind: "text", text: ". Bis gleich!" },
  ]);
});

it.each([
  ["a sentence's mark is no part of it", "(https://example.org/x).", "https://example.org/x"],
  ["a bracket that the address opened is", "https://example.org/a_(b)", "https://example.org/a_(b)"],
  ["quotation marks end it", "„https://example.org“", "https://example.org/"],
])("%s", (_, text, href) => {
  expect(links(text).map(([, to]) => to)).toEqual([href]);
});

it.each([
  "javascript:alert(1)",
  "data:text/html,<b>x</b>",
  "file:///etc/passwd",
  "vbscript:x",
  "https://bank.example.org@evil.example.org/",
  "https://user:secret@example.org",
  "http://",
  "https://[nonsense",
  "www.example.org",
])("makes no link of %s", (text) => {
  expect(links(text)).toEqual([]);
  expect(
    chatParts(text)
      .map((part) => (part.kind === "text" ? part.text : "?"))
      .join(""),
  ).toBe(text);
});

it("shows an address as the browser reads it, and says where a connection is open to be read", () => {
  expect(links("https://ехample.org/login")[0]?.[0]).toMatch(/^xn--/);
  expect(links("http://example.org/x")[0]?.[0]).toBe("http://example.org/x");
  expect(links(`https://example.org/${"a".repeat(300)}`)[0]?.[0]).toHaveLength(60);
});

it("S59: ten thousand brackets or addresses are read within a moment", () => {
  const start = performance.now();
  chatParts(`https://example.org/${"(".repeat(10_000)}${")".repeat(10_000)}`);
  chatParts("https://example.org/ ".repeat(1_000));
  chatParts("<@".repeat(10_000));
  expect(performance.now() - start).toBeLessThan(500);
});
