import { expectNoViolations } from "../fixtures/accessibility";
import { Crowd } from "../fixtures/crowd";
import { patience } from "../fixtures/environment";
import { expect, test } from "../fixtures/test";
import { signInAs } from "../pages/desk-page";
import { OrganizerOverHttp } from "../pages/organizer-over-http";
import { RoomPage } from "../pages/room-page";

/** Live, roundtable; the organizer persona hosts it and the participant persona is registered. */
const LIVE = "schwingungen-verstehen";

const views = [
  { name: "de, wide", prefix: "", locale: "de-DE", viewport: { width: 1280, height: 800 } },
  { name: "en, phone", prefix: "/en", locale: "en-GB", viewport: { width: 390, height: 844 } },
] as const;

for (const { name, prefix, locale, viewport } of views) {
  test(`the room has no violations in any of its states (${name})`, async ({ person }) => {
    test.setTimeout(patience(90));
    const anna = await person("Anna", { devices: true });
    const henrike = await person("Henrike", { devices: true, locale, viewport });
    await signInAs(anna.page, "participant");
    await signInAs(henrike.page, "organizer");

    const guest = new RoomPage(anna.page);
    await guest.open(LIVE);
    await guest.enter();
    const host = new RoomPage(henrike.page);
    await henrike.page.goto(`${prefix}/room/${LIVE}`);
    await host.expectFact("state", /waiting|held/);
    await expectNoViolations(henrike.page, "lobby");
    await host.enter();
    await host.expectInside("main");
    await host.expectPeople(2);
    await host.expectToSee();
    await expectNoViolations(henrike.page, "room with two people");

    for (const panel of ["people", "chat", "questions", "polls", "notes", "breakouts", "console"] as const) {
      await host.openPanel(panel);
      await expectNoViolations(henrike.page, `panel ${panel}`);
      await host.closePanel();
    }
    await host.openCaptions();
    await expectNoViolations(henrike.page, "panel captions");
    await host.closePanel();
    await henrike.page
      .getByRole("toolbar")
      .getByRole("button", { name: prefix ? "Leave" : "Verlassen" })
      .click();
    await host.expectFact("state", "left");
    await expect(henrike.page.getByRole("heading", { level: 2 })).toBeVisible();
    await expectNoViolations(henrike.page, "left");
  });
}

/** As many tiles as a round table has people. */
const TILES = 12;

for (const { name, prefix, locale } of [
  { name: "de", prefix: "", locale: "de-DE" },
  { name: "en", prefix: "/en", locale: "en-GB" },
] as const) {
  test(`the room has no violations with one tile and with ${TILES}, nor has any of its panels (${name}, wide)`, async ({
    person,
  }) => {
    test.setTimeout(patience(120));
    const { page } = await person("Henrike", {
      devices: true,
      locale,
      viewport: { width: 1280, height: 800 },
    });
    const organizer = new OrganizerOverHttp();
    const slug = await organizer.plans(`Zwölf Kacheln ${name}`, "workshop");
    await organizer.act("session", { action: "open" });
    await signInAs(page, "organizer");
    await page.goto(`${prefix}/room/${slug}`);
    const room = new RoomPage(page);
    await room.expectFact("state", /waiting|held/);
    await expectNoViolations(page, "lobby");
    await room.enter();
    await room.expectInside("main");
    await expect(page.getByTestId("tile")).toHaveCount(1);
    await expectNoViolations(page, "room with one tile");

    const names = Array.from({ length: TILES - 1 }, (_, at) => `Kachel ${String(at + 1).padStart(2, "0")}`);
    const crowd = await Crowd.of(slug, names);
    try {
      await crowd.come();
      await crowd.follow("main");
      await room.expectPeople(TILES);
      await expect(page.getByTestId("tile")).toHaveCount(TILES);
      await expectNoViolations(page, `room with ${TILES} tiles`);
      for (const panel of [
        "people",
        "chat",
        "questions",
        "polls",
        "notes",
        "breakouts",
        "console",
      ] as const) {
        await room.openPanel(panel);
        await expectNoViolations(page, `panel ${panel}`);
        await room.closePanel();
      }
      await room.openCaptions();
      await expectNoViolations(page, "panel captions");
    } finally {
      crowd.end();
    }
  });
}
