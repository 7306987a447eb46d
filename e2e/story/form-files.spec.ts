import type { Page } from "@playwright/test";
import { expectNoViolations } from "../fixtures/accessibility";
import { countOf } from "../fixtures/database";
import { expect, test } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";
import { signInAs } from "../pages/desk-page";
import { openRegistration } from "../pages/registering";
import { moveEvent, planDraft } from "../security/planning-over-http";

const CV = "Ihr Lebenslauf";
const ARRIVAL = "Wann kommen Sie an?";
const PDF = Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n");

type Asked = { at: number; kind: string; label: string };

/** Adds a question that has to be answered, with the form below the first list or the second. */
async function ask(page: Page, { at, kind, label }: Asked): Promise<void> {
  const list = page.locator("details.editadd").nth(at);
  await list.locator("summary").click();
  const form = list.locator("form");
  await form.getByRole("radio", { name: kind }).check();
  await form.getByRole("textbox", { name: "Frage auf Deutsch" }).fill(label);
  await form.getByRole("textbox", { name: "Zweck auf Deutsch" }).fill("Auswahl der Beiträge");
  if (kind === "Datei") await form.getByRole("checkbox", { name: "PDF" }).check();
  await form.getByRole("checkbox", { name: "Muss beantwortet werden" }).check();
  await form.getByRole("button", { name: "Frage hinzufügen" }).click();
  await expect(page.locator(".editrow summary", { hasText: label })).toBeVisible();
}

/** A published event that asks for a file at once, and one thing more of who has a place. */
async function anEventThatAsks(page: Page) {
  const organizer = new Visitor();
  await organizer.signInAs("organizer");
  const event = await planDraft(organizer, "Anmeldung mit Datei");
  await signInAs(page, "organizer");
  await page.goto(`${event.page}/form`);
  await ask(page, { at: 0, kind: "Datei", label: CV });
  await ask(page, { at: 1, kind: "Kurzer Text", label: ARRIVAL });
  await expectNoViolations(page, "form builder with files and follow-up");
  const preview = page.locator("section", { hasText: "So sehen es Teilnehmende" }).last();
  await expect(preview.getByLabel(CV)).toHaveAttribute("type", "file");
  await expect(preview.getByRole("heading", { name: "Fragen nach der Zusage" })).toBeVisible();
  await moveEvent(organizer, event, "publish");
  return event;
}

