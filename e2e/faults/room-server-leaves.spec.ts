import { patience } from "../fixtures/environment";
import { hasEnded, revive, signalTo } from "../fixtures/processes";
import { expect, test } from "../fixtures/test";
import { holdWorkshop, joinLive } from "../pages/live-event";

const small = { devices: true, viewport: { width: 800, height: 600 } };

test("R05: a room server that is asked to end waits for the people in it, lets others join them, and ends once they left", async ({
  person,
}) => {
  test.setTimeout(patience(150));
  const henrike = await person("Henrike", small);
  const ada = await person("Ada", small);
  const { slug, room: host } = await holdWorkshop(henrike, "Wartung");
  const asked = hasEnded("livekit");
  signalTo("livekit", "SIGTERM");
  try {
    // Late, and let in all the same: the event goes on.
    const guest = await joinLive(ada, slug);
    for (const room of [host, guest]) {
      await room.expectPeople(2);
      await room.expectToSee();
      await room.expectToHear();
    }
    expect(asked(), "it waits").toBe(false);
    for (const { page } of [ada, henrike]) {
      await page.getByRole("button", { name: "Verlassen", exact: true }).click();
    }
    // It looks every five seconds whether somebody is left.
    await expect.poll(asked, { timeout: patience(25) }).toBe(true);
  } finally {
    if (!asked()) signalTo("livekit", "SIGKILL");
    await expect.poll(asked).toBe(true);
    await revive("livekit");
  }
  await ada.page.getByRole("button", { name: "Wieder eintreten" }).click();
  await expect(ada.page.getByTestId("room-state")).toHaveAttribute("data-state", "waiting");
});
