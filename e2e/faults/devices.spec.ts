import type { Page } from "@playwright/test";
import { hangCamera, killPart } from "../fixtures/browser-processes";
import { decideOnDevices } from "../fixtures/device-permission";
import { baseUrl, patience } from "../fixtures/environment";
import { linkIn } from "../fixtures/mailbox";
import { expect, type Person, test } from "../fixtures/test";
import { confirmationOf, enterByMail, register } from "../pages/registering";
import { RoomPage } from "../pages/room-page";

/** Live all day; everybody may speak. */
const EVENT = "angebote-treffen-gesuche";
const UI = "--use-fake-ui-for-media-stream";
const DEVICES = "--use-fake-device-for-media-stream";
const AUTOPLAY = "--autoplay-policy";
const SMALL = { viewport: { width: 800, height: 600 } };

/** Experience 4.8, in both languages. */
const TEXT = {
  refused: {
    de: "Ihr Browser gibt Kamera und Mikrofon nicht frei. Öffnen Sie das Symbol links neben der Adresse und wählen Sie „Zulassen“.",
    en: "Your browser blocks camera and microphone. Open the icon left of the address and choose Allow.",
  },
  missing: {
    de: "Wir finden keine Kamera. Sie können auch ohne Kamera teilnehmen.",
    en: "We cannot find a camera. You can take part without one.",
  },
  busy: {
    de: "Ein anderes Programm benutzt die Kamera. Schalten Sie sie dort aus.",
    en: "Another program is using the camera. Switch it off there.",
  },
} as const;

/** Somebody with working devices, whom the others hear and see. */
async function speaker(person: Person): Promise<RoomPage> {
  await register(person, EVENT);
  const room = await enterByMail(person);
  await room.expectInside("main");
  return room;
}

/**
 * The door says what is wrong, in German and then in English, and offers another try. Where the browser has been told
 * before that it may, the door looks for the devices by itself; else it waits for a click.
 */
async function expectExplained(
  page: Page,
  text: { de: string; en: string },
  { byItself }: { byItself: boolean },
): Promise<void> {
  if (!byItself) await page.getByRole("button", { name: "Kamera und Mikrofon prüfen" }).click();
  await expect(page.getByRole("alert").getByText(text.de)).toBeVisible();
  await expect(page.getByRole("button", { name: "Erneut versuchen" })).toBeVisible();
  await page.goto(`/en/room/${EVENT}`);
  if (!byItself) await page.getByRole("button", { name: "Check camera and microphone" }).click();
  await expect(page.getByRole("alert").getByText(text.en)).toBeVisible();
  await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
}

async function atTheDoor(person: Person): Promise<RoomPage> {
  await register(person, EVENT);
  await person.page.goto(linkIn(await confirmationOf(person), "?next=room"));
  const room = new RoomPage(person.page);
  await room.expectFact("state", "waiting");
  return room;
}

test("R21: refused, missing and busy devices keep nobody out and are explained in both languages", async ({
  person,
}) => {
  test.setTimeout(patience(200));
  const ben = await speaker(await person("Ben", { ...SMALL, devices: true }));

  await test.step("refused by the browser, which really asks", async () => {
    const ada = await person("Ada", { ...SMALL, own: { drop: [UI] } });
    const room = await atTheDoor(ada);
    await decideOnDevices(ada, "denied");
    await expectExplained(ada.page, TEXT.refused, { byItself: false });
    await ada.page.getByRole("button", { name: "Listen only" }).click();
    await room.expectInside("main");
    await room.expectToHear();
    await room.expectToSee();
    // A second thought in the room is refused as well, and says so there.
    await ada.page.getByRole("button", { name: "Switch on microphone" }).click();
    const note = ada.page.getByTestId("device-problem");
    await expect(note).toContainText(TEXT.refused.en);
    await note.getByRole("button", { name: "Continue without" }).click();
    await expect(note).toHaveCount(0);
    await room.expectToHear();
    // Allowed after all: the same button works now, and the others hear it.
    await decideOnDevices(ada, "granted");
    await ada.page.getByRole("button", { name: "Switch on microphone" }).click();
    await room.expectFact("mic", "on");
    await ben.expectToHear();
    await ada.page.getByRole("button", { name: "Leave", exact: true }).click();
  });

  await test.step("no camera in the machine", async () => {
    const own = { drop: [DEVICES], add: [`${DEVICES}=device-count=0`] };
    const cem = await person("Cem", { ...SMALL, devices: true, own });
    const room = await atTheDoor(cem);
    await expectExplained(cem.page, TEXT.missing, { byItself: true });
    // The microphone is there, so the person takes part with it.
    await cem.page.getByRole("button", { name: "Enter", exact: true }).click();
    await room.expectInside("main");
    await room.expectFact("mic", "on");
    await room.expectFact("cam", "off");
    await room.expectToHear();
    await ben.expectToHear();
    await cem.page.getByRole("button", { name: "Leave", exact: true }).click();
  });

  await test.step("a camera that another program uses", async () => {
    const dana = await person("Dana", { ...SMALL, devices: true });
    // No fake camera of Chromium can be busy: this one error is spoken by the test instead of the browser.
    await dana.page.addInitScript(() => {
      const devices = navigator.mediaDevices;
      const real = devices.getUserMedia.bind(devices);
      devices.getUserMedia = (wish) =>
        wish?.video && !("cameraIsFree" in window)
          ? Promise.reject(new DOMException("Could not start video source", "NotReadableError"))
          : real(wish);
    });
    const room = await atTheDoor(dana);
    await expectExplained(dana.page, TEXT.busy, { byItself: true });
    await dana.page.getByRole("button", { name: "Listen only" }).click();
    await room.expectInside("main");
    await room.expectToHear();
    await dana.page.getByRole("button", { name: "Switch on camera" }).click();
    const note = dana.page.getByTestId("device-problem");
    await expect(note).toContainText(TEXT.busy.en);
    await dana.page.evaluate(() => Object.assign(window, { cameraIsFree: true }));
    await note.getByRole("button", { name: "Try again" }).click();
    await room.expectFact("cam", "on");
    await room.expectFact("mic", "off");
    await expect(note).toHaveCount(0);
  });
});

