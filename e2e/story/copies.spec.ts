import { z } from "zod";
import { expectNoViolations } from "../fixtures/accessibility";
import { sql } from "../fixtures/database";
import { effortOn } from "../fixtures/effort";
import { holdScripts } from "../fixtures/hold-scripts";
import { expect, test } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";
import { berlinTime, signInAs } from "../pages/desk-page";
import { DESK, planDraft } from "../security/planning-over-http";

const inDays = (days: number) => berlinTime(new Date(Date.now() + days * 86_400_000)).slice(0, 10);

async function draftCalled(words: string) {
  const title = `${words} ${crypto.randomUUID()}`;
  await planDraft(await new Visitor().signInAs("organizer"), title);
  const [draft] = await sql(z.object({ slug: z.string() }), "select slug from events where title = $1", [
    title,
  ]);
  if (!draft) throw new Error(`${title} was not planned`);
  return { title, desk: `${DESK}/e/${draft.slug}` };
}

const row = z.object({
  day: z.string(),
  clock: z.string(),
  status: z.string(),
  seats: z.number().nullable(),
});
/** The original and its copies, in order. */
const eventsCalled = (title: string) =>
  sql(
    row,
    `select to_char(starts_at at time zone time_zone, 'YYYY-MM-DD') as day,
        to_char(starts_at at time zone time_zone, 'HH24:MI') as clock, status, p.capacity as seats
      from events e left join seat_plans p on p.event_id = e.id where title = $1 order by starts_at`,
    [title],
  );

test("an event is duplicated onto three weeks with three clicks and two fields", async ({ person }) => {
  const { title, desk } = await draftCalled("Jede Woche");
  const { page } = await person("Henrike");
  await signInAs(page, "organizer");
  const effort = await effortOn(page);
  await page.goto(desk);
  const click = (role: "button" | "radio" | "link", name: string) =>
    page.getByRole(role, { name, exact: true }).click();
  await click("link", "Duplizieren");
  await expect(page.getByRole("heading", { name: "Wird nicht übernommen" })).toBeVisible();
  await expect(page.getByText("Einladungscodes", { exact: true })).toBeVisible();
  await page.getByLabel("Erster Tag").fill(inDays(14));
  await click("radio", "Jede Woche");
  await page.getByLabel("Anzahl der Termine").fill("3");
  const planned = page.getByRole("region", { name: "Das wird angelegt" });
  await expect(planned.getByRole("listitem")).toHaveCount(3);
  await expect(planned.getByRole("status")).toHaveText("3 Entwürfe");
  await click("button", "Entwürfe anlegen");
  await expect(page).toHaveURL(new RegExp(`${DESK}\\?drafts=3$`));
  await expect(page.getByText("3 Entwürfe sind angelegt.")).toBeVisible();
  await expect(page.getByText(title)).toHaveCount(4);
  expect(effort.clicks, "what was clicked").toHaveLength(3);
  expect([...effort.fields].sort(), "what was filled in").toEqual(["count", "days.0"]);

  const [original, ...copies] = await eventsCalled(title);
  expect(copies).toEqual([14, 21, 28].map((days) => ({ ...original, day: inDays(days), status: "draft" })));
});

test("a refused form keeps its days and says which is wrong; a double click makes the copies once", async ({
  person,
}) => {
  const { title, desk } = await draftCalled("Einzelne Tage");
  const { page } = await person("Henrike");
  await signInAs(page, "organizer");
  await page.goto(`${desk}/copy`);
  await page.getByLabel("Erster Tag").fill(inDays(20));
  await page.getByRole("button", { name: "Weiterer Tag" }).click();
  const second = page.getByLabel("Tag 2", { exact: true });
  await second.fill(inDays(-3));
  await expect(page.getByRole("region", { name: "Das wird angelegt" })).toContainText(
    "Dieser Zeitpunkt ist vorbei.",
  );
  await page.getByRole("button", { name: "Entwürfe anlegen" }).click();
  await expect(second).toHaveAttribute("aria-invalid", "true");
  await expect(second).toHaveValue(inDays(-3));
  await expect(page.getByLabel("Erster Tag")).toHaveValue(inDays(20));
  await expectNoViolations(page, "refused copies");
  expect(await eventsCalled(title)).toHaveLength(1);

  await second.fill(inDays(21));
  await expect(second).not.toHaveAttribute("aria-invalid", "true");
  await page.getByRole("button", { name: "Entwürfe anlegen" }).dblclick();
  await expect(page).toHaveURL(new RegExp(`${DESK}\\?drafts=2$`));
  expect((await eventsCalled(title)).map(({ day }) => day).slice(1)).toEqual([inDays(20), inDays(21)]);
});

test("B03: copies are made without JavaScript, and a refused form keeps its days there too", async ({
  person,
}) => {
  const { title, desk } = await draftCalled("Ohne Skript");
  const { page } = await person("Henrike", { javaScript: false });
  await signInAs(page, "organizer");
  await page.goto(desk);
  await page.getByRole("link", { name: "Duplizieren", exact: true }).click();
  const [first, second] = [page.getByLabel("Erster Tag"), page.getByLabel("Tag 2", { exact: true })];
  await first.fill(inDays(30));
  await second.fill(inDays(-1));
  await page.getByRole("button", { name: "Entwürfe anlegen" }).click();
  await expect(second).toHaveAttribute("aria-invalid", "true");
  await expect(first).toHaveValue(inDays(30));
  await expect(second).toHaveValue(inDays(-1));
  await second.fill(inDays(33));
  await page.getByRole("button", { name: "Entwürfe anlegen" }).click();
  await expect(page).toHaveURL(new RegExp(`${DESK}\\?drafts=2$`));
  expect((await eventsCalled(title)).map(({ day }) => day).slice(1)).toEqual([inDays(30), inDays(33)]);
});

test("days typed before the page's script has come are planned with", async ({ person }) => {
  const { desk } = await draftCalled("Schneller als das Skript");
  const { page } = await person("Henrike");
  await signInAs(page, "organizer");
  const letScriptsCome = await holdScripts(page);
  await page.goto(`${desk}/copy`, { waitUntil: "commit" });
  await page.getByLabel("Erster Tag").fill(inDays(14));
  await page.getByRole("radio", { name: "Jede Woche", exact: true }).check();
  letScriptsCome();
  const planned = page.getByRole("region", { name: "Das wird angelegt" });
  await expect(planned.getByRole("listitem")).toHaveCount(4);
  await expect(page.getByLabel("Erster Tag")).toHaveValue(inDays(14));
});
