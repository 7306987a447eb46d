import { expectNoViolations } from "../fixtures/accessibility";
import { patience } from "../fixtures/environment";
import { expect, test } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";
import { signInAs } from "../pages/desk-page";

const LOOK = "/o/sensoriknetz-oberland/office/look";
const PAGE = "/n/sensoriknetz-oberland";
const SUMMARY = "Kurztext, Deutsch";
/** One pixel. */
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);
/** Far less than the minute after which a cached page is rendered anew by itself. */
const AT_ONCE = { timeout: Math.min(patience(5), 30_000) };

const shown = async (path: string) => (await new Visitor().ask(path)).text;

test("a change of the look reaches the cached pages at once", async ({ person }) => {
  const { page } = await person("Henrike");
  await signInAs(page, "organizer");
  await page.goto(LOOK);
  const summary = page.getByRole("textbox", { name: SUMMARY });
  const before = await summary.inputValue();
  const after = `${before} ${crypto.randomUUID()}`;
  const save = page.locator("form", { has: summary }).getByRole("button", { name: "Übernehmen" });
  expect(await shown(PAGE)).not.toContain(after);
  await summary.fill(after);
  await save.click();
  await expect.poll(() => shown(PAGE), AT_ONCE).toContain(after);
  await summary.fill(before);
  await save.click();
  await expect.poll(() => shown(PAGE), AT_ONCE).not.toContain(after);
});

test("a logo is brought without JavaScript, shown on public pages and taken away; a drawing that is a program is refused", async ({
  person,
}) => {
  const { page } = await person("Henrike", { javaScript: false });
  await signInAs(page, "organizer");
  await page.goto(LOOK);
  const bring = async (name: string, buffer: Buffer) => {
    const form = page.locator("form[action$='/logo']");
    await form.getByLabel("Bild").setInputFiles({ name, mimeType: "image/png", buffer });
    await form.getByRole("textbox", { name: "Beschreibung" }).fill("Ein Zahnrad im Kreis");
    await form.getByRole("button", { name: "Logo speichern" }).click();
  };
  await bring("logo.png", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"));
  await expect(page.locator(".error-summary")).toContainText("Diese Art von Datei nehmen wir nicht an");
  await bring("logo.png", PICTURE);
  await expect(page.getByText("Das Logo ist gespeichert.")).toBeVisible();

  await expect.poll(() => shown(PAGE), AT_ONCE).toContain("Ein Zahnrad im Kreis");
  const { page: open } = await person("Ada");
  await open.goto(PAGE);
  const logo = open.getByRole("img", { name: "Ein Zahnrad im Kreis" });
  await expect(logo).toBeVisible();
  expect(await logo.evaluate((one) => one instanceof HTMLImageElement && one.naturalWidth)).toBe(1);
  await expectNoViolations(open, "a network with a logo");

  await page.getByRole("button", { name: "Logo entfernen" }).click();
  await expect.poll(() => shown(PAGE), AT_ONCE).not.toContain("Ein Zahnrad im Kreis");
});
