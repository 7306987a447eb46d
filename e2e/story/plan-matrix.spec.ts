import type { Page } from "@playwright/test";
import { expectNoViolations } from "../fixtures/accessibility";
import { patience } from "../fixtures/environment";
import { eventWithTalks } from "../fixtures/event-with-talks";
import { expect, test } from "../fixtures/test";
import { signInAs } from "../pages/desk-page";
import { focused, grid, heard, inHand, kindOf } from "../pages/plan-page";

/** Neighbours talk: the first two at the first time, the second and third at the fifth. */
const aDraft = () => eventWithTalks({ people: 8, slots: 6, drafted: true });

test("what can't be is said by pointer and by key, and nothing is taken out or published without being asked", async ({
  person,
}) => {
  test.setTimeout(patience(180));
  const event = await aDraft();
  const { page } = await person("Henrike");
  await signInAs(page, "organizer");
  await page.goto(`${event.page}/plan`);
  const [source, shut] = [kindOf(page, "0-0"), kindOf(page, "0-4")];
  const said = inHand(page).locator(".plan__said");
  const reason = "Person 002 hat dann schon ein Gespräch.";

  await test.step("a cell that is not open says why", async () => {
    await source.focus();
    await page.keyboard.press("Enter");
    await expect(shut).toHaveAttribute("aria-disabled", "true");
    for (let step = 0; step < 4; step++) await page.keyboard.press("ArrowRight");
    await expect(shut).toBeFocused();
    await expect(shut.locator(".pgrid__why")).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(said).toHaveText(reason);
    await expect(heard(page)).toHaveText(reason);
    await kindOf(page, "2-0").click();
    await expect(said).toHaveText("Diese Zeile gehört zu niemandem aus dem Gespräch.");
    await source.dragTo(shut);
    await expect(said).toHaveText(reason);
    await expect(source).toHaveAttribute("data-kind", "source");
  });

  await test.step("taking out asks, and comes back", async () => {
    const out = inHand(page).getByRole("button", { name: "Herausnehmen …" });
    const question = page.getByRole("dialog", { name: "Aus dem Zeitplan nehmen?" });
    await out.press("Enter");
    await expect(question).toBeVisible();
    await expectNoViolations(page, "the question before a talk is taken out");
    await page.keyboard.press("Escape");
    await expect(question).toBeHidden();
    await expect(out).toBeFocused();
    await out.press("Enter");
    await question.getByRole("button", { name: "Herausnehmen" }).click();
    await expect(source).toHaveAttribute("data-kind", "free");
    await expect(heard(page)).toHaveText(/^Herausgenommen: /);
    await expect(source).toBeFocused();
    await page.getByRole("button", { name: "Rückgängig" }).click();
    await expect(source).toHaveAttribute("data-kind", "talk");
  });

  await test.step("a search says how many it leaves", async () => {
    await page.getByRole("searchbox", { name: "Nach Namen suchen" }).fill("person 003");
    await expect(page.locator(".plan__search").getByText("1 von 8 Personen gefunden")).toBeVisible();
    await expect(heard(page)).toHaveText("1 von 8 Personen gefunden");
    await page.getByRole("searchbox", { name: "Nach Namen suchen" }).fill("");
  });

  await test.step("what is published is no more to be taken back, but a draft of it is a press away", async () => {
    await page.getByRole("button", { name: "Veröffentlichen …" }).click();
    const dialog = page.getByRole("dialog", { name: "Plan veröffentlichen?" });
    await expect(dialog.getByText("6 neu")).toBeVisible();
    await dialog.getByRole("button", { name: "Veröffentlichen" }).click();
    await page.getByRole("button", { name: "Neuer Entwurf auf Grundlage von Fassung 1" }).click();
    await expect(page.getByText("0 geändert → 0 Mails")).toBeVisible();
    await expect(heard(page)).toHaveText("Entwurf aus Fassung 1 begonnen. Noch ist nichts anders.");
    await source.focus();
    await page.keyboard.press("Enter");
    await kindOf(page, "0-1").click();
    await expect(focused(page)).toHaveAttribute("data-cell", "0-1");
    await page.getByRole("button", { name: "Veröffentlichen …" }).click();
    await dialog.getByText("Was sich für wen ändert (1)").click();
    await expect(dialog.getByText(/Person 00[12] × Person 00[12]/)).toBeVisible();
    await expectNoViolations(page, "what publishing changes");
  });
});

