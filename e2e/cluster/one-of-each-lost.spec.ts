import { patience } from "../fixtures/environment";
import { watchConnection } from "../fixtures/livekit-scenario";
import { isGrownUp, killProgram, revive, signalTo } from "../fixtures/processes";
import { expect, type Person } from "../fixtures/test";
import { HOST_NAME, holdWorkshop, joinLive } from "../pages/live-event";
import { nodeOf, otherOf } from "./nodes";
import { namesHere } from "./rows";
import { expectTogether, test } from "./test";

/** In what time people who lost their room server are in the room again, on a machine that has nothing else to do. */
const BACK_SECONDS = 20;

const messages = ({ page }: Person) => page.getByRole("log").locator(".rm-message__text");

async function say({ page }: Person, text: string): Promise<void> {
  await page.getByRole("textbox", { name: "Nachricht", exact: true }).fill(text);
  await page.getByRole("button", { name: "Senden", exact: true }).click();
}

test("two people by two ways, and one of each is killed: they talk on, and the rows know both as present", async ({
  arrive,
}) => {
  test.setTimeout(patience(200));
  const henrike = await arrive("Henrike", { app: 1, node: 1 });
  const ada = await arrive("Ada", { app: 2, node: 2 });
  const { slug, room: host } = await holdWorkshop(henrike.person, "Zwei Knoten");
  const guest = await joinLive(ada.person, slug);
  for (const room of [host, guest]) await room.openPanel("chat");
  await expectTogether([host, guest]);
  // What is said at one app is heard of at the other.
  await say(henrike.person, "Aus dem ersten Prozess");
  await expect(messages(ada.person)).toHaveText(["Aus dem ersten Prozess"]);
  for (const { led } of [henrike, ada]) led.mayChange();

  await test.step("the app of one of them is killed: nobody leaves, and news come from the other one", async () => {
    await isGrownUp("app-2");
    const isBack = killProgram("app-2");
    await say(henrike.person, "Ist jemand weg?");
    await expect(messages(ada.person)).toHaveText(["Aus dem ersten Prozess", "Ist jemand weg?"]);
    await say(ada.person, "Niemand.");
    await expect(messages(henrike.person).last()).toHaveText("Niemand.");
    await expectTogether([host, guest]);
    await isBack();
  });

  const lost = await nodeOf(host.page);
  await test.step("the room server that has the room is killed: both are in it again, on the other one", async () => {
    const histories = [await watchConnection(host.page), await watchConnection(guest.page)];
    signalTo(`livekit-${lost}`, "SIGKILL");
    for (const history of histories) {
      await expect
        .poll(history, { message: "the loss is noticed", timeout: patience(BACK_SECONDS) })
        .toContainEqual(expect.stringMatching(/resuming|reconnecting|rejoining|joining/));
    }
    await expectTogether([host, guest], BACK_SECONDS);
    for (const { page } of [host, guest]) expect(await nodeOf(page)).toBe(otherOf(lost));
    const names = [HOST_NAME, ada.person.name];
    await expect
      .poll(() => namesHere(slug), { timeout: patience(20) })
      .toEqual(expect.arrayContaining(names));
  });

  await test.step("started again it is one of two, and whoever comes by it comes into the same room", async () => {
    await revive(`livekit-${lost}`);
    const cem = await arrive("Cem", { app: 2, node: lost });
    await expectTogether([host, guest, await joinLive(cem.person, slug)]);
  });
});
