import { extractText, getDocumentProxy, getMeta } from "unpdf";
import { expect, test } from "vitest";
import { drawPdf } from "./draw";
import type { AnyPaper } from "./papers";

const HOSTILE = `<img src=x onerror="alert(1)">\u202Ekcart\u202C [x](javascript:alert(1)) 🙂 Łódź`;

/** What a reader of the file sees, page by page. */
async function read(paper: AnyPaper) {
  const pdf = await getDocumentProxy(await drawPdf(paper));
  const { info } = await getMeta(pdf);
  const { text } = await extractText(pdf, { mergePages: false });
  return { pages: text, title: info.Title };
}

const person = (name: string, organisation = "Netz für Übermorgen e. V.") => ({
  name,
  organisation,
  code: `P1${name.replace(/\W/g, "").slice(0, 40)}${name.length}`,
});

const badges = (...people: ReturnType<typeof person>[]): AnyPaper => ({
  kind: "badges",
  language: "de",
  title: "Namensschilder",
  colour: "#005d86",
  event: "Forum Größe",
  network: "Netz",
  badges: people,
});

const table = (names: readonly string[]): AnyPaper => ({
  kind: "table",
  language: "de",
  title: "Einlass: Forum Größe",
  colour: "#005d86",
  lines: ["Do., 12. Nov. 2026, 10:00 Uhr · Halle 1"],
  foot: "Stand 9:00 Uhr",
  pageOf: "Seite {page} von {pages}",
  columns: [
    { label: "Da", share: 1, isTick: true },
    { label: "Name", share: 5, isStrong: true },
    { label: "Organisation", share: 5 },
  ],
  rows: names.map((name) => [{ text: "" }, { text: name, note: "Warteliste" }, { text: "Netz" }]),
});

test("ten badges to a sheet, in the letters of names in Europe", async () => {
  const people = [
    "Änne Größer-Müller",
    "Łukasz Dąbrowski",
    "Олена Шевченко",
    "Ελένη Παππά",
    "Nguyễn Thị Ánh",
  ];
  const { pages, title } = await read(
    badges(
      ...people.map((name) => person(name)),
      ...people.map((name) => person(`${name} II`)),
      person("Elfte"),
    ),
  );
  expect(pages).toHaveLength(2);
  for (const word of people.flatMap((name) => name.split(/[ -]/))) expect(pages[0]).toContain(word);
  expect(pages[0]).toContain("Netz für Übermorgen e. V.");
  expect(pages[0]).toContain("Forum Größe");
  expect(pages[1]).toContain("Elfte");
  expect(title).toBe("Namensschilder");
});

test("a long name is drawn whole, smaller and in lines", async () => {
  const name =
    "Prof. Dr.-Ing. habil. Maximiliane-Friederike Freifrau von Oberweißbacherschmid-Donaudampf zu Rottluff";
  const { pages } = await read(badges(person(name, name)));
  const words = (text = "") => text.replace(/\s+/g, "");
  expect(words(pages[0])).toContain(words(name));
  expect(pages).toHaveLength(1);
});

test("S41: hostile text is text, turns nothing round, and does not make a document long", async () => {
  const huge = "x".repeat(100_000);
  for (const paper of [badges(person(HOSTILE, HOSTILE), person(huge, huge)), table([HOSTILE, huge])]) {
    const { pages } = await read(paper);
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain("<img");
    expect(pages[0]).toContain("kcart");
    expect(pages[0]).not.toMatch(/\u202E|🙂/);
    expect(pages[0]).toContain("…");
  }
});

test("a list of five hundred goes over sheets with the head of its columns on each, and says where one is", async () => {
  const names = Array.from({ length: 500 }, (_, at) => `Ümit Beispiel ${at}.`);
  const { pages } = await read(table(names));
  const all = pages.join("\n");
  expect(names.filter((name) => !all.includes(name))).toEqual([]);
  for (const [at, page] of pages.entries()) {
    expect(page).toContain("Organisation");
    expect(page).toContain(`Seite ${at + 1} von ${pages.length}`);
    expect(page.match(/Beispiel/g)?.length ?? 0).toBeGreaterThan(at === pages.length - 1 ? 0 : 15);
  }
  expect(pages[0]).toContain("Einlass: Forum Größe");
  expect(all.match(/Warteliste/g)).toHaveLength(500);
}, 30_000);

const section = (title: string, lines: number, note?: string) => ({
  title,
  ...(note ? { note } : {}),
  lines: Array.from({ length: lines }, (_, at) => ({ label: `${title} ${at}.`, value: `${at}`, count: at })),
});

const report = (...sections: Extract<AnyPaper, { kind: "report" }>["sections"]): AnyPaper => ({
  kind: "report",
  language: "de",
  title: "Bericht: Forum Größe",
  colour: "#005d86",
  lines: ["Do., 12. Nov. 2026"],
  foot: "Stand 9:00 Uhr",
  pageOf: "Seite {page} von {pages}",
  sections,
});

test("a report goes over sheets section by section, and a title never stands alone at the foot of one", async () => {
  const curve = { counts: [0, 3, 2], most: "3", from: "9:00", to: "10:00", summary: "Bis zu 3 waren da." };
  const sections = ["Termine", "Fragen", "Kontakte", "Berichte"].map((title) => section(title, 21));
  const { pages, title } = await read(
    report({ ...section("Verlauf", 0), curve }, ...sections, section("Notizen", 40)),
  );
  expect(title).toBe("Bericht: Forum Größe");
  expect(pages.length).toBeGreaterThanOrEqual(4);
  expect(pages.length).toBeLessThanOrEqual(6);
  const all = pages.join("\n");
  expect(all).toContain("Bis zu 3 waren da.");
  for (const { lines } of sections) for (const { label } of lines) expect(all).toContain(label);
  for (const [at, page] of pages.entries()) {
    expect(page).toContain(`Seite ${at + 1} von ${pages.length}`);
    for (const { title: name } of sections)
      if (page.includes(`${name}\n`)) expect(page, `${name} with its first line`).toContain(`${name} 0.`);
  }
});

const certificate = (name: string, event = "Forum Größe"): AnyPaper => ({
  kind: "certificate",
  language: "de",
  title: "Teilnahmebescheinigung",
  colour: "#005d86",
  lead: "Hiermit wird bescheinigt, dass",
  name,
  organisation: "Netz für Übermorgen e. V.",
  took: "an folgender Veranstaltung teilgenommen hat:",
  event,
  when: "Do., 12. Nov. 2026, 10:00 Uhr",
  presence: ["Online anwesend: 40 Minuten"],
  host: "Veranstaltet von Netz",
  foot: "Ausgestellt am 12. November 2026.",
});

test("S41: a certificate is one sheet in the letters of its person's name, whatever they are called", async () => {
  for (const name of ["Łukasz Dąbrowski-Größer", "Олена Шевченко", HOSTILE, "x".repeat(100_000)]) {
    const { pages } = await read(certificate(name, name.repeat(20)));
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain("Online anwesend: 40 Minuten");
    expect(pages[0]).not.toMatch(/\u202E|🙂/);
  }
  const { pages } = await read(certificate("Łukasz Dąbrowski-Größer"));
  expect(pages[0]?.replace(/\s+/g, " ")).toContain("Łukasz Dąbrowski-Größer");
});
