import { join } from "node:path";
import type { Page } from "@playwright/test";
import { z } from "zod";
import { violationsOf } from "../fixtures/accessibility";
import { patience } from "../fixtures/environment";
import { expect, test } from "../fixtures/test";
import { deskSurfaces } from "./desk-surfaces";
import { openSurface } from "./open-surface";
import { participantSurfaces, publicSurfaces } from "./public-surfaces";
import type { Surface } from "./surface";
import { views } from "./views";
import { theWorld } from "./world";

const { PLENUM_PICTURES: folder, PLENUM_PICTURES_OF: wanted } = z
  .object({
    PLENUM_PICTURES: z.string().default(".data/pictures"),
    /** Words of which one stands in the name of every surface that is wanted; none: all of them. */
    PLENUM_PICTURES_OF: z.string().default(""),
  })
  .parse(process.env);

const words = wanted.split(",").filter(Boolean);
const surfaces = [...publicSurfaces, ...participantSurfaces, ...deskSurfaces].filter(
  ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
);

/** Whether something is wider than the window. */
const isWide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

/** Everything that can be said of a surface without looking at it. */
async function faultsOf(page: Page, { name }: Surface): Promise<string[]> {
  const violations = await violationsOf(page);
  return [
    ...violations.map(({ rule, nodes }) => `${name}: ${rule} at ${nodes.join(", ")}`),
    ...((await isWide(page)) ? [`${name}: wider than its window`] : []),
  ];
}

for (const { name: view, prefix, locale, viewport } of views) {
  test(`pictures of every surface, ${view}`, async ({ person }) => {
    test.setTimeout(patience(900));
    const world = await theWorld();
    const { page } = await person("Bilder", { locale, viewport });
    const faults: string[] = [];
    for (const surface of surfaces) {
      await test.step(surface.name, async () => {
        try {
          await openSurface(page, surface, { world, prefix });
          await page.screenshot({ path: join(folder, `${surface.name}-${view}.png`), fullPage: true });
          faults.push(...(await faultsOf(page, surface)));
        } catch (error) {
          await page.screenshot({ path: join(folder, `${surface.name}-${view}-failed.png`), fullPage: true });
          faults.push(
            `${surface.name}: ${error instanceof Error ? error.message.split("\n")[0] : String(error)}`,
          );
        }
      });
    }
    expect(faults).toEqual([]);
  });
}
