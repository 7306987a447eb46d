import type { Locator, Page } from "@playwright/test";
import { patience } from "../fixtures/environment";
import { expect, test } from "../fixtures/test";
import { signInAs } from "../pages/desk-page";
import { LIVE, openPages, organizerPages, pagesOfRows, participantPages } from "../pages/every-page";
import { RoomPage } from "../pages/room-page";

/** By how many pixels a page is wider than its window; so much of it lies beyond an edge. */
const pixelsOver = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Unfolds all that a page keeps folded, also inside of each other; how many there were. */
const unfoldAll = (page: Page) =>
  page.evaluate(() => {
    const folded = [...document.querySelectorAll("details")];
    for (const one of folded) one.open = true;
    return folded.length;
  });

/** Pages with `path` that are wider than their window, as they come and with everything unfolded, and by how much. */
async function widerThanWindow(page: Page, paths: readonly string[]) {
  const wide: string[] = [];
  let unfolded = 0;
  for (const path of paths) {
    await page.goto(path);
    const closed = await pixelsOver(page);
    if (closed > 0) wide.push(`${path}: ${closed}`);
    unfolded += await unfoldAll(page);
    const open = await pixelsOver(page);
    if (open > 0) wide.push(`${path}, unfolded: ${open}`);
  }
  return { wide, unfolded };
}

/** Sheets, menus and dialogs lie above the page: what they hold must be inside the window, or scroll nowhere but down. */
async function expectInWindow(page: Page, part: Locator, name: string): Promise<void> {
  await expect(part.first(), name).toBeVisible();
  const width = page.viewportSize()?.width ?? 0;
  const beyond = await part.first().evaluate((element, edge) => {
    const boxes = [element, ...element.querySelectorAll("*")].map((one) => one.getBoundingClientRect());
    const seen = boxes.filter((box) => box.width > 1 && box.height > 1);
    return {
      left: Math.min(0, ...seen.map(({ left }) => Math.floor(left))),
      right: Math.max(0, ...seen.map(({ right }) => Math.ceil(right) - edge)),
      inside: element.scrollWidth - element.clientWidth,
    };
  }, width);
  expect(beyond, name).toEqual({ left: 0, right: 0, inside: 0 });
  expect(await pixelsOver(page), `page under ${name}`).toBeLessThanOrEqual(0);
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
    expect((await at([...openPages, ...rows.open])).wide).toEqual([]);
    await signInAs(page, "organizer");
    const desk = await at([...participantPages, ...organizerPages, ...rows.desk, `/room/${LIVE}`]);
    expect(desk.wide).toEqual([]);
    expect(desk.unfolded, "parts that were unfolded").toBeGreaterThan(20);
  });

  test(`B17: the menu, a refused form and every sheet of the room fit into ${width} pixels`, async ({
    person,
  }) => {
    test.setTimeout(patience(90));
    const { page } = await person("Fee", { devices: true, viewport: { width, height: 740 } });
    await page.goto(`${prefix}/events`);
    await page.locator("button.btn--menu").click();
    await expectInWindow(page, page.locator(".site-menu"), "menu of every page");

    await page.goto(`${prefix}/e/${LIVE}`);
    await page.locator("form[action='/api/registrations'] button[type=submit]").click();
    await expect(page).toHaveURL(/\/register$/);
    await unfoldAll(page);
    expect(await pixelsOver(page), "refused registration").toBeLessThanOrEqual(0);

    await signInAs(page, "organizer");
    await page.goto(`${prefix}/room/${LIVE}`);
    const room = new RoomPage(page);
    await room.expectFact("state", /waiting|held/);
    expect(await pixelsOver(page), "before the room").toBeLessThanOrEqual(0);
    await room.enter();
    await room.expectInside("main");
    for (const name of ["people", "chat", "polls", "notes", "breakouts", "console"] as const) {
      await expectInWindow(page, await room.openPanel(name), `panel ${name}`);
      await room.closePanel();
    }
    const bar = page.getByRole("toolbar");
    await expectInWindow(page, bar, "bar of the room");
    await bar.getByRole("button", { name: /^(Mehr|More)$/ }).click();
    await expectInWindow(page, page.getByRole("menu"), "menu of the room");
    await page.getByRole("menuitem", { name: /^(Tastenkürzel|Keyboard shortcuts)$/ }).click();
    await expectInWindow(page, page.getByRole("dialog"), "help with the keys");
    await page.keyboard.press("Escape");
    await bar.getByRole("button", { name: /^(Verlassen|Leave)/ }).click();
    await room.expectFact("state", "left");
    expect(await pixelsOver(page), "after the room").toBeLessThanOrEqual(0);
  });
}
