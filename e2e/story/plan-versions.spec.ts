import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expectNoViolations } from "../fixtures/accessibility";
import { baseUrl, patience } from "../fixtures/environment";
import { eventWithTalks } from "../fixtures/event-with-talks";
import { hostsNamedIn, hostsOf } from "../fixtures/hosts";
import { expect, test } from "../fixtures/test";
import { signInAs } from "../pages/desk-page";
import { kindOf } from "../pages/plan-page";

async function publish(page: Page, version: number): Promise<void> {
  await page.getByRole("button", { name: "Veröffentlichen …" }).click();
  await page
    .getByRole("dialog", { name: "Plan veröffentlichen?" })
    .getByRole("button", { name: "Veröffentlichen" })
    .click();
  await expect(
    page.getByText(`Fassung ${version} ist veröffentlicht; es gibt keinen Entwurf.`),
  ).toBeVisible();
}

test("each published plan can be looked at again as it stood, and taken along", async ({ person }) => {
  test.setTimeout(patience(120));
  const event = await eventWithTalks({ people: 8, slots: 6, drafted: true });
  const { page } = await person("Henrike");
  await signInAs(page, "organizer");
  await page.goto(`${event.page}/plan?view=people`);
  await expect(page.getByText("Veröffentlichte Fassungen", { exact: false })).toHaveCount(0);
  await publish(page, 1);
  await page.getByRole("button", { name: "Neuer Entwurf auf Grundlage von Fassung 1" }).click();
  await kindOf(page, "0-0").focus();
  await page.keyboard.press("Enter");
  await kindOf(page, "0-1").click();
  await expect(kindOf(page, "0-1")).toBeFocused();
  await publish(page, 2);

  await page.getByText("Veröffentlichte Fassungen (2)").click();
  const versions = page.getByRole("listitem").filter({ hasText: /^Fassung \d/ });
  await expect(versions).toHaveText([/1 verschoben/, /[1-9]\d* neu/]);
  await expect(versions.first()).toContainText("veröffentlicht von");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Excel: Fassung 1" }).click();
  const file = await readFile(await (await download).path(), "utf8");

  const spoken = hostsOf(page);
  await page.getByRole("link", { name: "Ansehen: Fassung 1" }).click();
  await expect(page.getByRole("heading", { name: "Gesprächsplan, Fassung 1" })).toBeVisible();
  const rows = page.getByRole("table").getByRole("row");
  expect(await rows.count()).toBe(file.trim().split("\r\n").length);
  const old = await rows.allInnerTexts();
  await expectNoViolations(page, "a published version of the plan");
  const foreign = [...spoken, ...(await hostsNamedIn(page))].filter((host) => host !== new URL(baseUrl).host);
  expect(foreign, "B18: nobody else is spoken to or named").toEqual([]);
  await page.goto(`${event.page}/plan/versions/2`);
  await expect(page.getByRole("heading", { name: "Gesprächsplan, Fassung 2" })).toBeVisible();
  expect(await rows.allInnerTexts(), "one talk is at another time").not.toEqual(old);
  expect((await page.goto(`${event.page}/plan/versions/3`))?.status()).toBe(404);
});
