import type { Locator } from "@playwright/test";
import { cutOff, fallAsleep } from "../fixtures/browser-processes";
import { patience } from "../fixtures/environment";
import { readMedia } from "../fixtures/media-probe";
import { expect, type Person, test } from "../fixtures/test";
import { holdWorkshop, joinLive } from "../pages/live-event";
import type { RoomPage } from "../pages/room-page";

const small = { devices: true, viewport: { width: 1100, height: 700 } };
const DRAFT = "Ein halber Satz, den";

const field = ({ page }: Person): Locator => page.getByRole("textbox", { name: "Nachricht", exact: true });
const messages = ({ page }: Person): Locator => page.getByRole("log").locator(".rm-message__text");

async function say(person: Person, text: string): Promise<void> {
  await field(person).fill(text);
  await person.page.getByRole("button", { name: "Senden", exact: true }).click();
  await expect(messages(person).last()).toHaveText(text);
}

/** Waits until so much time has really passed since an instant. */
async function expectElapsed(since: number, seconds: number): Promise<void> {
  await expect
    .poll(() => Date.now() - since, { message: `${seconds} s pass`, timeout: (seconds + 10) * 1000 })
    .toBeGreaterThan(seconds * 1000);
}

async function meet(henrike: Person, ada: Person): Promise<{ host: RoomPage; guest: RoomPage }> {
  const { slug, room: host } = await holdWorkshop(henrike, "Netzprobe");
  const guest = await joinLive(ada, slug);
  for (const room of [host, guest]) {
    await room.openPanel("chat");
    await room.expectPeople(2);
  }
  await guest.expectToSee();
  return { host, guest };
}

async function expectTogether(rooms: readonly RoomPage[]): Promise<void> {
  for (const room of rooms) {
    await room.expectInside("main", 30);
    await room.expectPeople(2);
    await expect(room.page.getByTestId("tile")).toHaveCount(2);
  }
  for (const room of rooms) {
    await room.expectToSee();
    await room.expectToHear();
  }
}

for (const { seconds, tag } of [
  { seconds: 30, tag: [] },
  { seconds: 90, tag: ["@long"] },
]) {
  test(`R19: ${seconds} seconds without a network, and everything is there again`, { tag }, async ({
    person,
  }) => {
    test.setTimeout(patience(120) + seconds * 1000);
    const henrike = await person("Henrike", small);
    const ada = await person("Ada", { ...small, own: {} });
    const { host, guest } = await meet(henrike, ada);
    await say(henrike, "Vorher");
    await expect(messages(ada)).toHaveText(["Vorher"]);
    await field(ada).fill(DRAFT);

    const cutAt = Date.now();
    const plugIn = await cutOff(ada);
    // The one who is gone leaves the roster of those who stay, and is told what happens.
    await host.expectPeople(1, 20);
    await expect(henrike.page.getByTestId("tile")).toHaveCount(1);
    await expect(ada.page.getByTestId("connection-card")).toBeVisible({ timeout: patience(20) });
    await say(henrike, "Erstens");
    await say(henrike, "Zweitens");
    await expectElapsed(cutAt, seconds);
    await expect(messages(ada)).toHaveText(["Vorher"]);
    await plugIn();

    await expectTogether([host, guest]);
    await expect(messages(ada)).toHaveText(["Vorher", "Erstens", "Zweitens"]);
    await expect(field(ada)).toHaveValue(DRAFT);
    await say(ada, `${DRAFT} ich beende.`);
    const complete = ["Vorher", "Erstens", "Zweitens", `${DRAFT} ich beende.`];
    for (const one of [ada, henrike]) await expect(messages(one)).toHaveText(complete);
    expect((await readMedia(ada.page)).getUserMedia).toBe(1);
  });
}

test("R19: a laptop that slept asks where it belongs as soon as it wakes, and is there again", {
  tag: "@long",
}, async ({ person }) => {
  test.setTimeout(patience(150));
  const henrike = await person("Henrike", small);
  const ada = await person("Ada", { ...small, own: {} });
  const { host, guest } = await meet(henrike, ada);
  await field(ada).fill(DRAFT);

  const asleepAt = Date.now();
  const wake = await fallAsleep(ada);
  await host.expectPeople(1, 30);
  await expectElapsed(asleepAt, 25);
  const asked = ada.page.waitForRequest(/\/api\/where-am-i/, { timeout: patience(3) });
  wake();
  await asked;
  await expectTogether([host, guest]);
  await expect(field(ada)).toHaveValue(DRAFT);
  expect((await readMedia(ada.page)).getUserMedia).toBe(1);
});
