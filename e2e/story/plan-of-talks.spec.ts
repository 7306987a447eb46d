import type { Page } from "@playwright/test";
import { expectNoViolations } from "../fixtures/accessibility";
import { patience } from "../fixtures/environment";
import { eventWithTalks } from "../fixtures/event-with-talks";
import { expect, test } from "../fixtures/test";
import { signInAs } from "../pages/desk-page";
import { focused, grid, heard, inHand, kindOf, walkTo } from "../pages/plan-page";

async function makePlan(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Planen …" }).click();
  await expect(page.getByRole("dialog", { name: "Planen" })).toBeVisible();
  await expectNoViolations(page, "the dialog before planning");
  await page.getByRole("button", { name: "Planung starten" }).click();
  const result = page.getByRole("dialog", { name: "Ergebnis der Planung" });
  await expect(result).toBeVisible({ timeout: patience(90) });
  await expect(result.getByText(/platziert$/).first()).toBeVisible();
  await expectNoViolations(page, "the result of planning");
  await result.getByRole("button", { name: "Als Entwurf übernehmen" }).click();
  await expect(result).toBeHidden();
  await expect(page.getByText(/\d+ geändert → \d+ Mails/)).toBeVisible();
}

test("an organizer plans the talks, moves one by the keyboard, locks it and publishes", async ({
  person,
}) => {
  test.setTimeout(patience(240));
  const event = await eventWithTalks({ people: 10, slots: 8, wishes: 2 });
  const { page } = await person("Henrike");
  await signInAs(page, "organizer");
  await page.goto(`${event.page}/plan`);
  await test.step("a plan becomes a draft", () => makePlan(page));

  await test.step("a talk moves by keys alone, is heard of, and comes back", async () => {
    await grid(page).locator("[data-cell][tabindex='0']").focus();
    const from = await walkTo(page, "ArrowRight", "talk");
    await page.keyboard.press("Enter");
    await expect(inHand(page)).toBeVisible();
    await expect(heard(page)).toHaveText(/ausgewählt\. /);
    await expectNoViolations(page, "a selected talk");
    await page.keyboard.press("Home");
    const to = await walkTo(page, "ArrowRight", "legal");
    await page.keyboard.press("Enter");
    await expect(kindOf(page, to)).toHaveAttribute("data-kind", "talk");
    await expect(kindOf(page, from)).toHaveAttribute("data-kind", "free");
    await expect(heard(page)).toHaveText(/^Verschoben: .+ × .+, jetzt /);
    await expect(focused(page)).toHaveAttribute("data-cell", to);

    const undo = page.getByRole("button", { name: "Rückgängig" });
    await expect(page.getByText(/^Rückgängig heißt: .+ kommt zurück auf /)).toBeVisible();
    await undo.focus();
    await page.keyboard.press("Enter");
    await expect(kindOf(page, from)).toHaveAttribute("data-kind", "talk");
    await expect(heard(page)).toHaveText(/^Rückgängig gemacht\. .+ kommt zurück auf /);
    await expect(undo).toBeFocused();
    await expect(undo).toHaveAttribute("aria-disabled", "true");
  });

  await test.step("the choice of a time leads to where the talk is then", async () => {
    await kindOf(
      page,
      (await grid(page).locator("[data-kind='talk']").first().getAttribute("data-cell")) ?? "",
    ).focus();
    await page.keyboard.press("Enter");
    const times = inHand(page).getByLabel("Verschieben nach …");
    const open = times.locator("option:not([disabled]):not([value=''])");
    const slot = (await open.first().getAttribute("value")) ?? "";
    await times.selectOption(slot);
    await inHand(page).getByRole("button", { name: "Verschieben" }).click();
    await expect(focused(page)).toHaveAttribute("data-cell", new RegExp(`-${slot}$`));
    await expect(focused(page)).toHaveAttribute("data-kind", "talk");
  });

  await test.step("and by the pointer", async () => {
    const talk = grid(page).locator("[data-kind='talk']").first();
    await talk.click();
    const open = grid(page).locator("[data-kind='legal']").first();
    const to = (await open.getAttribute("data-cell")) ?? "";
    await grid(page).locator("[data-kind='source']").first().dragTo(open);
    await expect(kindOf(page, to)).toHaveAttribute("data-kind", "talk");
  });

  await test.step("a locked talk says so and stays", async () => {
    await page.getByRole("button", { name: "Liste" }).click();
    await page
      .getByRole("button", { name: /^Auswählen: / })
      .first()
      .click();
    const bar = inHand(page);
    await expect(bar).toBeFocused();
    await bar.getByRole("button", { name: "Festhalten" }).click();
    await expect(bar.getByRole("button", { name: "Lösen" })).toBeVisible();
    await expect(bar.getByRole("button", { name: "Festhalten" })).toBeHidden();
    await expect(heard(page)).toHaveText(/^Festgehalten: /);
    await expect(bar.getByRole("option", { name: /festgehalten/ }).first()).toBeDisabled();
    await expect(bar.getByRole("button", { name: "Herausnehmen …" })).toBeHidden();
    await bar.getByRole("button", { name: "Abbrechen" }).click();
    await expect(page.getByRole("button", { name: /^Auswählen: / }).first()).toBeFocused();
    await expectNoViolations(page, "the list of talks");
  });

  await test.step("nothing is public before it is published, with what it changes", async () => {
    await page.getByRole("button", { name: "Veröffentlichen …" }).click();
    const dialog = page.getByRole("dialog", { name: "Plan veröffentlichen?" });
    await expect(dialog.getByText(/\d+ geändert → \d+ Mails/)).toBeVisible();
    await dialog.getByRole("button", { name: "Veröffentlichen" }).click();
    await expect(page.getByText("Fassung 1 ist veröffentlicht; ")).toBeVisible();
    await expect(heard(page)).toHaveText(/^Fassung 1 ist veröffentlicht\. \d+ Mails gehen hinaus\.$/);
    await expect(
      page.getByRole("button", { name: "Neuer Entwurf auf Grundlage von Fassung 1" }),
    ).toBeFocused();
    await expectNoViolations(page, "a published plan");
    await page.getByRole("button", { name: "Jetzt" }).click();
    await expect(page.getByText(/^Als Nächstes: /)).toBeVisible();
    await expectNoViolations(page, "the talks of the moment");
  });

  await test.step("the plan leaves as a file", async () => {
    await page.getByText("Plan herunterladen").click();
    for (const [button, file] of [
      ["Excel", /^gespraeche-.*\.csv$/],
      ["PDF je Person", /^gespraeche-.*\.pdf$/],
    ] as const) {
      const saved = page.waitForEvent("download");
      await page.getByRole("button", { name: button }).click();
      expect((await saved).suggestedFilename()).toMatch(file);
    }
  });
});
