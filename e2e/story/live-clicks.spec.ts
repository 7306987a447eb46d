import { z } from "zod";
import { expectNoViolations } from "../fixtures/accessibility";
import { sql } from "../fixtures/database";
import { effortOn } from "../fixtures/effort";
import { patience } from "../fixtures/environment";
import { expect, test } from "../fixtures/test";
import { createEvent, signInAs } from "../pages/desk-page";

const NETWORK = "sensoriknetz-oberland";
const state = z.object({ status: z.string() });

test("B14: from template to published with three fields, in five clicks and two minutes, live with two more, ended with one", async ({
  person,
}) => {
  const { page } = await person("Henrike", { viewport: { width: 1280, height: 800 } });
  await signInAs(page, "organizer");
  const effort = await effortOn(page);
  const title = `Klicks ${crypto.randomUUID().slice(0, 8)}`;
  const begun = Date.now();
  const plan = { network: NETWORK, template: "Webinar", title, startsAt: new Date() };
  const { slug, clicks } = await createEvent(page, plan);
  expect(clicks).toBeLessThanOrEqual(5);
  expect(effort.clicks, "what was clicked").toHaveLength(clicks);
  expect([...effort.fields].length, `fields: ${[...effort.fields]}`).toBeLessThanOrEqual(3);
  expect(Date.now() - begun, "milliseconds until published").toBeLessThan(120_000);

  const begin = () => {
    effort.clicks.length = 0;
    effort.fields.clear();
  };
  const stateIs = async (status: string) =>
    expect
      .poll(async () => (await sql(state, "select status from events where slug = $1", [slug]))[0]?.status, {
        timeout: patience(15),
      })
      .toBe(status);

  begin();
  await page.getByRole("link", { name: "Konsole", exact: true }).click();
  await page.getByRole("button", { name: "Live gehen" }).click();
  await stateIs("live");
  expect([effort.clicks.length, effort.fields.size], "clicks and fields until live").toEqual([2, 0]);

  // In the middle of an event a slip of the hand must not send everybody home.
  await page.getByRole("button", { name: "Für alle beenden" }).click();
  await expect(page.getByText("0 Personen verlassen den Raum")).toBeVisible();
  await page.getByRole("button", { name: "Abbrechen" }).click();
  await stateIs("live");

  await sql(state, "update events set ends_at = now() + interval '4 minutes' where slug = $1", [slug]);
  await page.reload();
  await expect(page.getByText("0 Personen verlassen den Raum")).toBeVisible();
  await expectNoViolations(page, "console of an event that closes");
  begin();
  await page.getByRole("button", { name: "Für alle beenden" }).click();
  await stateIs("ended");
  expect([effort.clicks.length, effort.fields.size], "clicks and fields until ended").toEqual([1, 0]);

  // What comes next is at the desk, and nobody asks there any more what the page lacked.
  await page.getByRole("link", { name: "Zur Veranstaltung im Büro" }).click();
  await expect(page.getByRole("heading", { name: "Nach der Veranstaltung" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Dank und Nachrichten" })).toHaveAttribute("href", /\/mails$/);
  await expect(page.getByRole("heading", { name: "Vor dem Veröffentlichen" })).toHaveCount(0);
});
