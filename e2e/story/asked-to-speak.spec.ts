import type { Page } from "@playwright/test";
import { patience } from "../fixtures/environment";
import { readMedia } from "../fixtures/media-probe";
import { expect, test } from "../fixtures/test";
import { holdWebinar, joinLive } from "../pages/live-event";

const small = { devices: true, viewport: { width: 800, height: 600 } };

/** The tile of somebody on the stage, as another person sees it. */
const tileOf = (page: Page, name: string) => page.getByTestId("tile").filter({ hasText: name });

test("a guest of a webinar raises a hand, is asked to speak, is seen and heard, and gives the floor back", async ({
  person,
}) => {
  test.setTimeout(patience(150));
  const henrike = await person("Henrike", { devices: true });
  const lea = await person("Lea", small);
  const zoe = await person("Zoe", { viewport: small.viewport });
  const { slug, room: host } = await holdWebinar(henrike, "Fragen erwünscht");
  const leaRoom = await joinLive(lea, slug);
  const zoeRoom = await joinLive(zoe, slug);
  await host.mute();
  await zoeRoom.expectToSee();

  // Who only watches has no devices to switch, and none was asked for.
  const leaBar = lea.page.getByRole("toolbar");
  await expect(leaBar.getByRole("button", { name: /Mikrofon|Kamera/ })).toHaveCount(0);
  await expect(tileOf(zoe.page, lea.name)).toHaveCount(0);
  expect((await readMedia(lea.page)).getUserMedia).toBe(0);

  await leaBar.getByRole("button", { name: "Hand heben" }).click();
  await host.openPanel("people");
  await henrike.page.getByRole("button", { name: `Zu Wort bitten: ${lea.name}` }).click();
  const asked = lea.page.getByRole("dialog", { name: "Die Moderation bittet Sie zu Wort" });
  await asked.getByRole("button", { name: "Annehmen" }).click();
  const given = lea.page.getByRole("dialog", { name: "Sie haben das Wort" });
  await given.getByRole("button", { name: "Mikrofon einschalten" }).click();
  await leaRoom.expectFact("mic", "on");
  await zoeRoom.expectToHear();
  await leaBar.getByRole("button", { name: "Kamera einschalten" }).click();
  await expect(tileOf(zoe.page, lea.name)).toHaveAttribute("data-camera", "true");
  await expect(henrike.page.getByText("hat das Wort")).toBeVisible();

  await henrike.page.getByRole("button", { name: `Hand senken: ${lea.name}` }).click();
  const gone = { timeout: patience(3) };
  await expect(tileOf(zoe.page, lea.name), "R26: nobody has her tracks any more").toHaveCount(0, gone);
  await expect(leaBar.getByRole("button", { name: /Mikrofon|Kamera/ })).toHaveCount(0);
  await zoeRoom.expectSilence();
  await expect(leaBar.getByRole("button", { name: "Hand heben" })).toBeVisible();
});
