import { readFileSync } from "node:fs";
import type { Locator } from "@playwright/test";
import { z } from "zod";
import { expect, test } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";
import { signInAs } from "../pages/desk-page";
import { planDraft } from "./planning-over-http";

/** What cannot be, in which field of the desk, and what is wrong with it. */
const WRONG = [
  ["capacity", "-1", "at_least_one"],
  ["capacity", "0", "at_least_one"],
  ["capacity", "1000000000", "too_many"],
  ["capacity", "viele", "whole_number"],
  ["durationMinutes", "-5", "too_short"],
  ["durationMinutes", String(100 * 365 * 1_440), "too_long"],
  ["startsLocal", "2127-03-01T10:00", "too_far_ahead"],
] as const;

/** Sends a form with one wrong value, past what the browser itself would hold up. */
async function send(form: Locator, name: string, value: string): Promise<void> {
  await form.evaluate((element) => element.setAttribute("novalidate", ""));
  await form.locator(`[name=${name}]`).fill(value);
  await form.locator("button[type=submit]").first().click();
}

/** What the catalog says of a wrong field. */
const wordsIn = (locale: "de" | "en") =>
  z
    .object({ fields: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(`messages/${locale}/errors.json`, "utf8"))).fields;

for (const { prefix, fields } of [
  { prefix: "", fields: wordsIn("de") },
  { prefix: "/en", fields: wordsIn("en") },
]) {
  test(`S54: what cannot be is said in words beside its field (${prefix || "de"})`, async ({ person }) => {
    const event = await planDraft(await new Visitor().signInAs("organizer"), "Unmögliches");
    const { page } = await person("Henrike");
    await signInAs(page, "organizer");
    for (const [name, value, problem] of WRONG) {
      // The desk keeps what was refused before for who comes back; here each wrong value stands alone.
      await page.evaluate(() => sessionStorage.clear());
      await page.goto(`${prefix}${event.page}`);
      const mark = name === "capacity" ? "input[name=waitlist]" : "input[name=topics]";
      const form = page.locator("form", { has: page.locator(mark) });
      await send(form, name, value);
      const field = form.locator(`[name=${name}]`);
      await expect(field, `${name} ${value}`).toHaveAttribute("aria-invalid", "true");
      await expect(form, `${name} ${value}`).toContainText(fields[problem] ?? `no text for ${problem}`);
      await expect(field, "what was typed stays").toHaveValue(value);
    }
  });
}
