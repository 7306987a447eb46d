import { join } from "node:path";
import type { Page } from "@playwright/test";
import { z } from "zod";
import { violationsOf } from "../fixtures/accessibility";

const { PLENUM_PICTURES: folder, PLENUM_PICTURES_OF: wanted } = z
  .object({
    PLENUM_PICTURES: z.string().default(".data/pictures"),
    /** Words of which one stands in the name of every surface that is wanted; none: all of them. */
    PLENUM_PICTURES_OF: z.string().default(""),
  })
  .parse(process.env);

const words = wanted.split(",").filter(Boolean);
export const isWanted = (name: string) => words.length === 0 || words.some((word) => name.includes(word));

/** Whether something is wider than the window. */
const isWide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

/** Takes its picture, and says everything that can be said of it without looking. */
export async function look(page: Page, name: string, view: string): Promise<string[]> {
  await page.screenshot({ path: join(folder, `${name}-${view}.png`), fullPage: true });
  const violations = await violationsOf(page);
  return [
    ...violations.map(({ rule, nodes }) => `${name}: ${rule} at ${nodes.join(", ")}`),
    ...((await isWide(page)) ? [`${name}: wider than its window`] : []),
  ];
}

/** The fault that it could not be brought into its state, with a picture of where that ended. */
export async function failed(page: Page, name: string, view: string, error: unknown): Promise<string> {
  await page.screenshot({ path: join(folder, `${name}-${view}-failed.png`), fullPage: true });
  return `${name}: ${error instanceof Error ? error.message.split("\n")[0] : String(error)}`;
}
