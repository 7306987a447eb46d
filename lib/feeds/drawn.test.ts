import { expect, it } from "vitest";
import { drawn } from "./drawn";

it.each([
  ["„Grüße“ – für 3 €", "„Grüße“ – für 3 €"],
  ["Łódź, Český Krumlov, Şişli", "Łódź, Český Krumlov, Şişli"],
  ["Việt Nam", "Viet Nam"],
  ["Start 🚀 jetzt", "Start jetzt"],
  ["𝕿𝖎𝖙𝖊𝖑 ﬁn", "Titel fin"],
  ["会议", ""],
  ["\u202eabc\u0000", "abc"],
])("%j is drawn as %j", (text, shown) => {
  expect(drawn(text)).toBe(shown);
});