test("on a phone a person's day is a list in which talks move", async ({ person }) => {
  test.setTimeout(patience(120));
  const event = await aDraft();
  const { page } = await person("Henrike", { viewport: { width: 390, height: 844 } });
  await signInAs(page, "organizer");
  await page.goto(`${event.page}/plan?view=people`);
  await page
    .getByRole("combobox", { name: "Person" })
    .first()
    .selectOption({ label: "Person 002, Firma 2 (2 Gespräche)" });
  const day = page.getByRole("list", { name: "Person × Termin: Person 002" });
  await expect(grid(page)).toHaveCount(0);
  await expectNoViolations(page, "somebody's day on a phone");
  await day.getByRole("button", { name: /^Auswählen: Person 002, .+ mit Person 001$/ }).click();
  const line = day.getByRole("listitem").nth(2);
  await line.getByRole("button", { name: /^Hierher: / }).click();
  await expect(line.getByRole("button", { name: /mit Person 001$/ })).toBeFocused();
  await expect(heard(page)).toHaveText(/^Verschoben: /);
  await expectNoViolations(page, "somebody's day after a move");

  // The bar disappears with what was pressed in it: the focus goes to the talk.
  await line.getByRole("button", { name: /mit Person 001$/ }).click();
  await inHand(page).getByLabel("Verschieben nach …").selectOption("3");
  await inHand(page).getByRole("button", { name: "Verschieben" }).click();
  await expect(
    day
      .getByRole("listitem")
      .nth(3)
      .getByRole("button", { name: /mit Person 001$/ }),
  ).toBeFocused();
});

/** So many cells stand in the page at most as fit into the frame, with those kept ready around it: of 20,000 a small part. */
async function expectFewCells(page: Page): Promise<void> {
  const frame = await grid(page).evaluate(({ clientWidth, clientHeight }) => ({ clientWidth, clientHeight }));
  const [ahead, beside] = [2 * 6 + 3, 2 * 3 + 3];
  const most = (Math.ceil(frame.clientHeight / 36) + ahead) * (Math.ceil(frame.clientWidth / 64) + beside);
  expect(most).toBeLessThan(2000);
  await expect.poll(() => grid(page).getByRole("gridcell").count()).toBeLessThanOrEqual(most);
}

test("500 people in 40 slots scroll with few cells in the page, and a phone shows a list", async ({
  person,
}) => {
  test.setTimeout(patience(120));
  const event = await eventWithTalks({ people: 500, slots: 40 });
  const { page } = await person("Henrike");
  await signInAs(page, "organizer");
  await page.goto(`${event.page}/plan`);
  await expect(page.getByRole("rowheader", { name: /Person 001/ })).toBeVisible();
  await expect(grid(page)).toHaveAttribute("aria-rowcount", "501");
  await expectFewCells(page);
  await expect(page.locator(".pgridbox")).toHaveAttribute("data-more", "right bottom");

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
  await expectFewCells(page);
  await expect(page.locator(".pgridbox")).toHaveAttribute("data-more", "left right top bottom");

  await test.step("keys scroll as far as one likes, and never lose the focus", async () => {
    await grid(page).locator("[data-cell][tabindex='0']").focus();
    for (const [key, cell] of [
      ["Control+End", "499-39"],
      ["Control+Home", "0-0"],
      ["End", "0-39"],
      ["Control+ArrowDown", "499-39"],
    ] as const) {
      await page.keyboard.press(key);
      await expect(focused(page)).toHaveAttribute("data-cell", cell);
      await expect(focused(page)).toBeInViewport();
      await expectFewCells(page);
    }
    await expect(page.locator(".pgridbox")).toHaveAttribute("data-more", "left top");
    for (let step = 0; step < 8; step++) await page.keyboard.press("PageUp");
    await expect(focused(page)).toBeInViewport();
    // Whoever scrolls away with a wheel keeps the cell that the next key begins from.
    await grid(page).evaluate((frame) => frame.scrollTo(0, 0));
    await expect(page.getByRole("rowheader", { name: /Person 001/ })).toBeVisible();
    const before = (await focused(page).getAttribute("data-cell")) ?? "";
    await page.keyboard.press("ArrowUp");
    await expect(focused(page)).toHaveAttribute("data-cell", `${Number(before.split("-")[0]) - 1}-39`);
    await expect(focused(page)).toBeInViewport();
  });

  await page.getByRole("searchbox", { name: "Nach Namen suchen" }).fill("person 250");
  await expect(grid(page)).toHaveAttribute("aria-rowcount", "2");

  await page.setViewportSize({ width: 390, height: 844 });
  await page.reload();
  await expect(page.getByRole("button", { name: "Liste" })).toHaveAttribute("aria-pressed", "true");
  await expectNoViolations(page, "the plan on a phone");
});
