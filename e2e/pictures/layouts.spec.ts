import type { Page } from "@playwright/test";
import { patience } from "../fixtures/environment";
import { giveFakeScreen } from "../fixtures/fake-screen";
import { expect, test } from "../fixtures/test";
import { holdWorkshop, joinLive } from "../pages/live-event";
import type { RoomPage } from "../pages/room-page";
import { failed, isWanted, look } from "./look";
import { views } from "./views";

type Stage = { host: RoomPage; guest: RoomPage; other: RoomPage; names: { guest: string; other: string } };
type Surface = { name: string; bring: (stage: Stage) => Promise<Page> };

const large = (page: Page) => page.locator('[data-large="true"]');
const tileMenu = (page: Page, name: string) =>
  page.getByRole("button", { name: new RegExp(`^(Ansicht von|View of) ${name}`) });
const fromMore = async (page: Page, entry: RegExp) => {
  await page
    .getByRole("toolbar")
    .getByRole("button", { name: /^(Mehr|More)$/ })
    .click();
  await page.getByRole("menuitem", { name: entry }).click();
  await page.getByRole("dialog").waitFor();
};

/** On a phone the button stands behind „Mehr“. */
async function shares({ page }: RoomPage, on: boolean): Promise<void> {
  const name = on ? "Bildschirm teilen" : "Teilen beenden";
  const bar = page.getByRole("toolbar");
  const own = bar.getByRole("button", { name });
  if (await own.isVisible()) return own.click();
  await bar.getByRole("button", { name: "Mehr" }).click();
  await page.getByRole("menuitem", { name }).click();
}

async function maySpeak(host: RoomPage, name: string): Promise<void> {
  await host.openPanel("people");
  await host.page.getByRole("button", { name: `Aktionen für ${name}` }).click();
  await host.page.getByRole("menuitem", { name: "Zu Sprechenden machen" }).click();
  await host.closePanel();
}

/** One after the other, as a workshop goes, mostly as one of its guests sees it. */
const surfaces: readonly Surface[] = [
  {
    name: "room-layout-grid",
    bring: async ({ guest }) => {
      await guest.expectPeople(3);
      await guest.expectToSee(30);
      return guest.page;
    },
  },
  {
    name: "room-layout-menu",
    bring: async ({ guest: { page }, names }) => {
      await tileMenu(page, names.other).click();
      await page.getByRole("menu").waitFor();
      return page;
    },
  },
  {
    name: "room-layout-pinned",
    bring: async ({ guest: { page }, names }) => {
      await page.getByRole("menuitem", { name: /^(Für mich groß|Show large for me)/ }).click();
      await expect(large(page)).toContainText(names.other);
      return page;
    },
  },
  {
    name: "room-layout-spotlit",
    bring: async ({ host, guest: { page }, names }) => {
      await host.page.getByRole("button", { name: `Ansicht von ${names.guest}` }).click();
      await host.page.getByRole("menuitem", { name: "Für alle groß zeigen", exact: true }).click();
      await page.getByTestId("notice").waitFor({ timeout: patience(10) });
      return page;
    },
  },
  {
    name: "room-layout-screen",
    bring: async ({ other, guest: { page } }) => {
      await shares(other, true);
      await expect(large(page)).toHaveAttribute("data-testid", "screen-tile", { timeout: patience(15) });
      return page;
    },
  },
  {
    name: "room-layout-own-screen",
    bring: async ({ other }) => {
      await expect(other.page.getByTestId("screen-tile")).toHaveCount(1);
      return other.page;
    },
  },
  {
    name: "room-layout-two-screens",
    bring: async ({ host, guest: { page } }) => {
      await shares(host, true);
      await expect(page.getByTestId("screen-tile")).toHaveCount(2, { timeout: patience(15) });
      return page;
    },
  },
  {
    name: "room-layout-settings",
    bring: async ({ host, other, guest: { page } }) => {
      await shares(host, false);
      await shares(other, false);
      await expect(page.getByTestId("screen-tile")).toHaveCount(0, { timeout: patience(15) });
      await fromMore(page, /^(Einstellungen|Settings)/);
      return page;
    },
  },
  {
    name: "room-layout-keys",
    bring: async ({ guest: { page } }) => {
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toHaveCount(0);
      await fromMore(page, /^(Tastenkürzel|Keyboard shortcuts)/);
      return page;
    },
  },
];

for (const { name: view, prefix, viewport } of views) {
  test(`pictures of layouts in a room, ${view}`, async ({ person }) => {
    // Each begins where the one before it ended, so that one of them brings all.
    test.skip(!surfaces.some(({ name }) => isWanted(name)), "none of them is wanted");
    test.setTimeout(patience(240));
    const henrike = await person("Henrike", { devices: true });
    const jan = await person("Jan-Henrik", { devices: true, viewport });
    const lea = await person("Lea", { devices: true });
    for (const { page } of [henrike, jan]) await giveFakeScreen(page);
    const { slug, room: host } = await holdWorkshop(henrike, "Schwingungen früh erkennen");
    await host.closePanel();
    const other = await joinLive(jan, slug);
    const guest = await joinLive(lea, slug);
    await maySpeak(host, jan.name);
    await lea.page.setViewportSize(viewport);
    await lea.page.goto(`${prefix}/room/${slug}`);
    await guest.expectInside("main");
    const names = { guest: lea.name, other: jan.name };
    const stage: Stage = { host, guest, other, names };
    const faults: string[] = [];
    for (const { name, bring } of surfaces) {
      await test.step(name, async () => {
        try {
          faults.push(...(await look(await bring(stage), name, view)));
        } catch (error) {
          faults.push(await failed(lea.page, name, view, error));
        }
      });
    }
    expect(faults).toEqual([]);
  });
}