test("R21: devices pulled out, taken away or hanging while live: one listens on, and comes back with a click", async ({
  person,
}) => {
  test.setTimeout(patience(150));
  const ben = await speaker(await person("Ben", { ...SMALL, devices: true }));
  const ada = await person("Ada", { ...SMALL, devices: true, own: { drop: [UI] } });
  const room = await speaker(ada);
  await ben.expectPeople(2);
  await ben.expectToHear();

  // Pulled out: the default device takes over, by itself.
  await killPart(ada, "camera");
  await expect(ada.page.getByTestId("notice")).toContainText("Ein Gerät ist nicht mehr da.");
  await room.expectFact("cam", "on");
  await room.expectFact("mic", "on");
  await room.expectFact("gum-calls", "2");
  await ben.expectToHear();
  await ben.expectToSee();

  // Taken away in the settings of the browser: the tracks end, the others see it, the person is told.
  await decideOnDevices(ada, "denied");
  const note = ada.page.getByTestId("device-problem");
  await expect(note).toContainText(TEXT.refused.de);
  await room.expectFact("mic", "off");
  await room.expectFact("cam", "off");
  await expect(ben.page.locator("[data-testid=tile][data-own=false][data-muted=true]")).toHaveCount(1);
  await expect(ben.page.locator("[data-testid=tile][data-own=false][data-camera=true]")).toHaveCount(0);
  await room.expectToHear();
  // Whoever allows it again need not press anything besides.
  await decideOnDevices(ada, "granted");
  await expect(note).toHaveCount(0);
  await room.expectFact("mic", "on");
  await room.expectFact("cam", "on");
  await ben.expectToHear();
  await ben.expectToSee();

  // A driver that never answers: whoever waits for it can go in and listen.
  await ada.page.getByRole("button", { name: "Kamera ausschalten" }).click();
  await room.expectFact("cam", "off");
  await ada.page.getByRole("button", { name: "Verlassen", exact: true }).click();
  await ada.page.getByRole("button", { name: "Wieder eintreten" }).click();
  await room.expectFact("state", "waiting");
  await expect(ada.page.getByRole("combobox", { name: "Mikrofon" })).toBeVisible();
  const goOn = await hangCamera(ada);
  await ada.page.getByRole("button", { name: "Kamera ist aus" }).click();
  await expect(ada.page.getByRole("button", { name: "Eintreten", exact: true })).toBeDisabled();
  await ada.page.getByRole("button", { name: "Nur zuhören" }).click();
  await room.expectInside("main");
  await room.expectToHear();
  goOn();
});

test("R21: a browser that waits for a click before it plays sound says so, and any click will do", async ({
  person,
}) => {
  test.setTimeout(patience(90));
  await speaker(await person("Ben", { ...SMALL, devices: true }));
  const ada = await person("Ada", {
    ...SMALL,
    own: { drop: [AUTOPLAY, UI], add: [`${AUTOPLAY}=document-user-activation-required`] },
  });
  const first = await atTheDoor(ada);
  await ada.page.getByRole("button", { name: "Nur zuhören" }).click();
  await first.expectInside("main");

  // The tab comes back by itself, as after a restart of the browser: nobody has clicked in it.
  const kept = await ada.page.evaluate(() => ({ ...sessionStorage }));
  await ada.page.close();
  const restored = await ada.context.newPage();
  await restored.addInitScript((entries) => {
    for (const [key, value] of Object.entries(entries)) sessionStorage.setItem(key, String(value));
  }, kept);
  await restored.goto(`${baseUrl}/room/${EVENT}`);
  const room = new RoomPage(restored);
  // The tools of the test count as clicks of the person, and a page that was clicked may play: until the person's own
  // click everything is read in a way that counts for nothing.
  const quiet = await ada.context.newCDPSession(restored);
  const expression = `(() => {
    const { canPlay, roomKind, state } = document.querySelector("[data-testid=room-state]")?.dataset ?? {};
    const card = document.querySelector("[data-testid=sound-unlock]")?.innerText ?? "";
    return [canPlay, roomKind, state, card].join(" | ");
  })()`;
  const told = async () => (await quiet.send("Runtime.evaluate", { expression })).result.value;
  await expect
    .poll(told, { timeout: patience(60) })
    .toMatch(/^false \| main \| live \| .*wartet auf einen Klick, bevor er Ton abspielt\..*Ton einschalten/s);
  const card = restored.getByTestId("sound-unlock");
  await restored.getByRole("heading", { level: 1 }).click();
  await room.expectFact("can-play", "true");
  await expect(card).toHaveCount(0);
  const isPlaying = () =>
    restored.evaluate(() => {
      const voices = [...document.querySelectorAll("[data-testid=room-audio] audio")];
      return voices.some((one) => one instanceof HTMLAudioElement && !one.paused);
    });
  await expect.poll(isPlaying).toBe(true);
  await room.expectToHear();
});
