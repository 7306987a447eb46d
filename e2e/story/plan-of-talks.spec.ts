import type { Locator, Page } from "@playwright/test";
import { expectNoViolations } from "../fixtures/accessibility";
import { patience } from "../fixtures/environment";
import { eventWithTalks } from "../fixtures/event-with-talks";
import { expect, test } from "../fixtures/test";
import { signInAs } from "../pages/desk-page";

const grid = (page: Page) => page.getByRole("grid", { name: "Person × Termin" });
const focused = (page: Page) => page.locator("[data-cell]:focus");

/** Walks with one key until the cell with the focus is of this kind. */
async function walkTo(page: Page, key: string, kind: string): Promise<string> {
  for (let steps = 0; steps < 40; steps++) {
    const cell = focused(page);
    if ((await cell.getAttribute("data-kind")) === kind) return (await cell.getAttribute("data-cell")) ?? "";
    await page.keyboard.press(key);
  }
  throw new Error(`no ${kind} cell on the way`);
}

const kindOf = (page: Page, cell: string): Locator => page.locator(`[data-cell="${cell}"]`);

async function makePlan(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Planen …" }).click();
  await expect(page.getByRole("dialog", { name: "Planen" })).toBeVisible();
  await expectNoViolations(page, "the dialog before planning");
  await page.getByRole("button", { name: "Planung starten" }).click();
  const result = page.getByRole("dialog", { name: "Ergebnis der Planung" });
  await expect(result).toBeVisible({ timeout: patience(90) });
  await expect(result.getByText(/platziert$/).first()).toBeVisible();
  await expectNoViolations(page, "the result of planning");
  await result.getByRole("button", { name: "Als Entwurf übernehmen" }).click();
  await expect(result).toBeHidden();
  await expect(page.getByText(/\d+ geändert → \d+ Mails/)).toBeVisible();
}

test("an organizer plans the talks, moves one by the keyboard, locks it and publishes", async ({
  person,
}) => {
  test.setTimeout(patience(240));
  const event = await eventWithTalks({ people: 10, slots: 8, wishes: 2 });
  const { page } = await person("Henrike");
  await signInAs(page, "organizer");
  await page.goto(`${event.page}/plan`);
  await test.step("a plan becomes a draft", () => makePlan(page));

  await test.step("a talk moves by keys alone, and comes back", async () => {
    await grid(page).locator("[data-cell][tabindex='0']").focus();
    const from = await walkTo(page, "ArrowRight", "talk");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("region", { name: "Ausgewähltes Gespräch" })).toBeVisible();
    await expectNoViolations(page, "a selected talk");
    await page.keyboard.press("Home");
    const to = await walkTo(page, "ArrowRight", "legal");
    await page.keyboard.press("Enter");
    await expect(kindOf(page, to)).toHaveAttribute("data-kind", "talk");
    await expect(kindOf(page, from)).toHaveAttribute("data-kind", "free");
    await page.getByRole("button", { name: "Rückgängig" }).click();
    await expect(kindOf(page, from)).toHaveAttribute("data-kind", "talk");
  });

  await test.step("and by the pointer", async () => {
    const talk = grid(page).locator("[data-kind='talk']").first();
    await talk.click();
    const open = grid(page).locator("[data-kind='legal']").first();
    const to = (await open.getAttribute("data-cell")) ?? "";
    await grid(page).locator("[data-kind='source']").first().dragTo(open);
    await expect(kindOf(page, to)).toHaveAttribute("data-kind", "talk");
  });

  await test.step("a locked talk says so and stays", async () => {
    await page.getByRole("button", { name: "Liste" }).click();
    await page
      .getByRole("button", { name: /^Auswählen: / })
      .first()
      .click();
    const bar = page.getByRole("region", { name: "Ausgewähltes Gespräch" });
    await bar.getByRole("button", { name: "Festhalten" }).click();
    await expect(bar.getByRole("button", { name: "Festhalten" })).toHaveAttribute("aria-pressed", "true");
    await expect(bar.getByRole("option", { name: /festgehalten/ }).first()).toBeDisabled();
    await bar.getByRole("button", { name: "Abbrechen" }).click();
    await expectNoViolations(page, "the list of talks");
  });

  await test.step("nothing is public before it is published, with what it changes", async () => {
    await page.getByRole("button", { name: "Veröffentlichen …" }).click();
    const dialog = page.getByRole("dialog", { name: "Plan veröffentlichen?" });
    await expect(dialog.getByText(/\d+ geändert → \d+ Mails/)).toBeVisible();
    await dialog.getByRole("button", { name: "Veröffentlichen" }).click();
    await expect(page.getByText("Fassung 1 ist veröffentlicht")).toBeVisible();
    await page.getByRole("button", { name: "Jetzt" }).click();
    await expect(page.getByText(/^Als Nächstes: /)).toBeVisible();
    await expectNoViolations(page, "the talks of the moment");
  });

  await test.step("the plan leaves as a file", async () => {
    await page.getByText("Plan mitnehmen").click();
    for (const [button, file] of [
      ["Excel", /^gespraeche-.*\.csv$/],
      ["PDF je Person", /^gespraeche-.*\.pdf$/],
    ] as const) {
      const saved = page.waitForEvent("download");
      await page.getByRole("button", { name: button }).click();
      expect((await saved).suggestedFilename()).toMatch(file);
    }
  });
});

test("500 people in 40 slots scroll with few rows in the page, and a phone shows a list", async ({
  person,
}) => {
  test.setTimeout(patience(120));
  const event = await eventWithTalks({ people: 500, slots: 40 });
  const { page } = await person("Henrike");
  await signInAs(page, "organizer");
  await page.goto(`${event.page}/plan`);
  const rows = grid(page).getByRole("row");
  await expect(page.getByRole("rowheader", { name: /Person 001/ })).toBeVisible();
  await expect(grid(page)).toHaveAttribute("aria-rowcount", "501");
  expect(await rows.count()).toBeLessThan(50);

  const slowest = await grid(page).evaluate(async (frame) => {
    const frames: number[] = [];
    const next = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    let before = await next();
    for (let step = 0; step < 60; step++) {
      frame.scrollBy(20, 150);
      const at = await next();
      frames.push(at - before);
      before = at;
    }
    return frames.sort((a, b) => a - b).at(54) ?? 0;
  });
  test.info().annotations.push({ type: "slow frames", description: `p90 ${Math.round(slowest)} ms` });
  expect(await rows.count()).toBeLessThan(50);

  await grid(page).evaluate((frame) => frame.scrollTo(0, frame.scrollHeight));
  await expect(page.getByRole("rowheader", { name: /Person 500/ })).toBeVisible();
  expect(await rows.count()).toBeLessThan(50);

  await page.getByRole("searchbox", { name: "Nach Namen suchen" }).fill("person 250");
  await expect(grid(page)).toHaveAttribute("aria-rowcount", "2");

  await page.setViewportSize({ width: 390, height: 844 });
  await page.reload();
  await expect(page.getByRole("button", { name: "Liste" })).toHaveAttribute("aria-pressed", "true");
  await expectNoViolations(page, "the plan on a phone");
});
