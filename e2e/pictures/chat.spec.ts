import type { Page } from "@playwright/test";
import { patience } from "../fixtures/environment";
import { expect, test } from "../fixtures/test";
import { holdWorkshop, joinLive } from "../pages/live-event";
import type { RoomPage } from "../pages/room-page";
import { failed, isWanted, look } from "./look";
import { views } from "./views";

type Stage = { host: RoomPage; guest: RoomPage };
type Surface = { name: string; bring: (stage: Stage) => Promise<Page> };

const field = (page: Page) => page.locator("#chat-field");

async function say(page: Page, text: string): Promise<void> {
  await field(page).fill(text);
  await field(page).press("Enter");
  await expect(field(page)).toHaveValue("");
}

async function act(page: Page, item: RegExp): Promise<void> {
  await page.getByTestId("message").last().getByRole("button").click();
  await page.getByRole("menuitem", { name: item }).click();
}

async function writeHere(page: Page, purpose: RegExp, text: string): Promise<void> {
  await page.getByRole("region", { name: purpose }).getByRole("button").click();
  await page.getByRole("textbox", { name: purpose }).pressSequentially(text);
}

/** One after the other: a conversation, somebody named, what hosts choose, and what is written instead of spoken. */
const surfaces: readonly Surface[] = [
  {
    name: "room-chat",
    bring: async ({ host, guest }) => {
      for (const room of [host, guest]) await room.openPanel("chat");
      await say(
        host.page,
        "Guten Morgen! Die Folien liegen hier: https://example.org/folien/schwingungen.pdf",
      );
      await expect(guest.page.getByTestId("message")).toHaveCount(1);
      await say(
        guest.page,
        "Danke. Gibt es auch Messwerte von älteren Anlagen, bei denen niemand mehr nachrüsten kann?",
      );
      await expect(host.page.getByTestId("message")).toHaveCount(2);
      await act(host.page, /^(Antworten|Reply)$/);
      await say(host.page, "Ja, im zweiten Teil.");
      await guest.page.locator(".rm-composer select").selectOption("hosts");
      await say(guest.page, "Mein Ton ist sehr leise.");
      await expect(host.page.getByTestId("message")).toHaveCount(4);
      return host.page;
    },
  },
  {
    name: "room-chat-mention",
    bring: async ({ host }) => {
      await field(host.page).pressSequentially("Das weiß @Le");
      await host.page.getByRole("listbox").waitFor();
      return host.page;
    },
  },
  {
    name: "room-chat-called",
    bring: async ({ host, guest }) => {
      await field(host.page).press("Enter");
      await field(host.page).press("Enter");
      await expect(guest.page.getByTestId("message")).toHaveCount(5);
      return guest.page;
    },
  },
  {
    name: "room-chat-menu",
    bring: async ({ guest }) => {
      await guest.page.getByTestId("message").last().getByRole("button").click();
      await guest.page.getByRole("menu").waitFor();
      return guest.page;
    },
  },
  {
    name: "room-chat-settings",
    bring: async ({ guest, host }) => {
      await guest.page.keyboard.press("Escape");
      await host.page.locator(".rm-chat__tools").getByRole("button").click();
      await host.page.getByRole("dialog").waitFor();
      return host.page;
    },
  },
  {
    name: "room-captions-host",
    bring: async ({ host, guest }) => {
      await host.page.keyboard.press("Escape");
      for (const room of [host, guest]) await room.closePanel();
      const panel = await host.openCaptions();
      await panel.locator("summary").click();
      await panel.locator("select").first().selectOption({ label: "Lea Beispiel" });
      await panel.getByRole("button", { name: /^(Untertitel schreiben lassen|Let them write)/ }).click();
      await panel.getByText("Lea Beispiel · ").waitFor();
      return host.page;
    },
  },
  {
    name: "room-captions-asked",
    bring: async ({ guest }) => {
      await guest.page.getByTestId("caption-asked").waitFor();
      return guest.page;
    },
  },
  {
    name: "room-captions",
    bring: async ({ host, guest }) => {
      await host.closePanel();
      await guest.page.getByTestId("caption-asked").getByRole("button").first().click();
      await writeHere(
        guest.page,
        /^(Untertitel schreiben|Write captions)$/,
        "Wir beginnen mit den Messungen an der Presse.",
      );
      await guest.page.keyboard.press("Enter");
      await guest.page.keyboard.type("Sie liefen vier Wochen");
      await expect(host.page.getByTestId("captions")).toContainText("vier Wochen");
      return host.page;
    },
  },
  {
    name: "room-captions-writing",
    bring: async ({ guest }) => {
      await writeHere(guest.page, /^(Statt zu sprechen|Write instead)/, "Guten Tag");
      await expect(guest.page.getByTestId("captions")).toContainText("Guten Tag");
      return guest.page;
    },
  },
];

for (const { name: view, prefix, locale, viewport } of views) {
  test(`pictures of what is written in a room, ${view}`, async ({ person }) => {
    // Each begins where the one before it ended, so that one of them brings all.
    test.skip(!surfaces.some(({ name }) => isWanted(name)), "none of them is wanted");
    test.setTimeout(patience(180));
    const henrike = await person("Henrike", { devices: true, locale });
    const lea = await person("Lea", { devices: true, locale });
    const { slug, room: host } = await holdWorkshop(henrike, "Schwingungen früh erkennen");
    const guest = await joinLive(lea, slug);
    for (const room of [host, guest]) {
      await room.page.setViewportSize(viewport);
      await room.page.goto(`${prefix}/room/${slug}`);
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
