import type { Page } from "@playwright/test";
import { expectNoViolations } from "../fixtures/accessibility";
import { expect, test } from "../fixtures/test";
import { signInAs } from "../pages/desk-page";
import { LIVE, openPages, organizerPages, pagesOfRows, participantPages } from "../pages/every-page";

const views = [
  { name: "de, wide", prefix: "", locale: "de-DE", viewport: { width: 1280, height: 800 } },
  { name: "en, phone", prefix: "/en", locale: "en-GB", viewport: { width: 390, height: 844 } },
  { name: "de, phone @long", prefix: "", locale: "de-DE", viewport: { width: 390, height: 844 } },
  { name: "en, wide @long", prefix: "/en", locale: "en-GB", viewport: { width: 1280, height: 800 } },
] as const;

async function check(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await expectNoViolations(page, path);
}

for (const { name, prefix, locale, viewport } of views) {
  test(`pages have no violations (${name})`, async ({ person }) => {
    const { page } = await person("Axel", { locale, viewport });
    for (const path of openPages) await check(page, `${prefix}${path === "/" && prefix ? "" : path}`);

    await page.goto(`${prefix}/e/${LIVE}`);
    await page.locator("form[action='/api/registrations'] button[type=submit]").click();
    await expect(page).toHaveURL(/\/register$/);
    await expectNoViolations(page, "refused registration");

    await signInAs(page, "participant");
    for (const path of participantPages) await check(page, `${prefix}${path}`);
    await signInAs(page, "organizer");
    for (const path of organizerPages) await check(page, `${prefix}${path}`);
  });

  test(`pages of one row each have no violations (${name})`, async ({ person }) => {
    const { link, open, desk } = await pagesOfRows();
    const { page } = await person("Axel", { locale, viewport });
    await page.goto(link);
    for (const path of open) await check(page, `${prefix}${path}`);
    await signInAs(page, "organizer");
    for (const path of desk) await check(page, `${prefix}${path}`);
  });
}
