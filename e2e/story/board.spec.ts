import { z } from "zod";
import { sql } from "../fixtures/database";
import { patience } from "../fixtures/environment";
import { mailOfKind } from "../fixtures/mailbox";
import { expect, test } from "../fixtures/test";
import { signInAs } from "../pages/desk-page";

const seriesSlug = async () =>
  (await sql(z.object({ slug: z.string() }), "select slug from series where slug like 'clusterwoche-%'"))[0]
    ?.slug ?? "";

test("an office seeks in confidence, somebody offers help, and both agree before any address is shown", async ({
  person,
}) => {
  test.setTimeout(patience(120));
  const board = `/s/${await seriesSlug()}/board`;
  const title = `Spritzgusssimulation ${crypto.randomUUID().slice(0, 8)}`;
  const office = (await person("Olga", { javaScript: false })).page;
  await signInAs(office, "organizer");
  await office.goto(`${board}/new`);
  await office.getByRole("link", { name: /^Büro/ }).first().click();
  await office.getByRole("textbox", { name: "Überschrift" }).fill(title);
  await office.getByRole("textbox", { name: "Für welche Organisation" }).fill("Geheim GmbH");
  await office.getByRole("checkbox", { name: /Vertraulich/ }).check();
  await office.getByText("Produktion", { exact: true }).click();
  await office.getByRole("checkbox", { name: "Kleinserien" }).check();
  await office.getByRole("button", { name: "Eintrag veröffentlichen" }).click();
  await expect(office.getByRole("status")).toContainText("steht auf der Tafel");
  const entry = new URL(office.url()).pathname;

  const helper = (await person("Helga", { viewport: { width: 390, height: 844 } })).page;
  await signInAs(helper, "participant");
  await helper.goto(board);
  await helper.getByRole("searchbox", { name: "Einträge durchsuchen" }).fill(title.replace("simulation", ""));
  await helper.getByRole("button", { name: "Suchen", exact: true }).click();
  await helper.goto(`${board}?q=Spritzguss&sort=new`);
  await helper.getByRole("link", { name: title, exact: true }).click();
  await expect(helper.locator("main")).not.toContainText("Geheim GmbH");
  await helper.getByRole("textbox", { name: "Nachricht" }).fill("Das machen wir jeden Tag.");
  await helper.getByRole("button", { name: "Hilfe anbieten" }).click();
  await expect(helper.locator("main")).toContainText("Die andere Seite antwortet Ihnen");

  await office.goto(entry);
  await expect(office.locator("main")).toContainText("Das machen wir jeden Tag.");
  await expect(office.locator("main")).not.toContainText("anna.beispiel@example.org");
  await office.getByRole("button", { name: "Kontakt zulassen" }).click();
  await expect(office.locator("main")).toContainText("anna.beispiel@example.org");
  await helper.goto(entry);
  await expect(helper.locator("main")).toContainText("Geheim GmbH");
  await mailOfKind("anna.beispiel@example.org", "entry.contact_answered");
});

test("B11: a profile for talks is ready with one text field, by keyboard, with synonyms", async ({
  person,
}) => {
  test.setTimeout(patience(60));
  const { page } = await person("Paula");
  await signInAs(page, "participant");
  await page.goto("/me/profile");
  const form = page.locator("form[action='/api/me/listing']");
  const typed = form.locator("textarea:visible, input[type=text]:visible");
  await expect(typed, "one text field").toHaveCount(1);
  const search = form.getByRole("searchbox", { name: /Das suche ich/ });
  await search.fill("cobot");
  await search.press("Enter");
  await expect(form.locator("input[name=needs][value=robotik]")).toBeChecked();
  await search.fill("battery");
  await search.press("ArrowDown");
  await page.keyboard.press("Space");
  await expect(form.locator("input[name=needs][value=batteriesysteme]")).toBeChecked();
  await form.getByRole("textbox", { name: "Ein Satz dazu" }).fill("Wir bauen Greifer für kleine Serien.");
  await form.getByRole("button", { name: "Profil für Gespräche speichern" }).press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "gespeichert" })).toBeVisible();
  await page.getByText("Das sehen andere", { exact: true }).click();
  await expect(page.locator("main")).toContainText("Wir bauen Greifer für kleine Serien.");
});
