import { join } from "node:path";
import type { Page } from "@playwright/test";
import { z } from "zod";
import { violationsOf } from "../fixtures/accessibility";
import { baseUrl, patience } from "../fixtures/environment";
import { expect, test } from "../fixtures/test";
import type { Visitor } from "../fixtures/visitor";
import { deskSurfaces } from "./desk-surfaces";
import { participantSurfaces, publicSurfaces } from "./public-surfaces";
import type { Surface, Who } from "./surface";
import { views } from "./views";
import { theWorld, type World } from "./world";

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

const browserOf = (world: World, who: Who): Visitor | undefined => {
  if (who === "nobody") return undefined;
  const one = world[who];
  return "visitor" in one ? one.visitor : one;
};

/** Takes over what a browser without a window has been let in with. */
async function become(page: Page, visitor: Visitor | undefined): Promise<void> {
  await page.context().clearCookies();
  const cookies = [...(visitor?.cookies ?? [])].map(([name, value]) => ({ name, value, url: baseUrl }));
  await page.context().addCookies(cookies);
}

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
        await become(page, browserOf(world, surface.who));
        const path = surface.path(world);
        try {
          await page.goto(path === "/" && prefix ? prefix : `${prefix}${path}`);
          await surface.steps?.(page);
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
