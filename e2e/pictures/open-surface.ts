import type { Page } from "@playwright/test";
import { baseUrl } from "../fixtures/environment";
import type { Visitor } from "../fixtures/visitor";
import type { Surface, Who } from "./surface";
import type { World } from "./world";

const browserOf = (world: World, who: Who): Visitor | undefined => {
  if (who === "nobody") return undefined;
  const one = world[who];
  return "visitor" in one ? one.visitor : one;
};

/** Takes over what a browser without a window has been let in with. */
export async function become(page: Page, visitor: Visitor | undefined): Promise<void> {
  await page.context().clearCookies();
  const cookies = [...(visitor?.cookies ?? [])].map(([name, value]) => ({ name, value, url: baseUrl }));
  await page.context().addCookies(cookies);
}

type Place = { world: World; prefix: string };

/** Goes where the surface is, as whoever sees it, and brings it into its state. */
export async function openSurface(page: Page, surface: Surface, { world, prefix }: Place): Promise<void> {
  await become(page, browserOf(world, surface.who));
  await surface.before?.(world);
  const path = surface.path(world);
  await page.goto(path === "/" && prefix ? prefix : `${prefix}${path}`);
  await surface.steps?.(page);
  // What sticks to the top of the window would stand in the middle of the picture.
  await page.evaluate(() => window.scrollTo(0, 0));
}
