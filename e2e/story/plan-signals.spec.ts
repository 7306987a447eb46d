import type { Page } from "@playwright/test";
import { patience } from "../fixtures/environment";
import { eventWithTalks } from "../fixtures/event-with-talks";
import { expect, test } from "../fixtures/test";
import { signInAs } from "../pages/desk-page";
import { kindOf } from "../pages/plan-page";

async function takeOut(page: Page): Promise<void> {
  await kindOf(page, "0-0").focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Herausnehmen …" }).click();
  await page
    .getByRole("dialog", { name: "Aus dem Zeitplan nehmen?" })
    .getByRole("button", { name: "Herausnehmen" })
    .click();
  await expect(kindOf(page, "0-0")).toHaveAttribute("data-kind", "free");
}

test("what one organizer changes in a plan stands in the other's page without a reload, by the desk's stream", async ({
  person,
}) => {
  test.setTimeout(patience(120));
  const event = await eventWithTalks({ people: 8, slots: 6, drafted: true });
  const [{ page: mine }, { page: theirs }] = [await person("Henrike"), await person("Ole")];
  for (const page of [mine, theirs]) {
    await signInAs(page, "organizer");
    const stream = page.waitForRequest((request) => request.url().includes("/api/stream?desk="));
    await page.goto(`${event.page}/plan?view=people`);
    expect((await (await stream).response())?.status()).toBe(200);
    await expect(kindOf(page, "0-0")).toHaveAttribute("data-kind", "talk");
  }
  await takeOut(mine);
  await expect(kindOf(theirs, "0-0")).toHaveAttribute("data-kind", "free");
  await theirs.getByRole("button", { name: "Rückgängig" }).click();
  await expect(kindOf(mine, "0-0")).toHaveAttribute("data-kind", "talk");
});
