import type { Page } from "@playwright/test";
import { expectNoViolations } from "../fixtures/accessibility";
import { expect, test } from "../fixtures/test";
import { signInAs } from "../pages/desk-page";

const LIVE = "schwingungen-verstehen";

/** Parts of the console that show less than they hold, so that one would have to scroll inside them. */
const cutParts = (page: Page) =>
  page.locator(".rm-desk *").evaluateAll((elements) =>
    elements
      .filter((one) => getComputedStyle(one).overflowY !== "visible" && one.clientHeight > 1)
      .filter((one) => one.scrollHeight > one.clientHeight + 1)
      .map((one) => `${one.className}: ${one.clientHeight} of ${one.scrollHeight}`),
  );

const sideways = (page: Page) =>
  page.locator(".rm-page").evaluate((frame) => frame.scrollWidth - frame.clientWidth);

for (const width of [390, 360]) {
  test(`on a phone of ${width} px the console is one page that scrolls, and nothing in it is cut`, async ({
    person,
  }) => {
    const { page } = await person("Henrike", { viewport: { width, height: 640 } });
    await signInAs(page, "organizer");
    await page.goto(`/console/${LIVE}`);
    await expect(page.getByRole("button", { name: "Räume vorbereiten" })).toBeVisible();
    await page.getByRole("button", { name: "Für alle beenden" }).click();
    await expect(page.getByRole("button", { name: "Ja, jetzt beenden" })).toBeVisible();

    expect(await cutParts(page)).toEqual([]);
    expect(await sideways(page), "pixels beyond the right edge").toBe(0);
    await expectNoViolations(page, `console at ${width} px`);

    // The page itself brings the first and the last card whole into view.
    const people = page.getByRole("region", { name: "Personen" });
    await people.scrollIntoViewIfNeeded();
    await expect(people.getByRole("searchbox", { name: "Personen suchen" })).toBeInViewport({ ratio: 1 });
    await page.getByRole("button", { name: "Abbrechen" }).click();
    await page.getByRole("button", { name: "Für alle beenden" }).scrollIntoViewIfNeeded();
    await expect(page.getByRole("button", { name: "Für alle beenden" })).toBeInViewport({ ratio: 1 });
  });
}
