import type { Locator, Page } from "@playwright/test";
import { expectNoViolations } from "../fixtures/accessibility";
import { patience } from "../fixtures/environment";
import { eventWithTalks } from "../fixtures/event-with-talks";
import { expect, test } from "../fixtures/test";
import { signInAs } from "../pages/desk-page";
import { focused, grid, inHand, kindOf } from "../pages/plan-page";

const draftBar = (page: Page) => page.getByRole("region", { name: "Entwurf", exact: true });

/** Whether an element lies as a whole within what the window shows, above what lies at its lower edge. */
async function expectClear(at: Locator, edge: Locator): Promise<void> {
  const boxes = async () => ({ at: await at.boundingBox(), edge: await edge.boundingBox() });
  await expect
    .poll(async () => {
      const { at: held, edge: bar } = await boxes();
      return held !== null && bar !== null && held.y >= 0 && held.y + held.height <= bar.y;
    })
    .toBe(true);
}

test("under a long matrix the draft's bar stays in sight, and what has the focus stays clear of it", async ({
  person,
}) => {
  test.setTimeout(patience(180));
  const event = await eventWithTalks({ people: 60, slots: 6, drafted: true });
  const { page } = await person("Henrike", { viewport: { width: 1280, height: 620 } });
  await signInAs(page, "organizer");
  await page.goto(`${event.page}/plan?view=people`);
  await expect(kindOf(page, "0-0")).toHaveAttribute("data-kind", "talk");

  await test.step("from the first moment on, with what it is about and both ways out", async () => {
    await page.evaluate(() => window.scrollTo(0, 0));
    await expect(draftBar(page)).toBeInViewport({ ratio: 1 });
    await expect(draftBar(page).getByText(/geändert → \d+ Mails?$/)).toBeVisible();
    await expect(draftBar(page).getByRole("button", { name: "Rückgängig" })).toBeVisible();
    await expect(draftBar(page).getByRole("button", { name: "Veröffentlichen …" })).toBeVisible();
  });

  await test.step("no cell with the focus lies under the bars, a talk in hand or none", async () => {
    await kindOf(page, "0-0").focus();
    for (let step = 0; step < 24; step++) {
      await page.keyboard.press("ArrowDown");
      await expectClear(focused(page), draftBar(page));
    }
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("Enter");
    await expect(inHand(page)).toBeInViewport({ ratio: 1 });
    await expectClear(inHand(page), draftBar(page));
    for (let step = 0; step < 24; step++) {
      await page.keyboard.press("ArrowDown");
      await expectClear(focused(page), inHand(page));
    }
    await expectNoViolations(page, "a talk in hand above the draft's bar");
  });

  await test.step("Tab leads from the matrix to the talk in hand, from there to the draft, and then to the rules", async () => {
    await inHand(page).getByRole("button").last().focus();
    await page.keyboard.press("Tab");
    await expect(draftBar(page).getByRole("button", { name: "Rückgängig" })).toBeFocused();
    await draftBar(page).getByRole("button", { name: "Veröffentlichen …" }).focus();
    await page.keyboard.press("Tab");
    await expect(page.getByText("Vorgaben für einzelne Personen").first()).toBeFocused();
  });
});

test("on a phone the draft's bar stays at the lower edge and covers less than a quarter of the screen", async ({
  person,
}) => {
  test.setTimeout(patience(120));
  const event = await eventWithTalks({ people: 40, slots: 4, drafted: true });
  const { page } = await person("Henrike", { viewport: { width: 390, height: 844 } });
  await signInAs(page, "organizer");
  await page.goto(`${event.page}/plan`);
  await expect(grid(page)).toHaveCount(0);
  const bar = draftBar(page);
  await expect(bar).toBeInViewport({ ratio: 1 });
  expect((await bar.boundingBox())?.height ?? 844).toBeLessThan(844 / 4);
  const select = page.getByRole("button", { name: /^Auswählen: / });
  for (let nth = 0; nth < 6; nth++) {
    await select.nth(nth).focus();
    await expectClear(select.nth(nth), bar);
  }
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await expectNoViolations(page, "the draft's bar on a phone");
});
