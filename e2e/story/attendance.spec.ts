import type { Page } from "@playwright/test";
import { patience } from "../fixtures/environment";
import { expect, test } from "../fixtures/test";
import { signInAs } from "../pages/desk-page";
import { joinLive } from "../pages/live-event";

const DESK = "/o/sensoriknetz-oberland/e";
const LIVE = "kleine-modelle-grosse-wirkung";
const AHEAD = "sensors-without-batteries";

/** How many pixels the page, or the list in it, is wider than what shows. */
const overflow = (page: Page) =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll(".table-scroll")].map(
      ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
    ),
  );

test("P20: the organizer reads at the desk who was there how long, once the event has begun", async ({
  person,
}) => {
  const laptop = { width: 1280, height: 800 };
  const [lea, henrike] = [await person("Lea"), await person("Henrike", { viewport: laptop })];
  await joinLive(lea, LIVE);
  const { page } = henrike;
  await signInAs(page, "organizer");
  for (const { prefix, column, minutes, absent } of [
    { prefix: "", column: "Anwesend", minutes: /^\d+ Min\.$/, absent: "nicht da" },
    { prefix: "/en", column: "Present", minutes: /^\d+ min$/, absent: "not there" },
  ]) {
    const list = `${prefix}${DESK}/${LIVE}/people`;
    await expect(async () => {
      await page.goto(`${list}?q=${encodeURIComponent(lea.email)}`);
      await expect(page.getByRole("cell", { name: minutes })).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: patience(30) });
    await expect(page.getByRole("columnheader", { name: column, exact: true })).toBeVisible();
    await page.goto(list);
    await expect(page.getByRole("cell", { name: absent, exact: true }).first()).toBeVisible();

    await page.goto(`${prefix}${DESK}/${AHEAD}/people`);
    await expect(page.getByRole("columnheader").first()).toBeVisible();
    await expect(page.getByRole("columnheader", { name: column, exact: true })).toHaveCount(0);
  }

  for (const viewport of [laptop, { width: 360, height: 740 }]) {
    await page.setViewportSize(viewport);
    await page.goto(`${DESK}/${LIVE}/people`);
    await expect(page.getByText(/^\d+ Min\.$/).first()).toBeVisible();
    for (const pixels of await overflow(page)) expect(pixels).toBeLessThanOrEqual(0);
  }
});
