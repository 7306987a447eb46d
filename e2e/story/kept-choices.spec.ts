import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test";
import { berlinTime, signInAs } from "../pages/desk-page";

const NEW = "/o/sensoriknetz-oberland/new";
const soon = () => berlinTime(new Date(Date.now() + 86_400_000));
const refusal = (page: Page) => page.locator("main").getByRole("alert");

/** A draft whose first attempt lacked the title: the tile, the partner and the language that were chosen are still chosen. */
async function draftAfterRefusal(page: Page): Promise<void> {
  await page.goto(NEW);
  await page.getByRole("radio", { name: /^Workshop/ }).check();
  await page.locator("form details summary").click();
  const partner = page.locator("input[name=coHostNetworkIds]").first();
  await partner.check();
  const language = page.locator("main select[name=language]");
  await language.selectOption("de");
  await page.getByLabel("Beginn").fill(soon());
  await page.getByRole("button", { name: "Entwurf anlegen" }).click();
  await expect(
    refusal(page)
      .first()
      .getByRole("link", { name: /^Titel: / }),
  ).toHaveAttribute("href", /#.*title$/);
  await expect(page.getByRole("textbox", { name: "Titel" })).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByRole("radio", { name: /^Workshop/ })).toBeChecked();
  await expect(partner).toBeChecked();
  await expect(language).toHaveValue("de");
  await page.getByRole("textbox", { name: "Titel" }).fill(`Gemerkt ${crypto.randomUUID()}`);
  await page.getByRole("button", { name: "Entwurf anlegen" }).click();
  await expect(page).toHaveURL(/\/o\/[^/]+\/e\/[^/]+$/);
}

for (const javaScript of [true, false]) {
  test(`B14: a refused form keeps what was chosen, ${javaScript ? "with" : "without"} JavaScript`, async ({
    person,
  }) => {
    const { page } = await person("Henrike", { javaScript });
    await signInAs(page, "organizer");
    await draftAfterRefusal(page);

    const topics = page.locator("input[name=topics]");
    const texts = page.locator("form", { has: topics.first() });
    await topics.nth(0).check();
    await topics.nth(2).check();
    const zone = texts.locator("select[name=timeZone]");
    const language = texts.locator("select[name=language]");
    await zone.selectOption("America/New_York");
    await language.selectOption("en");
    await texts.getByLabel("Länge in Minuten").fill("1");
    await texts.getByRole("button", { name: "Übernehmen" }).click();
    await expect(texts.locator("[aria-invalid=true]")).toBeVisible();
    await expect(topics.nth(0)).toBeChecked();
    await expect(topics.nth(1)).not.toBeChecked();
    await expect(topics.nth(2)).toBeChecked();
    await expect(zone).toHaveValue("America/New_York");
    await expect(language).toHaveValue("en");
    await texts.getByLabel("Länge in Minuten").fill("90");
    await texts.getByRole("button", { name: "Übernehmen" }).click();
    await expect(texts.getByRole("status")).toBeVisible();
    await expect(zone).toHaveValue("America/New_York");
    await expect(language).toHaveValue("en");
    await page.reload();
    await expect(zone).toHaveValue("America/New_York");
    await expect(language).toHaveValue("en");

    const seats = page.locator("form", { has: page.locator("input[name=waitlist]") });
    const waitlist = seats.locator("input[name=waitlist]");
    const wanted = !(await waitlist.isChecked());
    await waitlist.setChecked(wanted);
    await seats.locator("input[name=capacity]").fill("viele");
    await seats.getByRole("button", { name: "Übernehmen" }).click();
    await expect(seats.locator("[aria-invalid=true]")).toBeVisible();
    await expect(waitlist).toBeChecked({ checked: wanted });
  });
}

