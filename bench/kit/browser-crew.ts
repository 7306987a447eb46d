import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { probeScripts } from "./browser-probe";
import type { Guest } from "./live-event";
import { writeTone } from "./tone";

export type Crew = {
  /** A browser of its own for one person, with camera and microphone; seen by the app at `address`. */
  page: (base: string, address: string) => Promise<Page>;
  version: string;
  close: () => Promise<void>;
};

const flags = (tone: string) => [
  "--use-fake-device-for-media-stream=fps=10",
  "--use-fake-ui-for-media-stream",
  `--use-file-for-fake-audio-capture=${tone}`,
  "--disable-features=WebRtcHideLocalIpsWithMdns",
  "--autoplay-policy=no-user-gesture-required",
  "--mute-audio",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

/**
 * One Chromium whose microphones give a steady tone and whose cameras give a small moving picture. `more`: further
 * scripts for each page.
 */
export async function startCrew(more: readonly (() => void)[] = []): Promise<Crew> {
  const folder = mkdtempSync(join(tmpdir(), "plenum-tone-"));
  const tone = join(folder, "tone.wav");
  writeTone(tone);
  const executablePath = process.env.BROWSER_PATH || undefined;
  const browser = await chromium.launch({ executablePath, args: flags(tone) });
  const page = async (baseURL: string, address: string): Promise<Page> => {
    const context: BrowserContext = await browser.newContext({
      baseURL,
      locale: "de-DE",
      timezoneId: "Europe/Berlin",
      viewport: { width: 800, height: 600 },
      permissions: ["camera", "microphone"],
      extraHTTPHeaders: { "x-forwarded-for": address },
    });
    for (const script of [...probeScripts, ...more]) await context.addInitScript(script);
    const opened = await context.newPage();
    opened.setDefaultTimeout(60_000);
    return opened;
  };
  const close = async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { page, version: browser.version(), close };
}

/** Waits until the room page says so about itself. */
export const expectFact = (page: Page, fact: string, value: string) =>
  page.locator(`[data-testid="room-state"][data-${fact}="${value}"]`).waitFor({ state: "attached" });

/** Opens the room by the personal link and waits for the card with the preview. */
export async function openPrejoin(crew: Crew, base: string, guest: Guest): Promise<Page> {
  const page = await crew.page(base, guest.address);
  await page.goto(guest.link);
  await expectFact(page, "cam", "on");
  await page.getByRole("button", { name: /^Eintreten/ }).waitFor();
  return page;
}

export const enter = (page: Page) => page.getByRole("button", { name: /^Eintreten/ }).click();

export const readProbe = (page: Page) =>
  page.evaluate(() => {
    const { clickedAt, frames, sounds } = window.benchProbe;
    return { clickedAt, frames, sounds };
  });

/** Resolves with the time of the first frame of somebody else after the click. */
export async function firstFrameMs(page: Page): Promise<number> {
  await page.waitForFunction(() => window.benchProbe.frames.length > 0, undefined, { polling: 50 });
  const { clickedAt, frames } = await readProbe(page);
  const first = frames[0];
  if (first === undefined || clickedAt === 0) throw new Error("no click or no frame");
  return first - clickedAt;
}
