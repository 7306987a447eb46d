import type { Page } from "@playwright/test";
import { patience } from "../fixtures/environment";
import { expect, test } from "../fixtures/test";
import { holdWebinar, joinLive } from "../pages/live-event";
import type { RoomPage } from "../pages/room-page";
import { failed, isWanted, look } from "./look";
import { views } from "./views";

type Stage = {
  host: RoomPage;
  speaker: RoomPage;
  guest: RoomPage;
  name: string;
  prefix: string;
  slug: string;
};
type Surface = { name: string; bring: (stage: Stage) => Promise<Page> };

const LINE = "Die Pause dauert zehn Minuten. Danach geht es mit den Fragen weiter.";

/** One after the other, as a webinar goes. */
const surfaces: readonly Surface[] = [
  {
    name: "room-hosts-backstage",
    bring: async ({ host, speaker, name }) => {
      await host.openPanel("console");
      await host.page.getByRole("button", { name: /^(Hinterbühne öffnen|Open the backstage)/ }).click();
      await host.openPanel("people");
      await host.page.getByRole("button", { name: new RegExp(`(Aktionen für|Actions for) ${name}`) }).click();
      await host.page.getByRole("menuitem", { name: /^(Zu Sprechenden machen|Make speaker)/ }).click();
      await speaker.expectInside("backstage", 30);
      await expect(speaker.page.getByTestId("backstage")).toHaveAttribute("data-phase", "on", {
        timeout: patience(20),
      });
      await speaker.expectToSee();
      return speaker.page;
    },
  },
  {
    name: "room-hosts-told",
    bring: async ({ host, guest }) => {
      await host.openPanel("console");
      const line = host.page.getByTestId("console-announce");
      await line.getByRole("textbox").fill(LINE);
      await line.locator("button[type=submit]").click();
      await host.page
        .getByTestId("console-timer")
        .getByRole("button", { name: /^(10 min starten|Start 10 min)$/ })
        .click();
      await guest.page.getByTestId("host-message").waitFor();
      await guest.page.getByTestId("host-timer").waitFor();
      return guest.page;
    },
  },
  {
    name: "room-hosts-panel",
    bring: async ({ host }) => {
      await host.page.getByTestId("console-backstage").getByRole("listitem").first().waitFor();
      await host.page.getByTestId("console-backstage").scrollIntoViewIfNeeded();
      return host.page;
    },
  },
  {
    name: "room-hosts-console",
    bring: async ({ host, prefix, slug }) => {
      await host.page.goto(`${prefix}/console/${slug}`);
      await host.page.getByTestId("console-backstage").getByRole("listitem").first().waitFor();
      return host.page;
    },
  },
];

for (const { name: view, prefix, locale, viewport } of views) {
  test(`pictures of what hosts run a room with, ${view}`, async ({ person }) => {
    // Each begins where the one before it ended, so that one of them brings all.
    test.skip(!surfaces.some(({ name }) => isWanted(name)), "none of them is wanted");
    test.setTimeout(patience(180));
    const henrike = await person("Henrike", { devices: true, locale });
    const zoe = await person("Zoe", { devices: true });
    const lea = await person("Lea");
    const { slug, room: host } = await holdWebinar(henrike, "Schwingungen früh erkennen");
    const [speaker, guest] = [await joinLive(zoe, slug), await joinLive(lea, slug)];
    for (const room of [host, speaker, guest]) {
      await room.page.setViewportSize(viewport);
      await room.page.goto(`${prefix}/room/${slug}`);
      await room.enter();
      await room.expectInside("main");
    }
    const stage = { host, speaker, guest, name: zoe.name, prefix, slug };
    const faults: string[] = [];
    for (const { name, bring } of surfaces) {
      await test.step(name, async () => {
        try {
          faults.push(...(await look(await bring(stage), name, view)));
        } catch (error) {
          faults.push(await failed(host.page, name, view, error));
        }
      });
    }
    expect(faults).toEqual([]);
  });
}
