import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { z } from "zod";
import { expectNoViolations } from "../fixtures/accessibility";
import { countOf } from "../fixtures/database";
import { decideOnDevices } from "../fixtures/device-permission";
import { baseUrl, patience } from "../fixtures/environment";
import { hostsOf } from "../fixtures/hosts";
import { readMedia } from "../fixtures/media-probe";
import { expect, type Person, test } from "../fixtures/test";
import { openRegistration, register } from "../pages/registering";
import { RoomPage } from "../pages/room-page";

/** Live all day; everybody may speak. */
const LIVE = "angebote-treffen-gesuche";
const UI = "--use-fake-ui-for-media-stream";
const livekit = () => new URL(process.env.LIVEKIT_URL ?? "").host;

const card = (page: Page, name: string): Locator => page.getByTestId(`check-${name}`);
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const found = (page: Page, name: string, text: string | RegExp) =>
  expect(card(page, name).getByRole("status").last()).toContainText(text, { timeout: patience(25) });

async function savedReport(page: Page, button: string): Promise<{ name: string; text: string }> {
  const coming = page.waitForEvent("download");
  await press(page, button);
  const file = await coming;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

const heldBy = ({ context, page }: Person) =>
  Promise.all([context.cookies(), page.evaluate(() => localStorage.length + sessionStorage.length)]);

test("every check starts with a press, finds what is there, and its report leaves the page as a file only", async ({
  person,
}) => {
  test.setTimeout(patience(90));
  const ada = await person("Ada", { devices: true });
  const { page } = ada;
  const hosts = hostsOf(page);
  await page.goto("/technik");
  await expect(page.getByRole("button", { name: "Kamera prüfen" })).toBeVisible();
  expect((await readMedia(page)).getUserMedia, "devices asked for without a press").toBe(0);
  await expect(page.getByText("nicht geprüft", { exact: true })).toHaveCount(5);

  await press(page, "Browser prüfen");
  await found(page, "browser", "Browser: in Ordnung");

  await press(page, "Kamera prüfen");
  await found(page, "camera", /Kamera: in Ordnung.*Bild mit \d{3,4} × \d{3,4} Punkten/s);
  await expect(card(page, "camera").getByRole("combobox", { name: "Kamera" })).toBeVisible();
  expect((await readMedia(page)).getUserMedia).toBe(1);

  // The microphone takes over: a camera that nobody looks at goes off.
  await press(page, "Mikrofon prüfen");
  await found(page, "microphone", "Mikrofon: in Ordnung");
  await expect(page.getByRole("button", { name: "Kamera prüfen" })).toBeVisible();
  await expect(card(page, "camera").locator("video")).toHaveCount(0);
  await press(page, "Mikrofon ausschalten");
  await expect(card(page, "microphone").getByRole("meter")).toHaveCount(0);

  await press(page, "Töne abspielen");
  await press(page, "Ja, gehört");
  await found(page, "speaker", "Lautsprecher: in Ordnung");

  await press(page, "Verbindung prüfen");
  await found(page, "connection", /Verbindung zu Plenum: in Ordnung.*antwortet in \d+ ms/s);
  await found(page, "connection", /Raumserver: in Ordnung.*nach \d+ ms eingelassen/s);
  await found(page, "connection", /Weg für Ton und Bild: in Ordnung.*über UDP.* in \d+ ms/s);
  expect((await readMedia(page)).getUserMedia, "the connection asks for no device").toBe(2);
  await expectNoViolations(page, "technical test with findings");

  const report = await savedReport(page, "Bericht herunterladen");
  expect(report.name).toMatch(/^plenum-technik-\d{4}-\d\d-\d\d\.txt$/);
  for (const part of ["Browser", "Kamera", "Mikrofon", "Lautsprecher", "Verbindung zu Plenum", "Raumserver"])
    expect(report.text).toMatch(new RegExp(`${part}: in Ordnung`));
  expect(report.text).toContain("(Europe/Berlin)");
  expect(report.text).toMatch(/ Uhr (MEZ|MESZ)/);
  expect(report.text).toContain("Mozilla/5.0");
  expect(report.text, "names of devices").not.toMatch(/fake/i);
  expect(report.text.replace(/Mozilla.*/, ""), "network addresses").not.toMatch(/\d+\.\d+\.\d+\.\d+/);

  const own = new Set([new URL(baseUrl).host, livekit()]);
  expect([...hosts].filter((host) => !own.has(host))).toEqual([]);
  expect(hosts.has(livekit()), "the room server was reached").toBe(true);
  expect(await heldBy(ada), "cookies and storage").toEqual([[], 0]);
  expect(
    await countOf("webhook_receipts where room_name like 'check-%'"),
    "what the room server told of it",
  ).toBe(0);
});

test("the way of media goes through servers of ours alone: none of another is named to the browser", async ({
  person,
}) => {
  const { page } = await person("Ada");
  // What is closed when the test ends cannot be asked afterwards, so each connection tells its servers when it is made.
  await page.addInitScript(() => {
    const servers: string[] = [];
    Object.assign(window, { namedServers: servers });
    const Original = window.RTCPeerConnection;
    window.RTCPeerConnection = class extends Original {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        servers.push(...(configuration?.iceServers ?? []).flatMap(({ urls }) => urls));
      }
      override setConfiguration(configuration?: RTCConfiguration): void {
        servers.push(...(configuration?.iceServers ?? []).flatMap(({ urls }) => urls));
        super.setConfiguration(configuration);
      }
    };
  });
  await page.goto("/technik");
  await press(page, "Verbindung prüfen");
  await found(page, "connection", "Weg für Ton und Bild: in Ordnung");
  const named = z.array(z.string()).parse(await page.evaluate("window.namedServers"));
  expect(named.length, "servers were named at all").toBeGreaterThan(0);
  expect(named.filter((one) => !/^(stun|turns?):(127\.0\.0\.1|localhost)[:?]/.test(one))).toEqual([]);
});

