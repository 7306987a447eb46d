import { readFile } from "node:fs/promises";
import { z } from "zod";
import { expectNoViolations } from "../fixtures/accessibility";
import { sql } from "../fixtures/database";
import { holdScripts } from "../fixtures/hold-scripts";
import { expect, test } from "../fixtures/test";
import { berlinTime, signInAs } from "../pages/desk-page";
import { DESK } from "../security/planning-over-http";

const IMPORT = `${DESK}/templates/import`;
const inDays = (days: number) => berlinTime(new Date(Date.now() + days * 86_400_000)).slice(0, 10);
const weekCalled = (title: string, more: Record<string, unknown> = {}) =>
  JSON.stringify({
    format: "plenum-series",
    version: 1,
    series: { title, days: 2 },
    events: [0, 1].map((day) => ({
      title: `${title} ${day}`,
      day,
      time: "10:00",
      kind: "webinar",
      mode: "stage",
      minutes: 60,
      seats: { capacity: 20 },
    })),
    ...more,
  });
const row = z.object({ day: z.string(), clock: z.string(), status: z.string() });
const eventsOf = (series: string) =>
  sql(
    row,
    `select to_char(e.starts_at at time zone e.time_zone, 'YYYY-MM-DD') as day,
        to_char(e.starts_at at time zone e.time_zone, 'HH24:MI') as clock, e.status
      from events e join series s on s.id = e.series_id where s.title = $1 order by e.starts_at`,
    [series],
  );

test("a series goes out as a file and comes back as a week of drafts", async ({ person }) => {
  const { page } = await person("Henrike");
  await signInAs(page, "organizer");
  await page.goto(`${DESK}/templates`);
  const downloading = page.waitForEvent("download");
  await page
    .getByRole("link", { name: /^Clusterwoche.* als Datei$/ })
    .last()
    .click();
  const text = await readFile(await (await downloading).path(), "utf8");
  const head = z.object({ series: z.object({ title: z.string() }), events: z.array(z.unknown()) });
  const file = head.parse(JSON.parse(text));
  const title = `Woche im Süden ${crypto.randomUUID()}`;
  const renamed = text.replace(JSON.stringify(file.series.title), JSON.stringify(title));

  await page.getByRole("link", { name: "Reihe aus einer Datei anlegen" }).click();
  await page
    .getByLabel("Datei wählen")
    .setInputFiles({ name: "woche.json", mimeType: "application/json", buffer: Buffer.from(renamed) });
  await expect(page.getByLabel("Inhalt der Datei")).toHaveValue(renamed);
  await page.getByLabel("Erster Tag der Reihe").fill(inDays(60));
  await page.getByRole("button", { name: "Vorschau" }).click();
  const preview = page.getByRole("region", { name: "Das wird angelegt" });
  await expect(preview.getByRole("listitem")).toHaveCount(file.events.length);
  await expectNoViolations(page, "preview of a series");
  expect(await eventsOf(title)).toEqual([]);

  await page.getByRole("button", { name: `${file.events.length} Entwürfe anlegen` }).dblclick();
  await expect(page).toHaveURL(new RegExp(`${DESK}\\?drafts=${file.events.length}$`));
  const made = await eventsOf(title);
  expect(made).toHaveLength(file.events.length);
  expect(new Set(made.map(({ status }) => status))).toEqual(new Set(["draft"]));
  for (const { day } of made) expect(day >= inDays(60)).toBe(true);
});

test("a file chosen before the page's script has come is read", async ({ person }) => {
  const { page } = await person("Henrike");
  await signInAs(page, "organizer");
  const letScriptsCome = await holdScripts(page);
  await page.goto(IMPORT, { waitUntil: "commit" });
  const text = weekCalled(`Schneller als das Skript ${crypto.randomUUID()}`);
  await page
    .getByLabel("Datei wählen")
    .setInputFiles({ name: "woche.json", mimeType: "application/json", buffer: Buffer.from(text) });
  letScriptsCome();
  await expect(page.getByLabel("Inhalt der Datei")).toHaveValue(text);
});

test("what was looked at is made, and nothing else", async ({ person }) => {
  const { page } = await person("Henrike");
  await signInAs(page, "organizer");
  await page.goto(IMPORT);
  const title = `Geändert ${crypto.randomUUID()}`;
  await page.getByLabel("Inhalt der Datei").fill(weekCalled(title, { version: 4 }));
  await page.getByLabel("Erster Tag der Reihe").fill(inDays(40));
  await page.getByRole("button", { name: "Vorschau" }).click();
  await expect(page.getByText("Diese Datei hat eine Version, die wir nicht kennen.").first()).toBeVisible();
  await expectNoViolations(page, "refused series");
  await page.getByLabel("Inhalt der Datei").fill(weekCalled(title));
  await page.getByRole("button", { name: "Vorschau" }).click();
  const make = page.getByRole("button", { name: "2 Entwürfe anlegen" });
  await expect(make).toBeVisible();
  await page.getByLabel("Erster Tag der Reihe").fill(inDays(-3));
  await expect(page.getByText("Ihre Angaben haben sich geändert.")).toBeVisible();
  await expect(make).toHaveCount(0);
  await page.getByRole("button", { name: "Vorschau" }).click();
  await expect(page.getByText("2 Veranstaltungen gehen so nicht.")).toBeVisible();
  await expect(make).toHaveCount(0);
  expect(await eventsOf(title)).toEqual([]);
});

test("B03: a series is looked at and made without JavaScript, and a refused file is kept", async ({
  person,
}) => {
  const { page } = await person("Henrike", { javaScript: false });
  await signInAs(page, "organizer");
  await page.goto(IMPORT);
  const title = `Ohne Skript ${crypto.randomUUID()}`;
  const [file, firstDay] = [page.getByLabel("Inhalt der Datei"), page.getByLabel("Erster Tag der Reihe")];
  await file.fill(weekCalled(title));
  await page.getByRole("button", { name: "Vorschau" }).click();
  await expect(firstDay).toHaveAttribute("aria-invalid", "true");
  await expect(file).toHaveValue(weekCalled(title));
  await firstDay.fill(inDays(50));
  await page.getByRole("button", { name: "Vorschau" }).click();
  await expect(page.getByRole("region", { name: "Das wird angelegt" }).getByRole("listitem")).toHaveCount(2);
  await page.getByRole("button", { name: "2 Entwürfe anlegen" }).click();
  await expect(page).toHaveURL(new RegExp(`${DESK}\\?drafts=2$`));
  expect(await eventsOf(title)).toEqual([
    { day: inDays(50), clock: "10:00", status: "draft" },
    { day: inDays(51), clock: "10:00", status: "draft" },
  ]);
});
