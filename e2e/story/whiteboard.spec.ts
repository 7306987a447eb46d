import type { Locator, Page } from "@playwright/test";
import { z } from "zod";
import { patience } from "../fixtures/environment";
import { expect, type Person, test } from "../fixtures/test";
import { holdWorkshop, joinLive } from "../pages/live-event";

const withDevices = { devices: true, viewport: { width: 1000, height: 700 } };
const drawing = z.object({ elements: z.array(z.object({ type: z.string() })) });

async function openBoard({ page }: Pick<Person, "page">, panel: Locator): Promise<Locator> {
  await panel.getByRole("button", { name: "Whiteboard öffnen" }).click();
  const board = page.getByRole("dialog", { name: "Whiteboard" });
  await expect(board.locator("canvas").first()).toBeVisible({ timeout: patience(30) });
  return board;
}

/** Draws a rectangle with the keyboard's tool and the mouse. */
async function drawBox(page: Page, board: Locator): Promise<void> {
  const canvas = board.locator("canvas").last();
  await canvas.click({ position: { x: 300, y: 250 } });
  await page.keyboard.press("r");
  const box = await canvas.boundingBox();
  if (!box) throw new Error("the canvas has no place");
  await page.mouse.move(box.x + 320, box.y + 220);
  await page.mouse.down();
  await page.mouse.move(box.x + 460, box.y + 320, { steps: 5 });
  await page.mouse.up();
}

/** What was saved under this button, byte by byte. */
async function saved(page: Page, button: Locator): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  const parts: Buffer[] = [];
  for await (const part of await download.createReadStream()) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

test("two people draw on the same whiteboard, which is saved as a picture and as a drawing, and asks nobody else for anything", async ({
  person,
}) => {
  test.setTimeout(patience(240));
  const henrike = await person("Henrike", { devices: true });
  const ada = await person("Ada", withDevices);
  const { slug, room: host } = await holdWorkshop(henrike, `Skizze ${crypto.randomUUID().slice(0, 8)}`);
  const adaRoom = await joinLive(ada, slug);
  const foreign: string[] = [];
  ada.page.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^https?:$/.test(protocol) && hostname !== "localhost") foreign.push(request.url());
  });
  const hers = await openBoard(ada, await adaRoom.openPanel("notes"));
  const mine = await openBoard(henrike, await host.openPanel("notes"));
  await drawBox(ada.page, hers);
  await expect(hers.getByTestId("sheet-state")).toHaveAttribute("data-saved", "true", {
    timeout: patience(10),
  });
  // What the other browser has taken in is what it saves.
  const json = mine.getByRole("link", { name: /als Excalidraw-Datei speichern$/ });
  await expect(json).toBeVisible({ timeout: patience(15) });
  const text = (await saved(henrike.page, json)).toString("utf8");
  expect(drawing.parse(JSON.parse(text)).elements).toEqual([{ type: "rectangle" }]);
  const png = await saved(henrike.page, mine.getByRole("button", { name: /als PNG speichern$/ }));
  expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
  const svg = await saved(henrike.page, mine.getByRole("button", { name: /als SVG speichern$/ }));
  expect(svg.toString("utf8")).toMatch(/^<svg/);

  // By keyboard alone it is left again, and focus is where it was opened.
  const close = hers.getByRole("button", { name: /schließen/i });
  await close.focus();
  await close.press("Enter");
  await expect(hers).toHaveCount(0);
  await expect(ada.page.getByRole("button", { name: "Whiteboard öffnen" })).toBeFocused();
  expect(foreign).toEqual([]);
});
