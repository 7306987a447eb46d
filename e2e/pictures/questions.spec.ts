import type { Page } from "@playwright/test";
import { patience } from "../fixtures/environment";
import { expect, test } from "../fixtures/test";
import { RoomPage } from "../pages/room-page";
import { failed, isWanted, look } from "./look";
import { become } from "./open-surface";
import { makeQuestions, type QuestionWorld } from "./question-world";
import { views } from "./views";

type Stage = QuestionWorld & { page: Page; room: RoomPage; prefix: string };
type Surface = {
  name: string;
  /** From where the one before it has left the page. */
  bring: (stage: Stage) => Promise<void>;
};

const menuOf = (page: Page, text: string) =>
  page
    .getByTestId("question")
    .filter({ hasText: text })
    .getByRole("button", { name: /^(Aktionen|Actions)/ });

async function enters({ page, prefix, slug, room }: Stage) {
  await page.goto(`${prefix}/room/${slug}`);
  await room.expectFact("state", /waiting|held/);
  await room.enter();
  await room.expectInside("main");
}

async function chooses({ page, words }: Stage, item: RegExp) {
  await menuOf(page, words.liable).click();
  await page.getByRole("menuitem", { name: item }).click();
  await page.getByRole("dialog").waitFor();
}

const closesDialog = async (page: Page) => {
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
};

/** One after the other, as a question time goes: in the room, for its hosts, in its hall and on the screen there. */
const surfaces: readonly Surface[] = [
  {
    name: "room-questions",
    bring: async (stage) => {
      const { page, room, guest } = stage;
      await become(page, guest);
      await enters(stage);
      await room.openPanel("questions");
      await page.getByTestId("question").first().waitFor();
    },
  },
  {
    name: "room-questions-alike",
    bring: async ({ page, words }) => {
      await page
        .getByTestId("panel")
        .getByRole("textbox")
        .fill("Wer haftet, wenn so ein Sensor falsch misst");
      await page.locator(".rm-alike").getByText(words.liable).waitFor();
    },
  },
  {
    name: "room-question-stage",
    bring: async ({ page, room, steps }) => {
      await page.getByTestId("panel").getByRole("textbox").fill("");
      await room.closePanel();
      await steps.onAir();
      await page.getByTestId("pinned-question").waitFor();
    },
  },
  {
    name: "room-questions-host",
    bring: async (stage) => {
      const { page, room, host } = stage;
      await become(page, host);
      await enters(stage);
      await room.openPanel("questions");
      await page.getByTestId("question").first().waitFor();
    },
  },
  {
    name: "room-questions-menu",
    bring: async ({ page, words }) => {
      await menuOf(page, words.liable).click();
      await page.getByRole("menu").waitFor();
    },
  },
  {
    name: "room-questions-merge",
    bring: async (stage) => {
      await stage.page.keyboard.press("Escape");
      await chooses(stage, /^(Zusammenlegen|Merge)/);
    },
  },
  {
    name: "room-questions-write",
    bring: async (stage) => {
      await closesDialog(stage.page);
      await chooses(stage, /^(Schriftlich|Answer in writing)/);
    },
  },
  {
    name: "room-questions-settings",
    bring: async ({ page }) => {
      await closesDialog(page);
      await page.getByRole("button", { name: /^(Fragen einstellen|Set up questions)/ }).click();
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "console-questions",
    bring: async ({ page, prefix, slug }) => {
      await page.goto(`${prefix}/console/${slug}`);
      await page.getByTestId("question").first().waitFor();
    },
  },
  {
    name: "projector-pinned",
    bring: async ({ page, prefix, projector, words }) => {
      await page.goto(`${prefix}/projector/${projector}`);
      await page.getByText(words.retrofit).waitFor();
      await page.getByRole("img").waitFor();
    },
  },
  {
    name: "projector",
    bring: async ({ page, words, steps }) => {
      await steps.answered();
      await expect(page.getByText(words.retrofit)).toHaveCount(0);
    },
  },
  {
    name: "hall",
    bring: async ({ page, prefix, phone, hall }) => {
      await become(page, phone);
      await page.goto(`${prefix}/hall/${hall}`);
      await page.getByTestId("question").first().waitFor();
    },
  },
  {
    name: "hall-closed",
    bring: async ({ page, steps }) => {
      await steps.closed();
      await expect(page.getByRole("textbox")).toHaveCount(0);
    },
  },
  {
    name: "hall-over",
    bring: async ({ page, steps }) => {
      await steps.over();
      await expect(page.getByTestId("question")).toHaveCount(0);
    },
  },
  {
    name: "projector-over",
    bring: async ({ page, prefix, projector }) => {
      await page.goto(`${prefix}/projector/${projector}`);
      await page.locator(".projector__said").waitFor();
    },
  },
];

for (const { name: view, prefix, locale, viewport } of views) {
  test(`pictures of a question time, ${view}`, async ({ person }) => {
    // Each begins where the one before it ended, so that one of them brings all.
    test.skip(!surfaces.some(({ name }) => isWanted(name)), "none of them is wanted");
    test.setTimeout(patience(240));
    const world = await makeQuestions(`Sensoren im Alltag ${crypto.randomUUID().slice(0, 8)}`);
    const { page } = await person("Bilder", { locale, viewport });
    const stage = { ...world, page, prefix, room: new RoomPage(page) };
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
