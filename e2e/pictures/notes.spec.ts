import type { Page } from "@playwright/test";
import { patience } from "../fixtures/environment";
import { expect, test } from "../fixtures/test";
import { holdWebinar, joinLive } from "../pages/live-event";
import type { RoomPage } from "../pages/room-page";
import { failed, isWanted, look } from "./look";
import { views } from "./views";

type Stage = { host: RoomPage; guest: RoomPage };
type Surface = { name: string; bring: (stage: Stage) => Promise<Page> };

const NOTES = `# Schwingungen früh erkennen

- Erst eine Maschine, dann viele
- Daten sichten, die schon da sind
- Frage an alle: Wer hat Erfahrung mit älteren Anlagen?

Nächstes Treffen: Donnerstag, 10 Uhr`;

/** One after the other: the hosts write, the audience reads along, and somebody opens the whiteboard. */
const surfaces: readonly Surface[] = [
  {
    name: "room-notes-host",
    bring: async ({ host }) => {
      const panel = await host.openPanel("notes");
      await panel.getByRole("textbox").fill(NOTES);
      await expect(panel.getByTestId("sheet-state")).toHaveAttribute("data-saved", "true");
      return host.page;
    },
  },
  {
    name: "room-notes-audience",
    bring: async ({ guest }) => {
      const panel = await guest.openPanel("notes");
      await expect(panel.getByRole("textbox")).toHaveValue(NOTES);
      return guest.page;
    },
  },
  {
    name: "room-whiteboard",
    bring: async ({ host }) => {
      const panel = await host.openPanel("notes");
      await panel.getByRole("button", { name: /^(Whiteboard öffnen|Open the whiteboard)$/ }).click();
      await host.page.getByRole("dialog").locator("canvas").first().waitFor();
      return host.page;
    },
  },
];

for (const { name: view, prefix, locale, viewport } of views) {
  test(`pictures of notes in a room, ${view}`, async ({ person }) => {
    test.skip(!surfaces.some(({ name }) => isWanted(name)), "none of them is wanted");
    test.setTimeout(patience(180));
    const henrike = await person("Henrike", { devices: true, locale });
    const lea = await person("Lea", { locale: "de-DE" });
    const { slug, room: host } = await holdWebinar(henrike, "Schwingungen früh erkennen");
    const guest = await joinLive(lea, slug);
    for (const room of [host, guest]) {
      await room.page.setViewportSize(viewport);
      await room.page.goto(`${prefix}/room/${slug}`);
      await room.enter();
      await room.expectInside("main");
    }
    const faults: string[] = [];
    for (const { name, bring } of surfaces) {
      await test.step(name, async () => {
        try {
          faults.push(...(await look(await bring({ host, guest }), name, view)));
        } catch (error) {
          faults.push(await failed(host.page, name, view, error));
        }
      });
    }
    expect(faults).toEqual([]);
  });
}
