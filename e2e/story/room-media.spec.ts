import type { Page } from "@playwright/test";
import { expectNoViolations } from "../fixtures/accessibility";
import { patience } from "../fixtures/environment";
import { expect, test } from "../fixtures/test";
import { holdWorkshop, joinLive } from "../pages/live-event";

/** How far one may be from the colour of another picture before it is another picture. */
const ANOTHER = 60;

/** The middle colour of what this page receives of somebody: red, green, blue. */
const colourOf = (page: Page, name: string): Promise<number[]> =>
  page
    .locator("[data-testid=tile]", { hasText: name })
    .locator("video")
    .evaluate((video: HTMLVideoElement) => {
      const canvas = document.createElement("canvas");
      canvas.width = canvas.height = 1;
      const pen = canvas.getContext("2d");
      pen?.drawImage(video, 0, 0, 1, 1);
      return [...(pen?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3);
    });

const distance = (one: number[], other: number[]): number =>
  Math.max(...one.map((value, at) => Math.abs(value - (other[at] ?? 0))));

/** As much of the browser's small window as is looked at; TypeScript does not know it yet. */
type Pictures = { documentPictureInPicture: { window: Window | null } };

const small = { devices: true, viewport: { width: 1000, height: 700 } };

test("B18: a background behind the person comes from our own host alone, moves nobody's devices, and goes again", async ({
  person,
}) => {
  test.setTimeout(patience(240));
  const henrike = await person("Henrike", { devices: true });
  const lea = await person("Lea", small);
  const asked: string[] = [];
  lea.page.on("request", (request) => asked.push(request.url()));
  const { slug, room: host } = await holdWorkshop(henrike, "Hinter mir");
  const room = await joinLive(lea, slug);
  await host.expectPeople(2);
  await host.expectToSee();
  const asItIs = await colourOf(henrike.page, lea.name);
  const changed = async () => distance(await colourOf(henrike.page, lea.name), asItIs);
  const loaded = lea.page.waitForResponse((response) =>
    response.url().endsWith("/vision/selfie_segmentation.tflite"),
  );
  await lea.page.getByRole("toolbar").getByRole("button", { name: "Mehr" }).click();
  await lea.page.getByRole("menuitem", { name: "Einstellungen" }).click();
  const settings = lea.page.getByRole("dialog", { name: "Einstellungen" });
  await expectNoViolations(lea.page, "settings of the room");
  await settings.getByRole("combobox", { name: "Hintergrund" }).selectOption("blur");
  expect((await loaded).status()).toBe(200);
  await expect(settings.getByRole("combobox", { name: "Hintergrund" })).toBeEnabled({
    timeout: patience(60),
  });
  await room.expectFact("background", "blur");
  await room.expectFact("device-problem", "");
  await room.expectFact("gum-calls", "1");

  await settings.getByRole("combobox", { name: "Hintergrund" }).selectOption("shelf");
  await room.expectFact("background", "shelf");
  // Others receive the picture of ours, not the room of the camera; without a graphics card a picture takes seconds.
  await expect.poll(changed, { timeout: patience(40) }).toBeGreaterThan(ANOTHER);
  await settings.getByRole("combobox", { name: "Hintergrund" }).selectOption("none");
  await room.expectFact("background", "none");
  await host.expectToSee();
  await expect.poll(changed, { timeout: patience(15) }).toBeLessThan(ANOTHER);
  await room.expectFact("gum-calls", "1");
  const own = new URL(lea.page.url()).host;
  expect(asked.filter((url) => url.startsWith("http") && new URL(url).host !== own)).toEqual([]);
  expect(asked.length).toBeGreaterThan(0);
});

test("A14: letters are shortcuts for whoever wants them, never while somebody writes; Space talks while it is held", async ({
  person,
}) => {
  test.setTimeout(patience(150));
  const henrike = await person("Henrike", { devices: true });
  const lea = await person("Lea", { ...small, viewport: { width: 1280, height: 800 } });
  const { slug } = await holdWorkshop(henrike, "Einzelne Tasten");
  const room = await joinLive(lea, slug);
  const { page } = lea;
  await room.mute();

  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("m");
  await page.keyboard.press("v");
  await room.expectFact("mic", "off");
  await room.expectFact("cam", "on");

  await page.keyboard.down("Space");
  await room.expectFact("mic", "on");
  await page.keyboard.up("Space");
  await room.expectFact("mic", "off");
  await page.keyboard.down("Space");
  await room.expectFact("mic", "on");
  // Another window takes the keyboard: the key is let go there.
  await page.evaluate(() => window.dispatchEvent(new Event("blur")));
  await room.expectFact("mic", "off");
  await page.keyboard.up("Space");

  await page.getByRole("toolbar").getByRole("button", { name: "Mehr" }).click();
  await page.getByRole("menuitem", { name: "Einstellungen" }).click();
  const settings = page.getByRole("dialog", { name: "Einstellungen" });
  await settings.getByRole("switch", { name: /Einzelne Buchstaben/ }).check();
  await settings.getByRole("switch", { name: /Leertaste/ }).uncheck();
  await page.keyboard.press("Escape");
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("v");
  await room.expectFact("cam", "off");
  await page.keyboard.press("Space");
  await room.expectFact("mic", "off");

  await room.openPanel("chat");
  await page.getByRole("textbox", { name: "Nachricht" }).pressSequentially("mvr");
  await room.expectFact("mic", "off");
  await room.expectFact("cam", "off");
  await expect(page.getByRole("textbox", { name: "Nachricht" })).toHaveValue("mvr");
});

test("whoever saves power receives small pictures, also next time, and sound alone when they want that", async ({
  person,
}) => {
  test.setTimeout(patience(150));
  const henrike = await person("Henrike", { devices: true });
  const lea = await person("Lea", { viewport: small.viewport });
  const { slug } = await holdWorkshop(henrike, "Sparsam");
  const room = await joinLive(lea, slug);
  const { page } = lea;
  const settings = async () => {
    await page.getByRole("toolbar").getByRole("button", { name: "Mehr" }).click();
    await page.getByRole("menuitem", { name: "Einstellungen" }).click();
    return page.getByRole("dialog", { name: "Einstellungen" });
  };
  await (await settings()).getByRole("switch", { name: /Strom und Daten sparen/ }).check();
  await room.expectFact("pictures", "small");
  await page.reload();
  await room.expectInside("main");
  await room.expectFact("pictures", "small");
  await room.expectToSee();
  await (await settings()).getByRole("switch", { name: /Nur Ton empfangen/ }).check();
  await room.expectFact("pictures", "none");
  await expect(page.locator("[data-testid=tile][data-own=false][data-camera=true]")).toHaveCount(0);
  await room.expectToHear();
});

test("the room in a small window above other programs: picture, name, microphone, and it goes with the room", async ({
  person,
}) => {
  test.setTimeout(patience(120));
  const henrike = await person("Henrike", { devices: true });
  const lea = await person("Lea", { devices: true, viewport: { width: 1280, height: 800 } });
  const { slug } = await holdWorkshop(henrike, "Kleines Fenster");
  const room = await joinLive(lea, slug);
  await room.expectPeople(2);
  const { page } = lea;
  const toggle = async (entry: string) => {
    await page.getByRole("toolbar").getByRole("button", { name: "Mehr" }).click();
    await page.getByRole("menuitem", { name: entry, exact: true }).click();
  };
  /** What stands in the small window; null while there is none. */
  const small = () =>
    page.evaluate(() => {
      const { window: opened } = (window as never as Pictures).documentPictureInPicture;
      const video = opened?.document.querySelector("video");
      return opened && [opened.document.body.innerText.trim(), Boolean(video && video.videoWidth > 0)];
    });
  await toggle("Kleines Fenster über anderen Programmen");
  await expect.poll(small).toEqual(["Henrike Osterloh", true]);

  const press = (label: string) =>
    page.evaluate((wanted) => {
      const { window: opened } = (window as never as Pictures).documentPictureInPicture;
      opened?.document.querySelector<HTMLElement>(`[aria-label="${wanted}"]`)?.click();
    }, label);
  await room.expectFact("mic", "on");
  await press("Mikrofon ausschalten");
  await room.expectFact("mic", "off");
  await toggle("Kleines Fenster schließen");
  await expect.poll(small).toBeNull();

  await toggle("Kleines Fenster über anderen Programmen");
  await expect.poll(small).not.toBeNull();
  await press("Verlassen");
  await expect.poll(small).toBeNull();
  await room.expectFact("entered", "false");
});
