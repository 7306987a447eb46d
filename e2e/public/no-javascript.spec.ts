import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { linkIn, mailOfKind } from "../fixtures/mailbox";
import { expect, test } from "../fixtures/test";
import { openRegistration, register } from "../pages/registering";
import { agree, takeTalks } from "../pages/talks";

/** Published, ahead, with seats. */
const EVENT = "befunde-in-einer-stunde";

/** Where each form of a page was sent from now on, and with what status it was answered. */
function formsSent(page: Page): [string, number][] {
  const sent: [string, number][] = [];
  page.on("response", (response) => {
    if (response.request().method() !== "POST") return;
    sent.push([new URL(response.url()).pathname, response.status()]);
  });
  return sent;
}
/** Every form posts to a route handler, which answers 303: going back or reloading never sends it again. */
function expectSeeOther(sent: readonly [string, number][], forms: number): void {
  expect(sent).toHaveLength(forms);
  for (const [path, status] of sent) {
    expect(path).toMatch(/^\/api\//);
    expect(status, path).toBe(303);
  }
}

test("B03: registering, changing and cancelling work without JavaScript", async ({ person }) => {
  const ole = await person("Ole", { javaScript: false });
  const { page } = ole;
  const sent = formsSent(page);
  await page.goto(`/e/${EVENT}`);
  await expect(page.getByRole("heading", { name: "Ablauf" })).toBeVisible();

  // A refused form keeps what was typed and says what is wrong beside the field.
  await page.getByRole("textbox", { name: "Name" }).fill("Ole Beispiel");
  await page.getByRole("textbox", { name: "E-Mail" }).fill("ole@");
  await page.getByRole("button", { name: "Verbindlich anmelden" }).click();
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("Ole Beispiel");
  const email = page.getByRole("textbox", { name: "E-Mail" });
  await expect(email).toHaveValue("ole@");
  await expect(email).toHaveAttribute("aria-invalid", "true");

  await register(ole, EVENT);
  await openRegistration(ole);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.getByRole("textbox", { name: /^Organisation/ }).fill("Musterwerft");
  await page.getByRole("button", { name: "Änderungen speichern" }).click();
  await expect(page.getByText("Ihre Änderungen sind gespeichert.")).toBeVisible();
  await expect(page.getByRole("textbox", { name: /^Organisation/ })).toHaveValue("Musterwerft");

  await page.locator("summary", { hasText: "Absagen" }).click();
  await page.getByRole("button", { name: "Teilnahme absagen" }).click();
  await expect(page.getByText("Ihre Teilnahme ist abgesagt.")).toBeVisible();
  const cancelled = await mailOfKind(ole.email, "registration.cancelled");
  expect(cancelled.icsMethod).toBe("CANCEL");
  // A refusal, the registration, the change and the cancellation.
  expectSeeOther(sent, 4);
});

test("B03: the calendar file is a plain link, and the room says what it needs", async ({ person }) => {
  const pia = await person("Pia", { javaScript: false });
  const { page } = pia;
  await register(pia, EVENT);
  const saving = page.waitForEvent("download");
  await page.getByRole("link", { name: "Kalenderdatei (.ics)" }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toMatch(/\.ics$/);
  expect(await readFile(await saved.path(), "utf8")).toContain("BEGIN:VEVENT");
  await page.goto("/room/schwingungen-verstehen");
  await expect(page.locator("noscript p")).toContainText("Der Raum braucht JavaScript.");
});

test("B03: a talk is asked for and agreed on without JavaScript", async ({ person }) => {
  const [ada, ben] = [await person("Ada", { javaScript: false }), await person("Ben", { javaScript: false })];
  const sent = [formsSent(ada.page), formsSent(ben.page)];
  await takeTalks(ada, ben);
  await agree(ada, ben);
  for (const forms of sent) {
    expect(forms.length).toBeGreaterThan(0);
    expectSeeOther(forms, forms.length);
  }
  expect((await mailOfKind(ada.email, "meeting.accepted")).icsMethod).toBe("REQUEST");
});

test("B03: opting in and out of talks and of being shown works without JavaScript", async ({ person }) => {
  const uta = await person("Uta", { javaScript: false });
  const { page } = uta;
  const sent = formsSent(page);
  await register(uta, "angebote-treffen-gesuche", { talks: true });
  await openRegistration(uta);
  const talks = page.getByRole("group", { name: "Gespräche unter vier Augen" });
  const shown = page.getByRole("group", { name: "Wer sieht, dass Sie dabei sind?" });
  await expect(talks.getByLabel("Ja, ich bin dabei")).toBeChecked();
  await expect(shown.getByLabel("Teilnehmende")).not.toBeChecked();
  await talks.getByLabel("Nein, zurzeit nicht").check();
  await shown.getByLabel("Teilnehmende").check();
  await page.getByRole("button", { name: "Änderungen speichern" }).click();
  await expect(page.getByText("Ihre Änderungen sind gespeichert.")).toBeVisible();
  await expect(talks.getByLabel("Nein, zurzeit nicht")).toBeChecked();
  await expect(shown.getByLabel("Teilnehmende")).toBeChecked();
  expectSeeOther(sent, 2);
});

test("B03: signing in works without JavaScript", async ({ person }) => {
  const rosa = await person("Rosa", { javaScript: false });
  await rosa.page.goto("/login");
  await rosa.page.getByRole("textbox", { name: "E-Mail-Adresse" }).fill(rosa.email);
  await rosa.page.getByRole("button", { name: "Link und Code schicken" }).click();
  const mail = await mailOfKind(rosa.email, "signin.requested");
  await rosa.page.goto(linkIn(mail, "/l/"));
  await rosa.page.getByRole("button", { name: "Jetzt einloggen" }).click();
  await expect(rosa.page).toHaveURL(/\/me$/);
});

test("B03, P01: a page that does not exist says so, with ways on and the legal pages", async ({ person }) => {
  const { page } = await person("Quirin", { javaScript: false });
  const words = { "": "Diese Seite gibt es nicht", "/en": "This page does not exist" };
  for (const [prefix, title] of Object.entries(words)) {
    for (const path of ["/missing", "/n/missing", "/room/missing"]) {
      const answer = await page.goto(`${prefix}${path}`);
      expect(answer?.status()).toBe(404);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
      await expect(page.locator(`main a[href="${prefix || "/"}"]`)).toBeVisible();
      for (const legal of ["impressum", "datenschutz", "barrierefreiheit", "kontakt"])
        await expect(page.locator(`footer a[href="${prefix}/${legal}"]`)).toBeVisible();
    }
  }
});
