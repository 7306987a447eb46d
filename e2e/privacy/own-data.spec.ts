import type { Page } from "@playwright/test";
import { z } from "zod";
import { expectNoViolations } from "../fixtures/accessibility";
import { countOf, sql } from "../fixtures/database";
import { linkIn, mailOfKind, mailsTo } from "../fixtures/mailbox";
import { expect, test } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";
import { register } from "../pages/registering";
import { freshAddress } from "../security/registering-over-http";

/** Published, ahead, with seats. */
const EVENT = "befunde-in-einer-stunde";

/** By the mailed link, as the page asks for it. */
async function signInByMail(page: Page, email: string, ask: () => Promise<void>): Promise<void> {
  const known = new Set((await mailsTo(email)).map(({ id }) => id));
  await ask();
  await page.goto(linkIn(await mailOfKind(email, "signin.requested", known), "/l/"));
  await page.getByRole("button", { name: "Jetzt einloggen" }).click();
}

async function openMyData(page: Page, email: string): Promise<void> {
  await signInByMail(page, email, async () => {
    await page.goto("/login?next=/me/data");
    await page.getByRole("textbox", { name: "E-Mail-Adresse" }).fill(email);
    await page.getByRole("button", { name: "Link und Code schicken" }).click();
  });
  await expect(page.getByRole("heading", { level: 1, name: "Meine Daten" })).toBeVisible();
}

/** As if the sign-in had been an hour ago. */
const age = (email: string) =>
  sql(
    z.object({}),
    `update logins set created_at = created_at - interval '1 hour'
      where person_id = (select id from people where email = $1) returning session_token as token`,
    [email],
  );

test("P11: the copy of one's data, to read and as a file, only shortly after signing in, without JavaScript", async ({
  person,
}) => {
  const rosa = await person("Rosa", { javaScript: false });
  const { page, email } = rosa;
  await register(rosa, EVENT);
  await openMyData(page, email);
  await page.getByRole("link", { name: "Kopie ansehen" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Kopie meiner Daten" })).toBeVisible();
  await expect(page.locator("main")).toContainText(email);

  await page.goto("/me/data");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Als Datei (JSON) herunterladen" }).click();
  expect((await download).suggestedFilename()).toBe("plenum-daten.json");

  await age(email);
  await page.goto("/me/data/copy");
  await expect(page).toHaveURL(/\/me\/data$/);
  await expect(page.getByRole("button", { name: "Als Datei (JSON) herunterladen" })).toHaveCount(0);
  await signInByMail(page, email, () =>
    page.getByRole("button", { name: "Link zum Einloggen schicken" }).click(),
  );
  await expect(page).toHaveURL(/\/me\/data$/);
  await expect(page.getByRole("button", { name: "Als Datei (JSON) herunterladen" })).toBeVisible();
});

test("P12: erasing oneself asks for the own address, and then nothing is left", async ({ person }) => {
  const karl = await person("Karl", { javaScript: false });
  const { page, email } = karl;
  await register(karl, EVENT);
  await openMyData(page, email);
  await page.getByText("Was gelöscht wird").click();
  await expect(page.getByText("Wird gelöscht", { exact: true })).toBeVisible();
  const typed = page.getByLabel("Zur Bestätigung: Ihre E-Mail-Adresse");
  await typed.fill("jemand-anders@example.org");
  await page.getByRole("button", { name: "Alles endgültig löschen" }).click();
  await expect(typed).toHaveAttribute("aria-invalid", "true");
  expect(await countOf("registrations where email = $1", [email])).toBe(1);

  await typed.fill(email);
  await page.getByRole("button", { name: "Alles endgültig löschen" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Ihre Daten sind gelöscht" })).toBeVisible();
  expect(await countOf("registrations where email = $1", [email])).toBe(0);
  await page.goto("/me/data");
  await expect(page).toHaveURL(/\/login/);
});

test("P13: a new address counts once its own mailbox has confirmed it, and reading the mail changes nothing", async ({
  person,
}) => {
  const { page, email } = await person("Nora");
  const next = freshAddress("umgezogen");
  await openMyData(page, email);
  await page.getByLabel("Neue E-Mail-Adresse").fill(next.toUpperCase());
  await page.getByRole("button", { name: "Bestätigung schicken" }).click();
  await expect(page.getByText("Wir haben eine Nachricht an die neue Adresse geschickt.")).toBeVisible();
  const link = linkIn(await mailOfKind(next, "email.requested"), "/a/");
  const scanner = new Visitor();
  for (let turn = 0; turn < 2; turn++)
    expect((await scanner.ask(new URL(link).pathname)).location).toBe("/me/data/address");
  await page.goto(link);
  await expect(page).toHaveURL(/\/me\/data\/address$/);
  await expectNoViolations(page, "confirming an address");
  await page.getByRole("button", { name: "Adresse bestätigen" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Ihre Adresse ist geändert" })).toBeVisible();
  await expect(page).toHaveURL(/\/me\/data\/address\?done=changed$/);
  await mailOfKind(email, "email.changed");
  await page.goto(link);
  await expect(page.getByText("Dieser Link gilt nicht mehr.")).toBeVisible();
  await openMyData(page, next);
});
