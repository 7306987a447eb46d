import { chromium } from "@playwright/test";
import { type Times, timesOf } from "../kit/statistics";

const SLOWER = 4;

/**
 * Milliseconds until the largest paint of a page (LCP, as Chromium tells it) on a phone whose CPU is four times slower, in a
 * browser that has seen nothing before. `loads` cold visits, one after the other.
 */
export async function paintOf(base: string, path: string, loads: number): Promise<Times> {
  const args = ["--disable-gpu", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
  const browser = await chromium.launch({ executablePath: process.env.BROWSER_PATH || undefined, args });
  const durations: number[] = [];
  for (let load = 0; load < loads; load += 1) {
    const context = await browser.newContext({ baseURL: base, viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    await page.goto(path, { waitUntil: "networkidle" });
    durations.push(await page.evaluate(largestPaintMs));
    await context.close();
  }
  await browser.close();
  return timesOf(durations);
}

/** Runs in the page. */
const largestPaintMs = () =>
  new Promise<number>((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN)).observe({
      type: "largest-contentful-paint",
      buffered: true,
    });
  });
