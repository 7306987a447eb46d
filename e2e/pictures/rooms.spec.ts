import type { Page } from "@playwright/test";
import { patience } from "../fixtures/environment";
import { moveTalk } from "../fixtures/passing-time";
import { expect, test } from "../fixtures/test";
import { RoomPage } from "../pages/room-page";
import { TALK_EVENT } from "../pages/talks";
import { failed, isWanted, look } from "./look";
import { become } from "./open-surface";
import { makeRooms, type RoomWorld } from "./room-world";
import { views } from "./views";

type Stage = RoomWorld & { page: Page; room: RoomPage; other: RoomPage; prefix: string };
type Surface = {
  name: string;
  /** From where the one before it has left both. */
  bring: (stage: Stage) => Promise<void>;
};

/** Tomorrow, beyond every slot of the event. */
const FAR = { startsIn: 86_400, endsIn: 87_600 };

/** One after the other, as a talk goes: nobody is brought into a room twice. */
const surfaces: readonly Surface[] = [
  {
    name: "room-talk-lobby",
    bring: async ({ page, room, other, prefix, talk, lonely }) => {
      await moveTalk(lonely, FAR);
      await moveTalk(talk, { startsIn: 100, endsIn: 1300 });
      await other.open(TALK_EVENT);
      await other.enter();
      await other.expectInside("talk", 40);
      await page.goto(`${prefix}/room/${TALK_EVENT}`);
      await room.expectFact("state", /waiting|held/);
      await expect(page.getByTestId("partner-presence")).toHaveAttribute("data-present", "true");
      // A browser that may use its devices shows them at once; else one asks for them.
      const [ask, picture] = [page.locator(".rm-prejoin > .btn--block"), page.locator(".rm-preview video")];
      await ask.or(picture).first().waitFor();
      if (await ask.isVisible()) await ask.click();
      await expect(picture).toBeVisible();
    },
  },
  {
    name: "room-talk",
    bring: async ({ room }) => {
      await room.enter();
      await room.expectInside("talk", 40);
      await room.expectPeople(2);
      await room.expectToSee(30);
    },
  },
  { name: "room-talk-panel", bring: async ({ room }) => void (await room.openPanel("talk")) },
  {
    name: "room-talk-longer",
    bring: async ({ page, room, other, talk }) => {
      await room.closePanel();
      await moveTalk(talk, { startsIn: -600, endsIn: 240 });
      await other.page
        .getByTestId("talk-more")
        .getByRole("button")
        .click({ timeout: patience(30) });
      await page
        .getByTestId("talk-more")
        .getByRole("status")
        .waitFor({ timeout: patience(30) });
    },
  },
  {
    name: "room-talk-extended",
    bring: async ({ page }) => {
      const more = page.getByTestId("talk-more");
      await more.getByRole("button").click();
      await expect(more).toHaveCount(0, { timeout: patience(30) });
    },
  },
  {
    name: "room-talk-next",
    bring: async ({ page, room, talk, lonely }) => {
      await moveTalk(talk, { startsIn: -600, endsIn: 45 });
      await moveTalk(lonely, { startsIn: 160, endsIn: 700 });
      await room.lookAgain();
      await page
        .getByTestId("end-bar")
        .getByTestId("partner-presence")
        .waitFor({ timeout: patience(30) });
    },
  },
  {
    name: "room-talk-outcome",
    bring: async ({ page, room, talk, lonely }) => {
      await moveTalk(lonely, FAR);
      await moveTalk(talk, { startsIn: -700, endsIn: -305 });
      await room.expectInside("main", 40);
      await page.locator(".rm-outcome").waitFor();
    },
  },
  {
    name: "room-talk-waiting",
    bring: async ({ page, room, lonely }) => {
      await moveTalk(lonely, { startsIn: -310, endsIn: 900 });
      await room.expectInside("talk", 40);
      await page
        .getByTestId("talk-waiting")
        .getByRole("button")
        .first()
        .waitFor({ timeout: patience(40) });
    },
  },
  {
    // Out of one's own will: what came of the talk before is asked here as well.
    name: "room-talk-left",
    bring: async ({ page, room, lonely }) => {
      await moveTalk(lonely, FAR);
      await room.expectInside("main", 40);
      await page
        .getByRole("toolbar")
        .getByRole("button", { name: /^(Verlassen|Leave)/ })
        .click();
      await room.expectFact("state", "left");
      await page.locator(".rm-outcome").waitFor();
    },
  },
];

for (const { name: view, prefix, locale, viewport } of views) {
  test(`pictures of a talk in its room, ${view}`, async ({ person }) => {
    // Each begins where the one before it ended, so that one of them brings all.
    test.skip(!surfaces.some(({ name }) => isWanted(name)), "none of them is wanted");
    test.setTimeout(patience(240));
    const rooms = await makeRooms();
    const { page } = await person("Bilder", { devices: true, locale, viewport });
    const other = await person("Jan", { devices: true });
    await become(page, rooms.me.visitor);
    await become(other.page, rooms.partner.visitor);
    const stage = { ...rooms, page, prefix, room: new RoomPage(page), other: new RoomPage(other.page) };
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
    await moveTalk(rooms.lonely, FAR);
    expect(faults).toEqual([]);
  });
}
