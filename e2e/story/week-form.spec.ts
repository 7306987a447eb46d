import { z } from "zod";
import { expectNoViolations } from "../fixtures/accessibility";
import { countOf, sql } from "../fixtures/database";
import { effortOn } from "../fixtures/effort";
import { patience } from "../fixtures/environment";
import { expect, test } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";
import { moveEvent, planDraft } from "../security/planning-over-http";
import { freshAddress } from "../security/registering-over-http";

const OWN = "sensoriknetz-oberland";

/** A series of our own office with two events at the same time, both open. */
async function aWeek(mark: string): Promise<string> {
  const organizer = await new Visitor().signInAs("organizer");
  const slug = `woche-${mark}`;
  await sql(
    z.object({}),
    `insert into series (id, alliance_id, network_id, slug, title, starts_on, ends_on)
      select 'ser_' || left(md5(random()::text), 24), alliance_id, id, $2, $3, current_date, current_date + 60
        from networks where slug = $1`,
    [OWN, slug, `Woche ${mark}`],
  );
  for (const title of [`Morgens ${mark}`, `Zugleich ${mark}`]) {
    const event = await planDraft(organizer, title);
    await sql(
      z.object({}),
      "update events set series_id = (select id from series where slug = $2) where id = $1",
      [event.id, slug],
    );
    await moveEvent(organizer, event, "publish");
  }
  return slug;
}

test("B02: several events with one form and one press, without a script too, and what overlaps is told", async ({
  person,
}) => {
  test.setTimeout(patience(120));
  const mark = crypto.randomUUID().slice(0, 8);
  const week = await aWeek(mark);
  const { page } = await person("Ohne", { javaScript: false, viewport: { width: 390, height: 844 } });
  await page.goto(`/s/${week}`);
  const form = page.locator("form[action='/api/registrations/week']");
  const email = freshAddress("woche");
  const press = () => form.getByRole("button", { name: "Für alle angehakten anmelden" }).click();

  // Nothing is ticked: the form comes back with what was typed.
  await form.getByRole("textbox", { name: "Name" }).fill("Olga Ohne");
  await form.getByRole("textbox", { name: "E-Mail" }).fill(email);
  await press();
  await expect(page).toHaveURL(/\/s\/[^/]+\/register$/);
  await expect(page.locator("main").getByRole("alert")).toContainText(
    "Haken Sie mindestens einen Termin an.",
  );
  await expect(form.getByRole("textbox", { name: "E-Mail" })).toHaveValue(email);

  for (const title of ["Morgens", "Zugleich"])
    await form.getByRole("checkbox", { name: new RegExp(`^${title} ${mark}`) }).check();
  await press();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("2 Termine sind vorgemerkt");
  await expect(page.getByText(/finden zur selben Zeit statt/)).toBeVisible();
  expect(await countOf("registrations where email = $1", [email])).toBe(2);

  // The same again, as after the back button: nobody is registered twice.
  await page.goBack();
  await press();
  expect(await countOf("registrations where email = $1", [email])).toBe(2);

  // axe and the count of clicks need scripts: the same once more, in a browser that has them.
  const { page: scripted } = await person("Mit");
  const effort = await effortOn(scripted);
  await scripted.goto(`/s/${week}`);
  await expectNoViolations(scripted, "the form of a week");
  await scripted.getByRole("textbox", { name: "Name" }).fill("Mia Mit");
  await scripted.getByRole("textbox", { name: "E-Mail" }).fill(freshAddress("woche"));
  await scripted.getByRole("button", { name: "Für alle angehakten anmelden" }).click();
  await expect(scripted.locator("main").getByRole("alert")).toContainText(
    "Haken Sie mindestens einen Termin an.",
  );
  await expectNoViolations(scripted, "the refused form of a week");
  effort.clicks.length = 0;
  for (const title of ["Morgens", "Zugleich"])
    await scripted.getByRole("checkbox", { name: new RegExp(`^${title} ${mark}`) }).check();
  await scripted.getByRole("button", { name: "Für alle angehakten anmelden" }).click();
  await expect(scripted.getByRole("heading", { level: 1 })).toHaveText("2 Termine sind vorgemerkt");
  expect(effort.clicks, "one click for each event and one to send").toHaveLength(3);
  expect([...effort.fields].sort(), "two fields for all").toEqual(["email", "name"]);
});
