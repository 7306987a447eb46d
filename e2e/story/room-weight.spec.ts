import type { Page } from "@playwright/test";
import { z } from "zod";
import { patience } from "../fixtures/environment";
import { expect, test } from "../fixtures/test";
import { holdWorkshop } from "../pages/live-event";

/** What a room page may load before anybody wants a background behind themselves, compressed as it travels. */
const MOST_BYTES = 450_000;
const PANELS = ["people", "chat", "questions", "polls", "breakouts", "console"] as const;

const file = z.object({ name: z.string(), encodedBodySize: z.number() });

/** Bytes of every script that this page has loaded. */
async function scriptsOf(page: Page): Promise<Map<string, number>> {
  const loaded = await page.evaluate(() =>
    performance.getEntriesByType("resource").map((one): unknown => one.toJSON()),
  );
  const files = z.array(file).parse(loaded);
  const scripts = files.filter(({ name }) => /\.js$/.test(new URL(name).pathname));
  return new Map(scripts.map(({ name, encodedBodySize }) => [new URL(name).pathname, encodedBodySize]));
}

test("a room page is 450 kB of JavaScript at most, with every panel open and before it puts backgrounds behind people", async ({
  person,
}) => {
  test.setTimeout(patience(120));
  const henrike = await person("Henrike", { devices: true });
  const { page } = henrike;
  // Comes from another page: what the room loads by itself is counted from the first byte of its own document.
  const { slug, room } = await holdWorkshop(henrike, "Leicht");
  await room.open(slug);
  await room.expectInside("main");
  for (const panel of PANELS) await room.openPanel(panel);
  await room.openCaptions();

  const scripts = await scriptsOf(page);
  // From the cache of the browser a file has its size, too; one without would be counted as nothing.
  expect([...scripts.entries()].filter(([, bytes]) => bytes === 0)).toEqual([]);
  expect(scripts.size).toBeGreaterThan(5);
  const bytes = [...scripts.values()].reduce((sum, one) => sum + one, 0);
  test.info().annotations.push({ type: "JavaScript of a room page", description: `${bytes} bytes` });
  expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
  expect([...scripts.keys()].filter((path) => path.startsWith("/vision/"))).toEqual([]);
});