test("what fails is said in words with what to do about it, in English too", async ({ person }) => {
  test.setTimeout(patience(90));
  const ben = await person("Ben", { locale: "en-GB", own: { drop: [UI] } });
  const { page } = ben;
  // As behind a firewall that lets pages through and no sockets.
  await page.routeWebSocket(
    (url) => url.host === livekit(),
    (socket) => void socket.close(),
  );
  await page.goto("/en/technik");
  await decideOnDevices(ben, "denied");
  await press(page, "Check camera");
  await found(page, "camera", /Camera: does not work.*Open the icon left of the address/s);
  await press(page, "Play tones");
  await press(page, "No");
  await found(page, "speaker", /does not work.*Check the volume/s);

  await press(page, "Check connection");
  await found(page, "connection", /room server: does not work.*firewall or VPN/s);
  await found(page, "connection", "Route for sound and picture: not checked");

  await page.route("**/healthz", (route) => route.abort());
  await press(page, "Check connection");
  await found(page, "connection", /Connection to Plenum: does not work/);
  await found(page, "connection", "was not checked, because Plenum could not be reached");
  await expectNoViolations(page, "technical test with failures");
  const { name, text } = await savedReport(page, "Download report");
  expect(name).toMatch(/^plenum-technology-/);
  expect(text).toContain("Camera: does not work");
  expect(text).toContain("Microphone: not checked");
});

test("without JavaScript the page says what is needed, and offers nothing that would not work", async ({
  person,
}) => {
  const { page } = await person("Cem", { javaScript: false });
  await page.goto("/technik");
  await expect(page.locator("main noscript .notice")).toContainText("Der Test braucht JavaScript.");
  await expect(page.getByRole("heading", { name: "Was Sie brauchen" })).toBeVisible();
  await expect(page.getByRole("main").getByRole("button")).toHaveCount(0);
});

test("it can be done with the keyboard on a window of 320 px, and nothing moves sideways", async ({
  person,
}) => {
  const { page } = await person("Dana", { devices: true, viewport: { width: 320, height: 640 } });
  await page.goto("/technik");
  const buttons = page.getByRole("main").getByRole("button");
  await expect(buttons.first()).toBeVisible();
  await buttons.first().focus();
  await page.keyboard.press("Enter");
  await found(page, "browser", "in Ordnung");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Kamera prüfen" })).toBeFocused();
  await page.keyboard.press("Enter");
  await found(page, "camera", "in Ordnung");
  // The same button switches it off again, so that nobody has to look for it.
  await expect(page.getByRole("button", { name: "Kamera ausschalten" })).toBeFocused();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(320);
});

test("the own registration, the lobby and the contact page lead to it", async ({ person }) => {
  const eva = await person("Eva");
  const { page } = eva;
  const link = page.getByRole("main").locator("a[href='/technik']");
  await register(eva, LIVE);
  await expect(link).toBeVisible();
  await openRegistration(eva);
  await expect(link).toBeVisible();
  await new RoomPage(page).open(LIVE);
  await expect(link).toBeVisible();
  await page.goto("/kontakt");
  await link.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Technik testen");
});
