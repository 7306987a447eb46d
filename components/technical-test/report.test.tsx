import { expect, test } from "vitest";
import { markupOf } from "@/components/testing/markup";
import { homeZone, type Locale, locales } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";
import { checks, type Finding, type Findings } from "@/realtime/client/findings";
import { reportName, reportText } from "./report";
import { useWords, type Words } from "./use-words";

/** The words as a component of this language has them. */
function wordsIn(locale: Locale): Words {
  const found: Words[] = [];
  function Reader() {
    found.push(useWords());
    return null;
  }
  markupOf(<Reader />, locale);
  const [words] = found;
  if (!words) throw new Error("nothing was rendered");
  return words;
}

const at = new Date("2026-03-29T01:30:00Z");
const finding = (reason: Finding["reason"], values: Finding["values"] = {}): Finding => ({
  reason,
  values,
  at,
});
const frame = { title: "Bericht", made: "Erstellt", browser: "Browser: Probe/1", foot: "Ende" };
const of = (locale: Locale, findings: Findings, zone = homeZone) =>
  reportText({ findings, words: wordsIn(locale), frame, place: { locale, zone } });

test("says what was found, what to do, and when with its zone, the night the clocks change included", () => {
  const text = of("de", {
    camera: finding("camera_good", { width: 1280, height: 720 }),
    media: finding("media_tcp", { ms: 1250 }),
  });
  expect(text).toContain("Kamera: in Ordnung\n  Ihre Kamera liefert ein Bild mit 1280 × 720 Punkten.\n");
  expect(text).toContain("  So., 29. März 2026, 03:30 Uhr MESZ\n");
  expect(text).toContain("Weg für Ton und Bild: mit Einschränkung\n");
  expect(text).toContain(messages.de.technical.advice.media_tcp);
  expect(text).toContain("Mikrofon: nicht geprüft\n");
  expect(of("en", { browser: finding("browser_good") }, "America/Lima")).toContain("20:30");
});

test("says of a device what the room says of it, in both languages", () => {
  for (const locale of locales) {
    const { problem } = messages[locale].devices;
    expect(of(locale, { camera: finding("camera_busy") })).toContain(problem.camera_busy);
  }
});

test.each(locales)("names every check and leaves no placeholder behind (%s)", (locale) => {
  const reasons = Object.keys(messages[locale].technical.found);
  expect(reasons.length).toBeGreaterThan(20);
  const { found } = messages[locale].technical;
  for (const reason of Object.keys(found) as (keyof typeof found)[]) {
    const text = of(locale, { media: finding(reason, { ms: 7, width: 640, height: 360 }) });
    expect(text).not.toMatch(/[{}]/);
    for (const check of checks) expect(text).toContain(messages[locale].technical.check[check]);
  }
});

test("its file is named by the day where the person is", () => {
  expect(reportName("technik", { zone: "Pacific/Auckland", at })).toBe("plenum-technik-2026-03-29.txt");
  expect(reportName("technik", { zone: "America/Lima", at })).toBe("plenum-technik-2026-03-28.txt");
});
