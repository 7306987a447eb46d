import { expectNoViolations } from "../fixtures/accessibility";
import { patience } from "../fixtures/environment";
import { expect, test } from "../fixtures/test";
import { signInAs } from "../pages/desk-page";
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
