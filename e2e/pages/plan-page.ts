import type { Locator, Page } from "@playwright/test";

export const grid = (page: Page) => page.getByRole("grid", { name: "Person × Termin" });
export const focused = (page: Page) => page.locator("[data-cell]:focus");

/** Walks with one key until the cell with the focus is of this kind. */
export async function walkTo(page: Page, key: string, kind: string): Promise<string> {
  for (let steps = 0; steps < 40; steps++) {
    const cell = focused(page);
    if ((await cell.getAttribute("data-kind")) === kind) return (await cell.getAttribute("data-cell")) ?? "";
    await page.keyboard.press(key);
  }
  throw new Error(`no ${kind} cell on the way`);
}

/** What was read out last. */
export const heard = (page: Page) => page.getByTestId("polite");
export const inHand = (page: Page) => page.getByRole("region", { name: "Ausgewähltes Gespräch" });

export const kindOf = (page: Page, cell: string): Locator => page.locator(`[data-cell="${cell}"]`);
