import { patience } from "../fixtures/environment";
import { readMedia } from "../fixtures/media-probe";
import { expect, type Person, test } from "../fixtures/test";
import { createEvent, signInAs } from "../pages/desk-page";
import { confirmationOf, enterByMail, register } from "../pages/registering";
import { RoomPage } from "../pages/room-page";

async function expectInvitation(person: Person): Promise<void> {
  const mail = await confirmationOf(person);
  expect(mail.icsMethod).toBe("REQUEST");
  expect(mail.ics).toContain("BEGIN:VEVENT");
}

/** Small windows ask for small pictures: the machine has to make them all. */
const small = { devices: true, viewport: { width: 800, height: 600 } };

test("four people go from the event page through a bilateral breakout and back, seeing and hearing each other", async ({
  person,
}) => {
  test.setTimeout(patience(200));
  const henrike = await person("Henrike", { devices: true });
  const ada = await person("Ada", small);
  const ben = await person("Ben", small);
  const cem = await person("Cem", small);

  await signInAs(henrike.page, "organizer");
  const { slug, clicks } = await createEvent(henrike.page, {
    network: "sensoriknetz-oberland",
    template: "Workshop",
    title: "Messpläne zu zweit",
    startsAt: new Date(),
  });
  expect(clicks, "clicks from the desk to a published event").toBeLessThanOrEqual(5);

  for (const guest of [ada, ben, cem]) {
    await register(guest, slug);
    await expectInvitation(guest);
  }
  const adaRoom = await enterByMail(ada);
  const benRoom = await enterByMail(ben);
  await adaRoom.expectFact("wait", /not_open|hosts_only/);

  const host = new RoomPage(henrike.page);
  await host.open(slug);
  await host.enter();
  await host.expectInside("main");
  await host.openPanel("console");
  await henrike.page.getByRole("button", { name: "Live gehen" }).click();

  // The lobby opens by itself; who comes late finds an open door.
  await adaRoom.expectInside("main");
  await benRoom.expectInside("main");
  const cemRoom = await enterByMail(cem);
  await cemRoom.expectInside("main");
  for (const room of [host, adaRoom, benRoom, cemRoom]) await room.expectPeople(4);
  await adaRoom.expectToSee();
  await host.expectToHear();
  await adaRoom.mute();

  // Pairs of three people: one room of three, nobody alone.
  await host.openPanel("breakouts");
  await henrike.page.getByRole("button", { name: "Zufällig" }).click();
  await henrike.page.getByRole("button", { name: "Räume vorbereiten" }).click();
  await expect(henrike.page.getByRole("button", { name: /verschieben nach …$/ })).toHaveCount(3);
  await henrike.page.getByRole("button", { name: "Verwerfen" }).click();

  // By hand, and the host visits: every room is one of two.
  await henrike.page.getByRole("button", { name: "Von Hand" }).click();
  await henrike.page.getByRole("button", { name: "Räume vorbereiten" }).click();
  const seats = [
    [ada, "Raum 1"],
    [ben, "Raum 1"],
    [cem, "Raum 2"],
  ] as const;
  for (const [guest, label] of seats) {
    await henrike.page.getByRole("button", { name: `${guest.name} verschieben nach …` }).click();
    await henrike.page.getByRole("menuitem", { name: new RegExp(`^${label}`) }).click();
    await expect(henrike.page.getByRole("region", { name: label }).getByText(guest.name)).toBeVisible();
  }
  await henrike.page.getByRole("button", { name: "Öffnen", exact: true }).click();

  for (const room of [adaRoom, benRoom, cemRoom]) await room.expectInside("breakout", 30);
  await henrike.page.getByRole("button", { name: "Raum 2 besuchen" }).click();
  await host.expectInside("breakout");
  for (const room of [host, adaRoom, benRoom, cemRoom]) await room.expectPeople(2);
  expect(await adaRoom.fact("room-id")).toBe(await benRoom.fact("room-id"));
  expect(await cemRoom.fact("room-id")).toBe(await host.fact("room-id"));
  expect(await adaRoom.fact("room-id")).not.toBe(await cemRoom.fact("room-id"));

  for (const room of [adaRoom, benRoom, cemRoom, host]) await room.expectToSee();
  for (const room of [adaRoom, cemRoom, host]) await room.expectToHear();
  await adaRoom.expectFact("mic", "off");
  await benRoom.expectSilence();

  await henrike.page.getByRole("button", { name: "+5 min", exact: true }).click();
  await henrike.page
    .getByRole("textbox", { name: "Nachricht an alle Räume" })
    .fill("Noch ein Gedanke je Paar");
  await henrike.page.getByRole("button", { name: "An alle senden" }).click();
  await expect(ada.page.getByTestId("polite")).toContainText("Noch ein Gedanke je Paar");
  for (const guest of [ada, ben, cem]) {
    await expect(guest.page.getByTestId("round-message")).toContainText("Noch ein Gedanke je Paar");
  }

  await henrike.page.getByRole("button", { name: "Zurückrufen in 60 s" }).click();
  await adaRoom.expectInside("main", 80);
  for (const room of [host, benRoom, cemRoom]) await room.expectInside("main");
  for (const room of [host, adaRoom, benRoom, cemRoom]) await room.expectPeople(4);
  await adaRoom.expectToSee();
  await adaRoom.expectFact("mic", "off");
  for (const guest of [henrike, ada, ben, cem]) {
    expect((await readMedia(guest.page)).getUserMedia, `device requests of ${guest.name}`).toBe(1);
  }
});