test("B14: publishing says what is not saved yet, and leaves it where it is", async ({ person }) => {
  const { page } = await person("Henrike");
  await signInAs(page, "organizer");
  await draftAfterRefusal(page);
  const summary = page.locator("textarea[name=summary]");
  const texts = page.locator("form", { has: summary });
  await summary.fill("Noch nicht gespeichert");
  await page.getByRole("button", { name: "Veröffentlichen" }).click();
  await expect(page.getByText(/ist noch nicht gespeichert/)).toBeVisible();
  await expect(summary).toHaveValue("Noch nicht gespeichert");
  await texts.getByRole("button", { name: "Übernehmen" }).click();
  await expect(texts.getByRole("status")).toBeVisible();
  await page.getByRole("button", { name: "Veröffentlichen" }).click();
  await expect(page.getByRole("button", { name: "Veröffentlichen" })).toHaveCount(0);
  await page.reload();
  await expect(summary).toHaveValue("Noch nicht gespeichert");
});

test("B14: what is typed on one tab of the desk is there again after a look at another, until it is saved or discarded", async ({
  person,
}) => {
  const { page } = await person("Henrike");
  await signInAs(page, "organizer");
  await draftAfterRefusal(page);
  const summary = page.locator("textarea[name=summary]");
  const texts = page.locator("form", { has: summary });
  const tabs = page.locator("nav.tabs");
  const lookAside = async () => {
    await tabs.getByRole("link", { name: "Regieplan" }).click();
    await expect(summary).toHaveCount(0);
    await tabs.getByRole("link").first().click();
  };
  await summary.fill("Halb gedacht");
  await lookAside();
  await expect(summary).toHaveValue("Halb gedacht");
  await expect(texts.getByText("vorhin getippt und nicht gespeichert")).toBeVisible();
  await texts.getByRole("button", { name: "Verwerfen" }).click();
  await expect(summary).toHaveValue("");
  await lookAside();
  await expect(summary).toHaveValue("");

  await summary.fill("Zu Ende gedacht");
  await lookAside();
  await texts.getByRole("button", { name: "Übernehmen" }).click();
  await expect(texts.getByText("vorhin getippt")).toHaveCount(0);
  await lookAside();
  await expect(summary).toHaveValue("Zu Ende gedacht");
  await expect(texts.getByText("vorhin getippt")).toHaveCount(0);
});

test("on a phone the bar of tabs begins where the current tab is", async ({ person }) => {
  const { page } = await person("Henrike", { viewport: { width: 390, height: 844 } });
  await signInAs(page, "organizer");
  await draftAfterRefusal(page);
  const tabs = page.locator("nav.tabs");
  await tabs.getByRole("link").last().click();
  await expect(tabs.getByRole("link").last()).toHaveAttribute("aria-current", "page");
  // A whole pixel is not to be had at every zoom: 0.999 of it is all that anybody sees.
  await expect(tabs.locator("[aria-current]")).toBeInViewport({ ratio: 0.95 });
});

test("a draft says before it is published what is still open, leads there, and is held up by none of it", async ({
  person,
}) => {
  const { page } = await person("Henrike");
  await signInAs(page, "organizer");
  await draftAfterRefusal(page);
  const points = page.locator(".checklist");
  await points.getByRole("link", { name: "Beschreibung", exact: true }).click();
  await expect(page).toHaveURL(/#description$/);
  const description = page.locator("textarea[name=description]");
  await expect(description).toBeInViewport();
  await description.fill("Worum es geht.");
  const texts = page.locator("form", { has: description });
  await texts.getByRole("button", { name: "Übernehmen" }).click();
  await expect(points.getByText("Beschreibung", { exact: true })).toBeVisible();
  await expect(points.getByRole("link", { name: "Beschreibung", exact: true })).toHaveCount(0);
  await expect(points.getByRole("link", { name: "Testmail an Sie selbst" })).toHaveAttribute(
    "href",
    /\/mails\/words\/confirmed$/,
  );
  await page.getByRole("button", { name: "Veröffentlichen" }).click();
  await expect(page.locator(".deskhead").getByText("Veröffentlicht", { exact: true })).toBeVisible();
  await expect(points.getByRole("link", { name: "Sprechende", exact: true })).toBeVisible();
});
