import { patience } from "../fixtures/environment";
import { expect, type Person, test } from "../fixtures/test";
import { holdWorkshop, joinLive } from "../pages/live-event";
import type { RoomPage } from "../pages/room-page";

const small = { devices: true, viewport: { width: 800, height: 600 } };
type Asked = (name: string, options?: object) => Promise<Person>;

/** A workshop that is live, with its host and three guests in its plenary. */
async function workshop(person: Asked, title: string) {
  const henrike = await person("Henrike", { devices: true });
  const { slug, room: host } = await holdWorkshop(henrike, title);
  const guests: { guest: Person; room: RoomPage }[] = [];
  for (const name of ["Ada", "Ben", "Cem"]) {
    const guest = await person(name, small);
    guests.push({ guest, room: await joinLive(guest, slug) });
  }
  return { henrike, host, guests, slug };
}

test("a host listens in on a group that is told before, speaks to all rooms, and stays in the plenary", async ({
  person,
}) => {
  test.setTimeout(patience(200));
  const { henrike, host, guests } = await workshop(person, "Mithören mit Ansage");
  const panel = await host.openPanel("breakouts");
  await panel.getByRole("button", { name: "Gruppen", exact: true }).click();
  await henrike.page.getByRole("spinbutton", { name: "Personen je Raum" }).fill("3");
  await henrike.page.getByRole("button", { name: "Räume vorbereiten" }).click();
  await panel.getByRole("button", { name: "Raum hinzufügen" }).click();
  for (const to of ["Raum 2", "Raum 1"]) {
    const room = panel.getByRole("region", { name: to });
    await panel.locator(".rm-person", { hasText: "Ada" }).dragTo(room);
    await expect(room.getByText("Ada Beispiel", { exact: true })).toBeVisible();
  }
  await henrike.page.getByRole("button", { name: "Öffnen", exact: true }).click();
  for (const { room } of guests) await room.expectInside("breakout", 30);
  for (const { room } of guests) await room.expectPeople(3);

  await henrike.page.getByRole("button", { name: "In Raum 1 zuhören" }).click();
  for (const { guest } of guests)
    for (const place of ["aside-listen", "polite"])
      await expect(guest.page.getByTestId(place)).toContainText("Moderation hört zu");
  await expect(henrike.page.getByTestId("aside-bar")).toContainText("Sie hören in Raum 1 zu", {
    timeout: patience(15),
  });
  await host.expectToHear();
  await host.expectFact("room-kind", "main");
  // Nobody's tile: the three are still three.
  for (const { room } of guests) await room.expectPeople(3);

  await henrike.page.getByTestId("aside-bar").getByRole("button", { name: "Beenden" }).click();
  for (const { guest } of guests) await expect(guest.page.getByTestId("aside-listen")).toHaveCount(0);

  for (const { room } of guests) await room.mute();
  await henrike.page.getByRole("button", { name: "Zu allen Räumen sprechen" }).click();
  for (const { guest, room } of guests) {
    await expect(guest.page.getByTestId("aside-speak")).toContainText("Moderation spricht zu allen Räumen");
    await room.expectToHear();
  }
});

test("speed networking brings everybody into pairs that change, and one has a pause each time", async ({
  person,
}) => {
  test.setTimeout(patience(240));
  const { henrike, host, guests, slug } = await workshop(person, "Drei Runden zu zweit");
  await host.openPanel("breakouts");
  // Shorter than the panel offers, so that the test need not wait for minutes.
  const started = await henrike.page.evaluate(async (path) => {
    const body = JSON.stringify({ action: "start", rounds: 3, durationSeconds: 20, breakSeconds: 15 });
    const headers = { "content-type": "application/json" };
    return (await fetch(path, { method: "POST", headers, body })).status;
  }, `/api/rooms/${slug}/networkings`);
  expect(started).toBe(200);
  const pausing: string[] = [];
  for (const round of [1, 2, 3]) {
    await expect(henrike.page.getByTestId("networking")).toContainText(`Runde ${round} von 3`, {
      timeout: patience(60),
    });
    const bar = (one: { guest: Person }) => one.guest.page.getByTestId("networking-bar");
    await expect
      .poll(
        async () => (await Promise.all(guests.map((one) => bar(one).isVisible()))).filter(Boolean).length,
        {
          timeout: patience(40),
        },
      )
      .toBe(1);
    for (const one of guests) {
      if (await bar(one).isVisible()) pausing.push(one.guest.name);
      else await one.room.expectInside("breakout", 20);
    }
    for (const { room } of guests) await room.expectInside("main", 45);
  }
  expect(new Set(pausing).size, "three people, each of whom pauses once").toBe(3);
});
