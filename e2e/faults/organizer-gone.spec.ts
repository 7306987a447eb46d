import { killPart } from "../fixtures/browser-processes";
import { countOf } from "../fixtures/database";
import { patience } from "../fixtures/environment";
import { endRunningRound } from "../fixtures/passing-time";
import { expect, test } from "../fixtures/test";
import { signInAs } from "../pages/desk-page";
import { holdWorkshop, joinLive } from "../pages/live-event";
import { RoomPage } from "../pages/room-page";

const small = { devices: true, viewport: { width: 1100, height: 700 } };

test("R16: the organizer's laptop dies during breakouts; they go on, a co-host calls back, the role returns", async ({
  person,
}) => {
  test.setTimeout(patience(220));
  const henrike = await person("Henrike", { ...small, own: {} });
  const ada = await person("Ada", small);
  const ben = await person("Ben", small);
  const { slug, room: host } = await holdWorkshop(henrike, "Notfallprobe");
  const adaRoom = await joinLive(ada, slug);
  const benRoom = await joinLive(ben, slug);

  await host.openPanel("breakouts");
  await henrike.page.getByRole("button", { name: "Zufällig" }).click();
  await henrike.page.getByRole("button", { name: "Räume vorbereiten" }).click();
  await henrike.page.getByRole("button", { name: "Öffnen", exact: true }).click();
  for (const room of [adaRoom, benRoom]) await room.expectInside("breakout", 30);
  const label = new RegExp(`^Aktionen für ${ada.name}`);
  await host.openPanel("people");
  await henrike.page.getByRole("button", { name: label }).click();
  await henrike.page.getByRole("menuitem", { name: "Zur Co-Moderation machen" }).click();
  await adaRoom.expectFact("role", "cohost");

  await killPart(henrike, "whole");
  // The two go on as if nothing had happened, and the new co-host has the controls of the round.
  for (const room of [adaRoom, benRoom]) {
    await room.expectToSee();
    await room.expectToHear();
    await room.expectFact("room-kind", "breakout");
  }
  await adaRoom.openPanel("breakouts");
  await ada.page.getByRole("button", { name: "Zurückrufen in 60 s" }).click();

  // Another device of the organizer: nobody else became the host, and the round is there to be steered.
  const again = await person("Henrike", small);
  await signInAs(again.page, "organizer");
  const back = new RoomPage(again.page);
  await back.open(slug);
  await back.enter();
  await back.expectInside("main");
  await back.expectFact("role", "host");
  await adaRoom.expectFact("role", "cohost");
  await back.openPanel("breakouts");
  await expect(again.page.getByText(/^Rückkehr von selbst in/)).toBeVisible();
  await again.context.close();

  // Nobody of the hosts is needed for the end: the clock does it.
  await endRunningRound(slug, 10);
  for (const room of [adaRoom, benRoom]) {
    await room.lookAgain();
    await room.expectInside("main", 40);
    await room.expectPeople(2);
  }
  await benRoom.expectToSee();
  await benRoom.expectToHear();
});

test("R17: the only organizer is gone for good; the round ends by the clock, people talk on, and nobody inherits the role", async ({
  person,
}) => {
  test.setTimeout(patience(200));
  const henrike = await person("Henrike", { ...small, own: {} });
  const ada = await person("Ada", small);
  const ben = await person("Ben", small);
  const { slug, room: host } = await holdWorkshop(henrike, "Allein gelassen");
  const rooms = [await joinLive(ada, slug), await joinLive(ben, slug)];
  await host.openPanel("breakouts");
  await henrike.page.getByRole("button", { name: "Zufällig" }).click();
  await henrike.page.getByRole("button", { name: "Räume vorbereiten" }).click();
  await henrike.page.getByRole("button", { name: "Öffnen", exact: true }).click();
  for (const room of rooms) await room.expectInside("breakout", 30);

  await killPart(henrike, "whole");
  await endRunningRound(slug, 10);
  for (const room of rooms) {
    await room.lookAgain();
    await room.expectInside("main", 40);
    await room.expectPeople(2, 30);
    await room.expectToSee();
    await room.expectToHear();
  }
  for (const room of rooms) {
    await room.expectFact("role", "participant");
    await expect(room.page.getByRole("toolbar").getByRole("button", { name: /^Konsole/ })).toHaveCount(0);
  }
  const roles = `admissions join events on events.id = admissions.event_id
    where events.slug = $1 and admissions.role in ('host', 'cohost')`;
  expect(await countOf(roles, [slug]), "only the one who is gone").toBe(1);
});
