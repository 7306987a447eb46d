import { patience } from "../fixtures/environment";
import { expect, type Person, test } from "../fixtures/test";
import { holdWorkshop, joinLive } from "../pages/live-event";
import { RoomPage } from "../pages/room-page";

const small = { devices: true, viewport: { width: 800, height: 600 } };
const HELD = "Sie sind bereits in einem anderen Fenster oder auf einem anderen Gerät dabei.";

/** The other window says why it shows nothing, and hears nobody. */
async function expectHeld(room: RoomPage): Promise<void> {
  await room.expectFact("state", "held");
  await expect(room.page.getByText(HELD)).toBeVisible();
  await room.expectFact("tracks", "0");
}

/** What one window of a person wrote stands in whichever window is the live one. */
async function expectMessages(room: RoomPage, texts: readonly string[]): Promise<void> {
  await expect(room.page.getByRole("log").locator(".rm-message__text")).toHaveText([...texts]);
}

async function say({ page }: RoomPage, text: string): Promise<void> {
  await page.getByRole("textbox", { name: "Nachricht", exact: true }).fill(text);
  await page.getByRole("button", { name: "Senden", exact: true }).click();
}

async function secondWindow({ context }: Person, slug: string): Promise<RoomPage> {
  const room = new RoomPage(await context.newPage());
  await room.open(slug);
  return room;
}

test("R15: one person in two windows: the second takes over, and closing the held one leaves the other alone", async ({
  person,
}) => {
  test.setTimeout(patience(120));
  const henrike = await person("Henrike", small);
  const ada = await person("Ada", small);
  const { slug, room: host } = await holdWorkshop(henrike, "Zwei Fenster");
  const first = await joinLive(ada, slug);
  await host.closePanel();
  await host.expectPeople(2);
  await first.openPanel("chat");
  await say(first, "Aus dem ersten");

  const second = await secondWindow(ada, slug);
  await expectHeld(second);
  await first.expectInside("main");
  await host.expectPeople(2);

  await second.enter();
  await second.expectInside("main");
  await expectHeld(first);
  await host.expectPeople(2);
  await expect(henrike.page.getByTestId("tile")).toHaveCount(2);
  await second.expectToSee();
  await second.openPanel("chat");
  await expectMessages(second, ["Aus dem ersten"]);
  await say(second, "Aus dem zweiten");

  // Closing the held window is no good-bye: the live one stays, hears and is heard.
  await first.page.close();
  await host.expectToSee();
  await host.expectToHear();
  await second.expectInside("main");
  await second.expectToHear();
  await host.expectPeople(2);
  await expectMessages(second, ["Aus dem ersten", "Aus dem zweiten"]);

  // The live window closed: the person is gone, and a held one can go on.
  const third = await secondWindow(ada, slug);
  await expectHeld(third);
  await second.page.close();
  await host.expectPeople(1, 20);
  await third.enter();
  await third.expectInside("main");
  await host.expectPeople(2);
  await third.openPanel("chat");
  await expectMessages(third, ["Aus dem ersten", "Aus dem zweiten"]);
});
