import { patience } from "../fixtures/environment";
import { readMedia } from "../fixtures/media-probe";
import { killRoomServer, reviveRoomServer } from "../fixtures/room-server";
import { expect, test } from "../fixtures/test";
import { createEvent, signInAs } from "../pages/desk-page";
import { enterByMail, register } from "../pages/registering";
import { RoomPage } from "../pages/room-page";

/** Small windows ask for small pictures: the machine has to make them all. */
const small = { devices: true, viewport: { width: 800, height: 600 } };

for (const { seconds, tag } of [
  { seconds: 10, tag: [] },
  { seconds: 60, tag: ["@long"] },
]) {
  test(`R04: the room server dies in a breakout and comes back ${seconds} seconds later; so does everybody, as they were`, {
    tag,
  }, async ({ person }) => {
    test.setTimeout(patience(200) + seconds * 1000);
    const henrike = await person("Henrike", { devices: true });
    const ada = await person("Ada", small);
    const ben = await person("Ben", small);
    await signInAs(henrike.page, "organizer");
    const plan = {
      network: "sensoriknetz-oberland",
      template: "Workshop",
      title: "Ausfallprobe",
      startsAt: new Date(),
    };
    const { slug } = await createEvent(henrike.page, plan);

    const host = new RoomPage(henrike.page);
    await host.open(slug);
    await host.enter();
    await host.expectInside("main");
    await host.openPanel("console");
    await henrike.page.getByRole("button", { name: "Live gehen" }).click();
    const rooms: RoomPage[] = [];
    for (const guest of [ada, ben]) {
      await register(guest, slug);
      const room = await enterByMail(guest);
      await room.expectInside("main");
      rooms.push(room);
    }
    const [adaRoom, benRoom] = rooms;
    if (!adaRoom || !benRoom) throw new Error("two guests are needed");

    await host.openPanel("breakouts");
    await henrike.page.getByRole("button", { name: "Zufällig" }).click();
    await henrike.page.getByRole("button", { name: "Räume vorbereiten" }).click();
    await henrike.page.getByRole("button", { name: "Öffnen", exact: true }).click();
    for (const room of rooms) await room.expectInside("breakout", 30);
    await adaRoom.mute();
    const before = await adaRoom.fact("room-id");

    const killedAt = Date.now();
    killRoomServer();
    // The card says that ten seconds have passed without a connection.
    for (const room of [host, ...rooms]) {
      await expect(room.page.getByTestId("connection-card")).toBeVisible({ timeout: patience(30) });
    }
    await expect
      .poll(() => Date.now() - killedAt, { timeout: (seconds + 10) * 1000 })
      .toBeGreaterThan(seconds * 1000);
    await reviveRoomServer();

    for (const room of rooms) {
      await room.expectInside("breakout", 45);
      expect(await room.fact("room-id")).toBe(before);
      await room.expectPeople(2, 30);
    }
    await host.expectInside("main", 45);
    await adaRoom.expectFact("mic", "off");
    await benRoom.expectFact("mic", "on");
    await adaRoom.expectToSee();
    await benRoom.expectToSee();
    await adaRoom.expectToHear();
    for (const guest of [ada, ben]) expect((await readMedia(guest.page)).getUserMedia).toBe(1);
  });
}
