import { z } from "zod";
import { expectNoViolations } from "../fixtures/accessibility";
import { sql } from "../fixtures/database";
import { effortOn } from "../fixtures/effort";
import { expect, test } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";
import { berlinTime, signInAs } from "../pages/desk-page";
import { DESK, planDraft } from "../security/planning-over-http";

const inDays = (days: number) => berlinTime(new Date(Date.now() + days * 86_400_000));

test("an event becomes a template, and a new one is planned from it with three clicks", async ({
  person,
}) => {
  const name = `Monatlich ${crypto.randomUUID()}`;
  const draft = await planDraft(await new Visitor().signInAs("organizer"), `Vorbild ${name}`);
  const { page } = await person("Henrike");
  await signInAs(page, "organizer");
  await page.goto(draft.page);
  await page.locator("summary").filter({ hasText: "Als Vorlage speichern" }).click();
  await page.getByLabel("Name der Vorlage").fill(name);
  await page.getByRole("button", { name: "Als Vorlage speichern" }).click();
  await expect(page.getByText("Die Vorlage steht jetzt unter")).toBeVisible();

  const effort = await effortOn(page);
  const click = (role: "button" | "radio" | "link", called: string | RegExp) =>
    page.getByRole(role, { name: called }).first().click();
  await page.goto(DESK);
  await click("link", "Neue Veranstaltung");
  await click("radio", new RegExp(name));
  const title = `Im nächsten Monat ${crypto.randomUUID()}`;
  await page.getByRole("textbox", { name: "Titel" }).fill(title);
  await page.getByLabel("Beginn").fill(inDays(30));
  await click("button", "Entwurf anlegen");
  await expect(page).toHaveURL(/\/o\/[^/]+\/e\/[^/]+$/);
  expect(effort.clicks, "what was clicked").toHaveLength(3);
  const row = z.object({ items: z.coerce.number(), capacity: z.number() });
  const made = await sql(
    row,
    `select count(s.id) as items, p.capacity from events e join seat_plans p on p.event_id = e.id
      left join sessions s on s.event_id = e.id where e.title = $1 group by p.capacity`,
    [title],
  );
  expect(made).toEqual([{ items: 4, capacity: 300 }]);
});

test("a template is changed, goes into the archive and comes back", async ({ person }) => {
  const name = `Wöchentlich ${crypto.randomUUID()}`;
  const draft = await planDraft(await new Visitor().signInAs("organizer"), `Vorbild ${name}`);
  const { page } = await person("Henrike");
  await signInAs(page, "organizer");
  await page.goto(draft.page);
  await page.locator("summary").filter({ hasText: "Als Vorlage speichern" }).click();
  await page.getByLabel("Name der Vorlage").fill(name);
  await page.getByRole("button", { name: "Als Vorlage speichern" }).click();
  await expect(page.getByText("Die Vorlage steht jetzt unter")).toBeVisible();

  await page.goto(DESK);
  await page.getByRole("link", { name: "Vorlagen", exact: true }).click();
  const row = page.locator("li.editrow").filter({ hasText: name });
  await row.locator("summary").click();
  await row.getByLabel("Länge in Minuten").fill("10");
  await row.getByRole("button", { name: `${name} übernehmen` }).click();
  await expect(row.getByText("Der Ablauf der Vorlage ist länger.").first()).toBeVisible();
  await expectNoViolations(page, "refused template");
  await row.getByLabel("Länge in Minuten").fill("75");
  await row.getByLabel("Plätze insgesamt").fill("9");
  await row.getByRole("button", { name: `${name} übernehmen` }).click();
  await expect(row.getByText("75 min, 9 Plätze, 4 Programmpunkte")).toBeVisible();

  await row.getByRole("button", { name: `${name} ins Archiv` }).click();
  await expect(row.getByRole("button", { name: `${name} wieder anbieten` })).toBeVisible();
  await page.goto(`${DESK}/new`);
  await expect(page.getByRole("radio", { name: new RegExp(name) })).toHaveCount(0);
  await page.goto(`${DESK}/templates`);
  await row.getByRole("button", { name: `${name} wieder anbieten` }).click();
  await expect(row.getByRole("button", { name: `${name} ins Archiv` })).toBeVisible();
});

test("a hybrid event has seats on site and asks in confidence, and so does what is planned from its template", async ({
  person,
}) => {
  const mark = crypto.randomUUID();
  const { page } = await person("Henrike");
  await signInAs(page, "organizer");
  const plan = async (template: RegExp, title: string) => {
    await page.goto(`${DESK}/new`);
    await page.getByRole("radio", { name: template }).click();
    await page.getByRole("textbox", { name: "Titel" }).fill(title);
    await page.getByLabel("Beginn").fill(inDays(30));
    await page.getByRole("button", { name: "Entwurf anlegen" }).click();
    await expect(page).toHaveURL(/\/o\/[^/]+\/e\/[^/]+$/);
    const row = z.object({ capacity: z.number(), onsite: z.number(), asked: z.number(), secret: z.number() });
    return sql(
      row,
      `select p.capacity, p.onsite_capacity as onsite, count(q.id)::int as asked,
          count(q.id) filter (where q.sensitive)::int as secret
        from events e join seat_plans p on p.event_id = e.id left join form_questions q on q.event_id = e.id
        where e.title = $1 group by p.event_id`,
      [title],
    );
  };
  const expected = [{ capacity: 200, onsite: 80, asked: 3, secret: 2 }];
  expect(await plan(/^Hybrid/, `Saal und online ${mark}`)).toEqual(expected);
  await page.locator("summary").filter({ hasText: "Als Vorlage speichern" }).click();
  await page.getByLabel("Name der Vorlage").fill(`Hybrid im Haus ${mark}`);
  await page.getByRole("button", { name: "Als Vorlage speichern" }).click();
  await expect(page.getByText("Die Vorlage steht jetzt unter")).toBeVisible();
  expect(await plan(new RegExp(mark), `Noch einmal ${mark}`)).toEqual(expected);
  await page.goto(`${DESK}/templates`);
  const row = page.locator("li.editrow").filter({ hasText: mark });
  await expect(row.getByText("200 Plätze online, 80 vor Ort")).toBeVisible();
  await expect(row.getByText("3 Fragen")).toBeVisible();
});
