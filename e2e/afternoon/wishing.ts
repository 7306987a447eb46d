import { expect, type Page } from "@playwright/test";
import { patience } from "../fixtures/environment";
import { type Afternoon, done, json, pageOf, personOf, slotIn } from "./afternoon";
import { DORA, inFirstSlotAlone, limited, SLOTS, wishes } from "./script";

/** Whom people have to, want to or will not meet, and when two of them have no time. */
export async function wishOverHttp(afternoon: Afternoon): Promise<void> {
  const eventId = afternoon.event.id;
  for (const { from, to, wish } of wishes) {
    const said = { eventId, personId: personOf(afternoon, to).personId, wish };
    const answer = await personOf(afternoon, from).visitor.ask("/api/me/wishes", {
      json: said,
      headers: json,
    });
    done(answer, `${from} wishes for ${to}`);
  }
  for (const nth of inFirstSlotAlone) {
    const marks = Array.from({ length: SLOTS - 1 }, (_, at) => `blocked ${slotIn(afternoon, at + 1)}`);
    const said = { eventId, marks };
    done(
      await personOf(afternoon, nth).visitor.ask("/api/me/times", { json: said, headers: json }),
      "the times",
    );
  }
}

/** Dora wishes for whom she is suggested first, on the card itself. */
export async function wishInBrowser(afternoon: Afternoon): Promise<void> {
  const page = pageOf(afternoon, DORA);
  const wish = page.getByText("Für den Gesprächsplan").first();
  // The worker works suggestions out; until it has, there are none.
  await expect(async () => {
    await page.goto(`/me/talks?event=${afternoon.event.slug}`);
    await expect(wish).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: patience(60) });
  await wish.click();
  await page
    .getByRole("button", { name: /^gern treffen: / })
    .first()
    .click();
  await expect(page.getByText("Ihr Wunsch ist notiert.")).toBeVisible();
}

async function limitInPage(afternoon: Afternoon, page: Page): Promise<void> {
  await page.getByText("Vorgaben für einzelne Personen").click();
  const form = page.locator("form").filter({ has: page.locator("#limit-person") });
  await form.locator("#limit-person").selectOption(personOf(afternoon, limited.person).personId);
  await form.getByRole("spinbutton", { name: "Höchstens" }).fill(`${limited.most}`);
  await form.getByRole("button", { name: "Festlegen" }).click();
  await expect(page.getByText("Festgelegt für die nächste Planung.").first()).toBeVisible();
}

/** What the page says that publishing changes, and how many people hear of it. */
export type Difference = { changed: number; mails: number };

/** In the organizer's browser: one person's limit, a plan by the worker, the draft, and out to everybody. */
export async function planInBrowser(afternoon: Afternoon, page: Page): Promise<Difference> {
  await page.goto(`${afternoon.event.page}/plan`);
  await limitInPage(afternoon, page);
  await page.getByRole("button", { name: "Planen …" }).click();
  const dialog = page.getByRole("dialog", { name: "Planen" });
  await dialog.getByRole("combobox", { name: "So lange wird höchstens gesucht" }).selectOption("10");
  await dialog.getByRole("button", { name: "Planung starten" }).click();
  const result = page.getByRole("dialog", { name: "Ergebnis der Planung" });
  await expect(result).toBeVisible({ timeout: patience(60) });
  await result.getByRole("button", { name: "Als Entwurf übernehmen" }).click();
  await expect(result).toBeHidden();
  const difference = page.getByText(/^\d+ geändert → \d+ Mails?$/).first();
  const [changed = 0, mails = 0] = ((await difference.textContent()) ?? "").match(/\d+/g)?.map(Number) ?? [];
  await page.getByRole("button", { name: "Veröffentlichen …" }).click();
  const asked = page.getByRole("dialog", { name: "Plan veröffentlichen?" });
  await asked.getByRole("button", { name: "Veröffentlichen" }).click();
  await expect(page.getByText("Fassung 1 ist veröffentlicht").first()).toBeVisible();
  return { changed, mails };
}
