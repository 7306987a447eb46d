import type { Locator, Page } from "@playwright/test";
import { expectNoViolations } from "../fixtures/accessibility";
import { patience } from "../fixtures/environment";
import { giveFakeScreen } from "../fixtures/fake-screen";
import { expect, test } from "../fixtures/test";
import { holdWorkshop, joinLive } from "../pages/live-event";

const small = { devices: true, viewport: { width: 1000, height: 700 } };

/** Who holds workshops in the demo, whatever their browser is called here. */
const HOST = "Henrike Osterloh";

const tileOf = (page: Page, name: string): Locator => page.getByTestId("tile").filter({ hasText: name });
const large = (page: Page): Locator => page.locator('[data-large="true"]');
const screenOf = (page: Page): Locator => page.getByTestId("screen-tile");

/** Opens the menu on a tile and takes one of its entries. */
async function onTile(page: Page, name: string, entry: string): Promise<void> {
  await page.getByRole("button", { name: `Ansicht von ${name}` }).click();
  await page.getByRole("menuitem", { name: entry, exact: true }).click();
}

test("a pin is one's own, a spotlight everybody's, both are said, and the next choice by hand wins", async ({
  person,
}) => {
  test.setTimeout(patience(150));
  const henrike = await person("Henrike", { devices: true });
  const lea = await person("Lea", small);
  const zoe = await person("Zoe", small);
  const { slug, room: host } = await holdWorkshop(henrike, "Groß und klein");
  const leaRoom = await joinLive(lea, slug);
  await joinLive(zoe, slug);
  await host.expectPeople(3);
  await leaRoom.expectPeople(3);

  // Lea pins Zoe: nobody else's picture changes.
  await onTile(lea.page, zoe.name, "Für mich groß zeigen");
  await expect(large(lea.page)).toContainText(zoe.name);
  await expect(lea.page.getByTestId("polite")).toContainText(`${zoe.name} ist jetzt bei Ihnen groß.`);
  await expect(large(zoe.page)).toHaveCount(0);
  await expect(large(henrike.page)).toHaveCount(0);
  await expectNoViolations(lea.page, "room with a pinned person");

  // A guest cannot show anybody to everybody; the host can, and it takes everybody's stage, Lea's too.
  await lea.page.getByRole("button", { name: `Ansicht von ${zoe.name}` }).click();
  await expect(lea.page.getByRole("menuitem", { name: "Für alle groß zeigen", exact: true })).toHaveCount(0);
  await lea.page.keyboard.press("Escape");
  await onTile(henrike.page, lea.name, "Für alle groß zeigen");
  await expect(large(zoe.page)).toContainText(lea.name, { timeout: patience(10) });
  await expect(large(henrike.page)).toContainText(lea.name);
  await expect(lea.page.getByTestId("notice")).toContainText("Die Moderation zeigt Sie jetzt für alle groß.");
  await expect(zoe.page.getByTestId("polite")).toContainText(`Die Moderation zeigt ${lea.name} groß.`);

  // Zoe chooses the grid afterwards, and keeps it.
  await zoe.page.getByRole("button", { name: "Ansicht", exact: true }).click();
  await zoe.page.getByRole("menuitemradio", { name: "Raster" }).click();
  await expect(large(zoe.page)).toHaveCount(0);
  await expect(large(henrike.page)).toContainText(lea.name);

  await onTile(henrike.page, lea.name, "Nicht mehr für alle groß zeigen");
  await expect(large(henrike.page)).toHaveCount(0, { timeout: patience(10) });
});

test("two screens at once, each with its sound: the newest takes the stage, and one chooses the other", async ({
  person,
}) => {
  test.setTimeout(patience(180));
  const henrike = await person("Henrike", { devices: true });
  const lea = await person("Lea", small);
  const zoe = await person("Zoe", { viewport: small.viewport });
  for (const { page } of [henrike, lea]) await giveFakeScreen(page);
  const { slug, room: host } = await holdWorkshop(henrike, "Zwei Bildschirme");
  const leaRoom = await joinLive(lea, slug);
  const zoeRoom = await joinLive(zoe, slug);
  await host.openPanel("people");
  await henrike.page.getByRole("button", { name: `Aktionen für ${lea.name}` }).click();
  await henrike.page.getByRole("menuitem", { name: "Zu Sprechenden machen" }).click();
  await host.closePanel();
  await host.mute();
  await leaRoom.mute();

  await lea.page.getByRole("button", { name: "Bildschirm teilen" }).click();
  await expect(large(zoe.page)).toContainText(`Bildschirm von ${lea.name}`, { timeout: patience(15) });
  await zoeRoom.expectToSee();
  // Both microphones are off: what is heard is the screen.
  await zoeRoom.expectToHear();
  // Whoever shares sees a word instead of the own screen within itself, and keeps their view of the others.
  await expect(screenOf(lea.page)).toContainText("Sie teilen Ihren Bildschirm.");
  await expect(large(lea.page)).toHaveCount(0);

  await henrike.page.getByRole("button", { name: "Bildschirm teilen" }).click();
  await expect(large(zoe.page)).toContainText(`Bildschirm von ${HOST}`, { timeout: patience(15) });
  await expect(screenOf(zoe.page)).toHaveCount(2);
  await onTile(zoe.page, `Bildschirm von ${lea.name}`, "Für mich groß zeigen");
  await expect(large(zoe.page)).toContainText(`Bildschirm von ${lea.name}`);
  await expectNoViolations(zoe.page, "room with two screens");

  await lea.page.getByRole("toolbar").getByRole("button", { name: "Teilen beenden" }).click();
  await expect(large(zoe.page)).toContainText(`Bildschirm von ${HOST}`, { timeout: patience(15) });
  await henrike.page.getByRole("toolbar").getByRole("button", { name: "Teilen beenden" }).click();
  await expect(screenOf(zoe.page)).toHaveCount(0, { timeout: patience(15) });
});

test("tiles are one stop of the Tab key and the arrow keys lead through them; the own picture can go", async ({
  person,
}) => {
  test.setTimeout(patience(120));
  const henrike = await person("Henrike", { devices: true });
  const lea = await person("Lea", small);
  const { slug } = await holdWorkshop(henrike, "Mit Tasten");
  const room = await joinLive(lea, slug);
  await room.expectPeople(2);
  const { page } = lea;
  const menu = (name: string) => page.getByRole("button", { name: `Ansicht von ${name}` });

  await menu(HOST).focus();
  await page.keyboard.press("ArrowRight");
  await expect(menu("Sie")).toBeFocused();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Eigenes Bild ausblenden" }).click();
  await expect(page.locator("[data-testid=tile][data-own=true]")).toHaveCount(0);
  await expect(tileOf(page, HOST)).toHaveCount(1);

  // It is remembered, and comes back where it went.
  await page.reload();
  await room.expectInside("main");
  await room.expectPeople(2);
  await expect(page.locator("[data-testid=tile][data-own=true]")).toHaveCount(0);
  await page.getByRole("toolbar").getByRole("button", { name: "Mehr" }).click();
  await page.getByRole("menuitem", { name: "Eigenes Bild wieder zeigen" }).click();
  await expect(page.locator("[data-testid=tile][data-own=true]")).toHaveCount(1);
});
