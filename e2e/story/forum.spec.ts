import { z } from "zod";
import { baseUrl, patience } from "../fixtures/environment";
import { expect, test } from "../fixtures/test";
import { Forum, hostsSeen, watchHosts } from "../forum/forum";
import { networking, twoSets } from "../forum/groups";
import { expectReport } from "../forum/reported";
import { askAndAnswer, askThemAll, goLive, handsToSpeakers, talkAndShare } from "../forum/stage";
import { signInAs } from "../pages/desk-page";
import { RoomPage } from "../pages/room-page";

const livekit = new URL(z.url().parse(process.env.LIVEKIT_URL)).host;

test("a whole forum: lobby, backstage, talk, questions, poll, hands, two sets of breakouts, speed networking whose host vanishes, end and report @long", async ({
  person,
}) => {
  test.setTimeout(patience(420));
  const forum = await Forum.planned(person, `Forum am Stück ${crypto.randomUUID().slice(0, 8)}`);
  try {
    await test.step("lobby", () => forum.gather());
    await test.step("backstage, and live", () => goLive(forum));
    await test.step("a talk with something to show", () => talkAndShare(forum));
    await test.step("questions", () => askAndAnswer(forum));
    await test.step("a poll", () => askThemAll(forum));
    await test.step("hands", () => handsToSpeakers(forum));
    await test.step("two sets of breakouts", () => twoSets(forum));
    await test.step("speed networking", () => networking(forum));

    const again = await person("Henrike", { viewport: { width: 1280, height: 720 }, devices: true });
    watchHosts(again);
    await test.step("the host is back, and ends it", async () => {
      await signInAs(again.page, "organizer");
      const back = new RoomPage(again.page);
      await back.open(forum.slug);
      await back.enter();
      await back.expectInside("main");
      await back.expectFact("role", "host");
      const console = await back.openPanel("console");
      await console.getByRole("button", { name: "Für alle beenden" }).click();
      forum.endedAt = Date.now();
      await console.getByRole("button", { name: "Ja, jetzt beenden" }).click();
      for (const room of Object.values(forum.rooms)) await room.expectFact("state", "ended", 30);
      const steps = forum.ada.page.getByRole("group", { name: "Wie war es?" });
      await steps.getByRole("button", { name: "Gut", exact: true }).click();
      await expect(steps.getByText("Danke für Ihre Rückmeldung.")).toBeVisible();
      await expect.poll(() => forum.crowd.inside, { timeout: patience(30) }).toBe(0);
    });
    const own = new Set([new URL(baseUrl).host, livekit]);
    for (const { name, hosts } of hostsSeen()) {
      expect(
        [...hosts].filter((host) => !own.has(host)),
        `foreign hosts of ${name}`,
      ).toEqual([]);
      expect(hosts.has(livekit), `${name} was in the room`).toBe(true);
    }
    await test.step("the report", () => expectReport(forum));
  } finally {
    forum.end();
  }
});