for (const javaScript of [true, false]) {
  test(`a file survives a refused form, and what follows is asked on one's own page, ${javaScript ? "with" : "without"} JavaScript`, async ({
    person,
  }) => {
    const office = await person("Henrike");
    const event = await anEventThatAsks(office.page);
    const ada = await person("Ada", { javaScript });
    const { page } = ada;
    await page.goto(`/e/${event.slug}`);
    await expect(page.getByLabel(ARRIVAL)).toHaveCount(0);
    await page.getByRole("textbox", { name: "Name" }).fill(ada.name);
    await page.getByRole("textbox", { name: "E-Mail" }).fill("ada@nirgendwo");
    await page
      .getByLabel(CV)
      .setInputFiles({ name: "Mein Weg.pdf", mimeType: "application/pdf", buffer: PDF });
    await page.getByRole("button", { name: "Verbindlich anmelden" }).click();
    await expect(page).toHaveURL(/\/register/);
    await expect(page.getByRole("checkbox", { name: "Mein Weg.pdf liegt bei" })).toBeChecked();
    // axe needs a script in the page.
    if (javaScript) await expectNoViolations(page, "refused form with a kept file");
    await page.getByRole("textbox", { name: "E-Mail" }).fill(ada.email);
    await page.getByRole("button", { name: "Verbindlich anmelden" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sie sind dabei");
    const kept = "uploads u join registrations r on r.id = u.registration_id where r.email = $1";
    expect(await countOf(kept, [ada.email])).toBe(1);

    await openRegistration(ada);
    await expect(page.getByText("Noch offene Fragen zu Ihrer Teilnahme")).toBeVisible();
    await office.page.goto(`${event.page}/people?status=unanswered`);
    await expect(office.page.getByRole("link", { name: ada.name })).toBeVisible();
    await page.getByLabel(ARRIVAL).fill("Gegen Mittag");
    await page.getByRole("button", { name: "Änderungen speichern" }).click();
    await expect(page.getByText("Ihre Änderungen sind gespeichert.")).toBeVisible();
    await expect(page.getByText("Noch offene Fragen zu Ihrer Teilnahme")).toHaveCount(0);

    await office.page.reload();
    await expect(office.page.getByRole("link", { name: ada.name })).toHaveCount(0);
    await office.page.goto(`${event.page}/people`);
    await office.page.getByRole("link", { name: ada.name }).click();
    const coming = office.page.waitForEvent("download");
    await office.page.getByRole("link", { name: "Mein Weg.pdf" }).click();
    expect((await coming).suggestedFilename()).toBe("Mein Weg.pdf");
  });
}

/** A document of so many megabytes. */
const heavy = (megabytes: number) => ({
  name: "Mein Weg.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.alloc(megabytes * 1024 * 1024, PDF),
});

test("a file that is too large is named before it is sent, and what was typed stays", async ({ person }) => {
  const office = await person("Henrike");
  const event = await anEventThatAsks(office.page);
  const ada = await person("Ada");
  const { page } = ada;
  const posts: string[] = [];
  page.on("request", (request) => request.method() === "POST" && posts.push(request.url()));
  await page.goto(`/e/${event.slug}`);
  await page.getByRole("textbox", { name: "Name" }).fill(ada.name);
  await page.getByRole("textbox", { name: "E-Mail" }).fill(ada.email);
  await page.getByLabel(CV).setInputFiles(heavy(21));
  await page.getByRole("button", { name: "Verbindlich anmelden" }).click();
  const summary = page.locator(".error-summary");
  await expect(summary).toBeFocused();
  await expect(summary.getByRole("link")).toHaveText([/„Mein Weg.pdf“ hat 21 MB.+höchstens 10 MB/]);
  await expectNoViolations(page, "registration form with a file that is too large");
  expect(posts.filter((url) => url.includes("/registrations"))).toEqual([]);

  // Past the script that weighs: the server says it on a page, and the form that is opened anew has its draft.
  await page.locator("form", { has: page.getByLabel(CV) }).evaluate((form: HTMLFormElement) => form.submit());
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Das ist zu groß zum Absenden");
  await expectNoViolations(page, "page for a form that is too large");
  await page.getByRole("link", { name: "Zum Formular" }).click();
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue(ada.name);
  await expect(page.getByRole("textbox", { name: "E-Mail" })).toHaveValue(ada.email);
  await page.getByLabel(CV).setInputFiles({ ...heavy(1), buffer: PDF });
  await page.getByRole("button", { name: "Verbindlich anmelden" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sie sind dabei");
});

test("without a script a form that is too large leads to a page in its language, and back to what was typed", async ({
  person,
}) => {
  const office = await person("Henrike");
  const event = await anEventThatAsks(office.page);
  const ada = await person("Ada", { javaScript: false });
  const { page } = ada;
  await page.goto(`/en/e/${event.slug}`);
  const name = page.getByRole("textbox", { name: "Name" });
  await name.fill(ada.name);
  await page.getByRole("textbox", { name: "E-mail" }).fill(ada.email);
  await page.getByLabel(CV).setInputFiles(heavy(21));
  await page.getByRole("button", { name: "Confirm registration" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This is too large to send");
  await expect(page.getByText("Yours is 21.1 MB")).toBeVisible();
  await expect(page.getByRole("link", { name: "To the form" })).toHaveAttribute(
    "href",
    `/en/e/${event.slug}`,
  );
  await page.goBack();
  await expect(name).toHaveValue(ada.name);
});
