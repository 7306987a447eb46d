import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { z } from "zod";
import { expect, test } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";

const PATH = "/e/schwingungen-verstehen";
/** What may travel before anything is drawn: the page and its styles, compressed. */
const FIRST_BYTES = 40_000;

/** The largest thing drawn so far: its text, the picture it is, and whether it belongs to the page's content. */
const largestPaint = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<{ text: string; picture: string; isContent: boolean }>((resolve) => {
        new PerformanceObserver((list) => {
          const largest = list.getEntries().at(-1);
          if (!(largest instanceof LargestContentfulPaint)) return;
          const { element, url } = largest;
          resolve({
            text: element?.textContent ?? "",
            picture: url,
            isContent: element?.closest("main") !== null,
          });
        }).observe({ type: "largest-contentful-paint", buffered: true });
      }),
  );

const resource = z.object({
  name: z.string(),
  renderBlockingStatus: z.enum(["blocking", "non-blocking"]),
  encodedBodySize: z.number(),
});
async function filesBeforeTheFirstPaint(page: Page) {
  const loaded = await page.evaluate(() =>
    performance.getEntriesByType("resource").map((one): unknown => one.toJSON()),
  );
  return z
    .array(resource)
    .parse(loaded)
    .filter((one) => one.renderBlockingStatus === "blocking");
}

test("B16: the largest paint of an event page is text of its HTML that waits for two style sheets and no script", async ({
  person,
}) => {
  const html = (await new Visitor().ask(PATH)).text;
  const { page, context } = await person("Lotte", { viewport: { width: 390, height: 844 } });
  const devtools = await context.newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.goto(PATH);

  const { text, ...largest } = await largestPaint(page);
  expect(largest).toEqual({ picture: "", isContent: true });
  expect(text.length).toBeGreaterThan(0);
  expect(html).toContain(text);

  const files = await filesBeforeTheFirstPaint(page);
  expect(files.map(({ name }) => new URL(name).pathname.replace(/^.*\./, ""))).toEqual(["css", "css"]);
  expect(
    files.every(({ encodedBodySize }) => encodedBodySize > 0),
    "sizes are told",
  ).toBe(true);
  const bytes = files.reduce((sum, one) => sum + one.encodedBodySize, gzipSync(html).length);
  expect(bytes).toBeLessThanOrEqual(FIRST_BYTES);
  expect(await context.cookies()).toEqual([]);
});
