import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test";
import { signInAs } from "../pages/desk-page";
import { LIVE, openPages, organizerPages, pagesOfRows, participantPages } from "../pages/every-page";

/** Pages with `path` that are wider than their window, and by how many pixels. */
async function widerThanWindow(page: Page, paths: readonly string[]): Promise<string[]> {
  const wide: string[] = [];
  for (const path of paths) {
    await page.goto(path);
    const { scrollWidth, clientWidth } = await page.evaluate(() => ({
      scrollWidth: document.documentElement.scrollWidth,
      clientWidth: document.documentElement.clientWidth,
    }));
    if (scrollWidth > clientWidth) wide.push(`${path}: ${scrollWidth - clientWidth}`);
  }
  return wide;
}

/** 320 px is what a window of 1280 px shows at a zoom of 400 % (WCAG 2.2, 1.4.10). */
for (const { width, prefix } of [
  { width: 360, prefix: "" },
  { width: 320, prefix: "/en" },
]) {
  test(`B17: no page scrolls sideways at ${width} pixels`, async ({ person }) => {
    const { page } = await person("Fee", { viewport: { width, height: 740 } });
    const rows = await pagesOfRows();
    await page.goto(rows.link);
    const at = (paths: readonly string[]) =>
      widerThanWindow(
        page,
        paths.map((path) => (path === "/" && prefix ? prefix : `${prefix}${path}`)),
      );
    expect(await at([...openPages, ...rows.open])).toEqual([]);
    await signInAs(page, "organizer");
    expect(await at([...participantPages, ...organizerPages, ...rows.desk, `/room/${LIVE}`])).toEqual([]);
  });
}
