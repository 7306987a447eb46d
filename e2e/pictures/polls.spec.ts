import type { Locator, Page } from "@playwright/test";
import { z } from "zod";
import { sql } from "../fixtures/database";
import { patience } from "../fixtures/environment";
import { expect, test } from "../fixtures/test";
import type { Visitor } from "../fixtures/visitor";
import { holdWebinar, joinLive } from "../pages/live-event";
import type { RoomPage } from "../pages/room-page";
import { failed, isWanted, look } from "./look";
import { audienceOf, tells } from "./poll-world";
import { views } from "./views";

type Stage = {
  slug: string;
  host: RoomPage;
  guest: RoomPage;
  prefix: string;
  audience: readonly Visitor[];
};
type Surface = { name: string; bring: (stage: Stage) => Promise<Page> };

const QUESTION = "Womit fangen Sie in der ersten Woche an?";
const ANSWERS =
  "Vibrationen an einer Maschine messen\n* Daten sichten, die schon da sind\nMit allen reden, die es betrifft";
const WORDS = "Was nehmen Sie heute mit?";
const GIVEN = [
  ["Mut", "Schwingung", "Geduld"],
  ["mut", "Daten vor Gefühl"],
  ["Mut!", "schwingung"],
  ["Geduld", "Werbung für mein Produkt"],
  ["Schwingung", "Lagerschaden früh erkennen"],
];

const pollAsked = async (slug: string, question: string) => {
  const [row] = await sql(
    z.object({ id: z.string() }),
    "select p.id from polls p join events e on e.id = p.event_id where e.slug = $1 and p.question = $2",
    [slug, question],
  );
  if (!row) throw new Error(`no poll asks ${question}`);
  return row.id;
};

const pollIn = (page: Page, question: string): Locator =>
  page.getByTestId("panel").getByTestId("poll").filter({ hasText: question });

/** One after the other, as a webinar goes. */
const surfaces: readonly Surface[] = [
  {
    name: "room-polls-editor",
    bring: async ({ host }) => {
      const panel = await host.openPanel("polls");
      await panel.getByRole("button", { name: /^(Umfrage vorbereiten|Prepare a poll)/ }).click();
      await panel.getByRole("textbox").first().fill(QUESTION);
      await panel.getByRole("textbox").last().fill(ANSWERS);
      return host.page;
    },
  },
  {
    name: "room-polls-card",
    bring: async ({ host, guest }) => {
      const panel = host.page.getByTestId("panel");
      await panel.locator("form button[type=submit]").click();
      await pollIn(host.page, QUESTION).getByRole("button").first().click();
      await guest.page.getByTestId("poll-card").waitFor();
      return guest.page;
    },
  },
  {
    name: "room-polls-live",
    bring: async ({ host, audience, slug }) => {
      const id = await pollAsked(slug, QUESTION);
      for (const [index, visitor] of audience.entries())
        await tells(visitor, slug, [`polls/${id}/answer`, { picks: [[1, 1, 0, 1, 2][index] ?? 0] }]);
      await expect(pollIn(host.page, QUESTION).getByRole("row").nth(2)).toContainText("60");
      return host.page;
    },
  },
  {
    name: "room-polls-told",
    bring: async ({ host, guest }) => {
      const card = guest.page.getByTestId("poll-card");
      await card.getByRole("radio").first().check();
      await card.locator("button[type=submit]").click();
      await expect(card).toHaveCount(0);
      const poll = pollIn(host.page, QUESTION);
      await poll.getByRole("button", { name: /^(Beenden|End|Close)/ }).click();
      await poll.getByRole("button", { name: /^(Ergebnis teilen|Share)/ }).click();
      await card.getByRole("table").waitFor();
      return guest.page;
    },
  },
  {
    name: "room-polls-own-words",
    bring: async ({ host, guest, slug }) => {
      await guest.page.getByTestId("poll-card").getByRole("button").first().click();
      await host.page
        .getByTestId("panel")
        .getByRole("button", { name: /^(Umfrage vorbereiten|Prepare)/ })
        .click();
      const form = host.page.getByTestId("panel").locator("form");
      await form.locator("select").selectOption("words");
      await form.getByRole("textbox").first().fill(WORDS);
      await form.locator("button[type=submit]").click();
      await pollIn(host.page, WORDS).getByRole("button").first().click();
      await guest.page.getByTestId("poll-card").waitFor();
      expect(await pollAsked(slug, WORDS)).toMatch(/^pol_/);
      return guest.page;
    },
  },
  {
    name: "room-polls-words",
    bring: async ({ host, audience, slug }) => {
      const id = await pollAsked(slug, WORDS);
      for (const [index, visitor] of audience.entries())
        await tells(visitor, slug, [`polls/${id}/answer`, { words: GIVEN[index] }]);
      const poll = pollIn(host.page, WORDS);
      await poll.getByRole("button", { name: /Werbung/ }).click();
      await expect(poll.locator("[data-hidden=true]")).toHaveCount(1);
      await poll.getByRole("button", { name: /^(Live zeigen|Show live)$/ }).click();
      return host.page;
    },
  },
  {
    name: "room-polls-panel",
    bring: async ({ guest }) => {
      await guest.openPanel("polls");
      await pollIn(guest.page, WORDS).locator(".pollwords").waitFor();
      return guest.page;
    },
  },
  {
    name: "room-reactions",
    bring: async ({ guest, host, audience, slug }) => {
      await guest.closePanel();
      await host.closePanel();
      await guest.page.emulateMedia({ reducedMotion: "reduce" });
      const bar = guest.page.getByRole("toolbar");
      const own = bar.getByRole("button", { name: /^(Reaktionen|Send)/ });
      await ((await own.isVisible()) ? own : bar.getByRole("button", { name: /^(Mehr|More)$/ })).click();
      for (const [index, visitor] of audience.entries())
        await tells(visitor, slug, [
          "reactions",
          { emoji: ["clap", "heart", "clap", "celebrate", "laugh"][index] },
        ]);
      await guest.page.getByTestId("reactions").locator("[data-emoji]").nth(3).waitFor();
      return guest.page;
    },
  },
  {
    name: "room-polls-console",
    bring: async ({ host, prefix, slug }) => {
      await host.page.goto(`${prefix}/console/${slug}`);
      await host.page.getByTestId("poll").filter({ hasText: WORDS }).locator(".pollwords").waitFor();
      return host.page;
    },
  },
];

for (const { name: view, prefix, locale, viewport } of views) {
  test(`pictures of polls in a room, ${view}`, async ({ person }) => {
    // Each begins where the one before it ended, so that one of them brings all.
    test.skip(!surfaces.some(({ name }) => isWanted(name)), "none of them is wanted");
    test.setTimeout(patience(180));
    const henrike = await person("Henrike", { devices: true, locale });
    const lea = await person("Lea", { locale: "de-DE" });
    const { slug, room: host } = await holdWebinar(henrike, "Schwingungen früh erkennen");
    const guest = await joinLive(lea, slug);
    const audience = await audienceOf(slug);
    for (const room of [host, guest]) {
      await room.page.setViewportSize(viewport);
      await room.page.goto(`${prefix}/room/${slug}`);
      await room.enter();
      await room.expectInside("main");
    }
    const stage: Stage = { slug, host, guest, prefix, audience };
    const faults: string[] = [];
    for (const { name, bring } of surfaces) {
      await test.step(name, async () => {
        try {
          faults.push(...(await look(await bring(stage), name, view)));
        } catch (error) {
          faults.push(await failed(guest.page, name, view, error));
        }
      });
    }
    expect(faults).toEqual([]);
  });
}
