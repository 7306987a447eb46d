import type { Page } from "@playwright/test";
import { patience } from "../fixtures/environment";
import { expect, test } from "../fixtures/test";
import { type AttendanceWorld, makeAttendance } from "./attendance-world";
import { failed, isWanted, look } from "./look";
import { become } from "./open-surface";
import { unfold } from "./surface";
import { views } from "./views";

type Stage = AttendanceWorld & { page: Page; prefix: string };
type Surface = { name: string; bring: (stage: Stage) => Promise<void> };

/** One after the other, as an event goes: while it is on, on its wall, and afterwards. */
const surfaces: readonly Surface[] = [
  {
    name: "console-at-a-glance",
    bring: async ({ page, prefix, slug, host }) => {
      await become(page, host);
      await page.goto(`${prefix}/console/${slug}`);
      await page.getByRole("button", { name: /^(Auf einen Blick|At a glance)$/ }).click();
      await page.locator(".recharts-area-area").waitFor();
    },
  },
  {
    name: "console-at-a-glance-unfolded",
    bring: async ({ page }) => unfold(".rm-numbers details")(page),
  },
  {
    name: "wall",
    bring: async ({ page, prefix, wall }) => {
      await become(page, undefined);
      await page.goto(`${prefix}/wall/${wall}`);
      await page.locator(".wall__counts").waitFor();
    },
  },
  {
    name: "report",
    bring: async ({ page, prefix, network, slug, host, over }) => {
      await over();
      await become(page, host);
      await page.goto(`${prefix}/o/${network}/e/${slug}/report`);
      await page.locator("[data-section='presence']").waitFor();
    },
  },
  {
    name: "wall-over",
    bring: async ({ page, prefix, wall }) => {
      await become(page, undefined);
      await page.goto(`${prefix}/wall/${wall}`);
      await page.locator(".wall__said").waitFor();
    },
  },
  {
    name: "registration-afterwards",
    bring: async ({ page, prefix, registration, guest }) => {
      await become(page, guest);
      await page.goto(`${prefix}/r/${registration}`);
      await page.locator("#my-feedback").waitFor();
    },
  },
];

for (const { name: view, prefix, locale, viewport } of views) {
  test(`pictures of attendance, ${view}`, async ({ person }) => {
    // Each begins where the one before it ended, so that one of them brings all.
    test.skip(!surfaces.some(({ name }) => isWanted(name)), "none of them is wanted");
    test.setTimeout(patience(240));
    const world = await makeAttendance(`Auf einen Blick ${crypto.randomUUID().slice(0, 8)}`);
    const { page } = await person("Bilder", { locale, viewport });
    const stage = { ...world, page, prefix };
    const faults: string[] = [];
    for (const { name, bring } of surfaces) {
      await test.step(name, async () => {
        try {
          await bring(stage);
          faults.push(...(await look(page, name, view)));
        } catch (error) {
          faults.push(await failed(page, name, view, error));
        }
      });
    }
    expect(faults).toEqual([]);
  });
}
