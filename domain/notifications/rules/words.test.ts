import { describe, expect, it } from "vitest";
import { circularText, filled, paragraphsOf, unknownVariables } from "./words";

describe("what an organizer writes", () => {
  const values = {
    name: "Anna {event}",
    organisation: "$& $1",
    event: "KI <b>direkt</b>",
    when: "morgen",
    place: "online",
    network: "Netz",
  };

  it.each([
    ["Guten Tag {name}!", "Guten Tag Anna {event}!"],
    ["{ event } {event}", "KI <b>direkt</b> KI <b>direkt</b>"],
    ["{organisation}", "$& $1"],
    ["{nmae} {} {a\nb}", "{nmae} {} {a\nb}"],
    ["{constructor} {__proto__}", "{constructor} {__proto__}"],
    ["{{name}}", "{Anna {event}}"],
  ])("%j becomes %j: one pass, and what a value says is not read again", (text, expected) => {
    expect(filled(text, values)).toBe(expected);
  });

  it("names the words that stand for nothing", () => {
    expect(unknownVariables("{name} {nmae} {} {constructor}")).toEqual(["{nmae}", "{}", "{constructor}"]);
  });

  it("is parted into paragraphs by empty lines", () => {
    expect(paragraphsOf("eins\r\nzwei\n \n\n\ndrei\n")).toEqual(["eins\nzwei", "drei"]);
    expect(paragraphsOf(" \n ")).toEqual([]);
  });

  it("is read in the own language, or in the one there is", () => {
    const both = { subjectDe: "Hallo", bodyDe: "Text", subjectEn: "Hello", bodyEn: "Text" };
    expect(circularText(both, "en").subject).toBe("Hello");
    expect(circularText({ ...both, subjectEn: "", bodyEn: "" }, "en").subject).toBe("Hallo");
    expect(circularText({ ...both, subjectDe: "", bodyDe: "" }, "de").subject).toBe("Hello");
  });
});
