import type { Page } from "@playwright/test";
import { expectNoViolations } from "../fixtures/accessibility";
import { countOf } from "../fixtures/database";
import { expect, type Person, test } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";
import { signInAs } from "../pages/desk-page";
import { openRegistration } from "../pages/registering";
import { moveEvent, planDraft } from "../security/planning-over-http";

const PLACE = "Wo nehmen Sie teil?";
const DIET = "Was essen Sie nicht?";

type Asked = { kind: string; label: string; options?: string; waitsFor?: string; sensitive?: boolean };

/** Adds a question, with the form below the list. What is no secret has to be answered. */
async function ask(page: Page, { kind, label, options, waitsFor, sensitive }: Asked): Promise<void> {
  const form = page.locator("details.editadd form").first();
  await form.getByRole("radio", { name: kind }).check();
  await form.getByRole("textbox", { name: "Frage auf Deutsch" }).fill(label);
  await form.getByRole("textbox", { name: "Zweck auf Deutsch" }).fill("Planung vor Ort");
  if (options) await form.getByRole("textbox", { name: "Antworten auf Deutsch" }).fill(options);
  if (waitsFor) await form.getByRole("checkbox", { name: waitsFor }).check();
  if (sensitive) await form.getByRole("checkbox", { name: /Vertraulich behandeln/ }).check();
  else await form.getByRole("checkbox", { name: "Muss beantwortet werden" }).check();
  await form.getByRole("button", { name: "Frage hinzufügen" }).click();
  await expect(page.locator(".editrow summary", { hasText: label })).toBeVisible();
}

/** A draft with two questions, the second of which waits for an answer to the first. */
async function anEventThatAsks(page: Page, { sensitive }: { sensitive: boolean }) {
  const organizer = new Visitor();
  await organizer.signInAs("organizer");
  const event = await planDraft(organizer, "Anmeldung mit Fragen");
  await signInAs(page, "organizer");
  await page.goto(`${event.page}/form`);
  await page.locator("details.editadd summary").first().click();
  await ask(page, { kind: "Eine Auswahl", label: PLACE, options: "Vor Ort\nOnline" });
  await ask(page, { kind: "Kurzer Text", label: DIET, waitsFor: `${PLACE} · Vor Ort`, sensitive });
  return { event, organizer };
}

async function fillIn({ page, name, email }: Person, slug: string): Promise<void> {
  await page.goto(`/e/${slug}`);
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByRole("textbox", { name: "E-Mail" }).fill(email);
}

const submit = (page: Page) => page.getByRole("button", { name: "Verbindlich anmelden" }).click();
const title = (page: Page) => page.getByRole("heading", { level: 1 });

test("an office builds a form by clicking, people answer it, and no edit loses an answer", async ({
  person,
}) => {
  const office = await person("Henrike");
  const { event, organizer } = await anEventThatAsks(office.page, { sensitive: true });
  await expectNoViolations(office.page, "form builder");
  const preview = office.page.locator("section", { hasText: "So sehen es Teilnehmende" }).last();
  await expect(preview.getByLabel(DIET)).toBeHidden();
  await preview.getByRole("radio", { name: "Vor Ort" }).check();
  await expect(preview.getByLabel(DIET)).toBeVisible();
  await moveEvent(organizer, event, "publish");

  const ada = await person("Ada");
  const { page } = ada;
  await fillIn(ada, event.slug);
  await expect(page.getByLabel(DIET)).toBeHidden();
  await submit(page);
  await expect(page.locator(".error-summary")).toContainText(`${PLACE} Bitte füllen Sie dieses Feld aus.`);
  await page.getByRole("radio", { name: "Vor Ort" }).check();
  await page.getByLabel(DIET).fill("Nüsse");
  await expectNoViolations(page, "registration with questions");
  await submit(page);
  await expect(title(page)).toHaveText("Sie sind dabei");

  // Another wording and a question taken off: what was answered stays, below the words it was given to.
  const row = office.page.locator(".editrow").first();
  await office.page.reload();
  await row.locator("summary").click();
  await row.getByRole("textbox", { name: "Frage auf Deutsch" }).fill("Kommen Sie in den Saal?");
  await row.getByRole("button", { name: "Übernehmen" }).click();
  await expect(row.locator("summary")).toContainText("Kommen Sie in den Saal?");
  await office.page.getByRole("button", { name: `${DIET}: entfernen` }).click();
  await expect(office.page.getByRole("heading", { name: "Nicht mehr gefragt" })).toBeVisible();

  await openRegistration(ada);
  await expect(page.getByRole("group", { name: "Kommen Sie in den Saal?" })).toBeVisible();
  await expect(page.getByRole("radio", { name: "Vor Ort" })).toBeChecked();
  await page.getByRole("radio", { name: "Online" }).check();
  await page.getByRole("button", { name: "Änderungen speichern" }).click();
  await expect(page.getByText("Ihre Änderungen sind gespeichert.")).toBeVisible();
  await expect(page.getByRole("radio", { name: "Online" })).toBeChecked();

  await office.page.goto(`${event.page}/people`);
  await office.page.getByRole("link", { name: ada.name }).click();
  const answers = office.page.locator("dl.answers");
  await expect(answers.locator("dd")).toHaveText(["Online", "Nüsse"]);
  await expectNoViolations(office.page, "answers of one person");
});

test("B03: a form with questions works without JavaScript, and comes back with what was typed", async ({
  person,
}) => {
  const office = await person("Henrike");
  const { event, organizer } = await anEventThatAsks(office.page, { sensitive: false });
  await moveEvent(organizer, event, "publish");
  const ole = await person("Ole", { javaScript: false });
  const { page } = ole;
  await fillIn(ole, event.slug);
  // Nobody can bring it up without a script: so it stands there, and says what it waits for.
  await expect(page.getByText("Nur, wenn zutrifft: Vor Ort")).toBeVisible();
  await page.getByRole("radio", { name: "Vor Ort" }).check();
  await submit(page);
  await expect(page).toHaveURL(/\/register/);
  await expect(page.getByLabel(DIET)).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByRole("radio", { name: "Vor Ort" })).toBeChecked();
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue(ole.name);
  expect(await countOf("registrations where email = $1", [ole.email])).toBe(0);
  await page.getByRole("radio", { name: "Online" }).check();
  await submit(page);
  await expect(title(page)).toHaveText("Sie sind dabei");
  const answered = "answers a join registrations r on r.id = a.registration_id where r.email = $1";
  expect(await countOf(answered, [ole.email])).toBe(1);
});
