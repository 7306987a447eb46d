import type { Page } from "@playwright/test";
import { expectNoViolations } from "../fixtures/accessibility";
import { fileForm } from "../fixtures/file-form";
import { expect, test } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";
import { signInAs } from "../pages/desk-page";
import { openRegistration, register } from "../pages/registering";
import { moveEvent, planDraft } from "../security/planning-over-http";

const PDF = Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n");

type Brought = { name: string; title?: string; audience?: "everyone" | "registered"; content?: Buffer };

/** Chooses a file at the desk and sends it. */
async function bring(page: Page, { name, title = "", audience, content = PDF }: Brought): Promise<void> {
  const form = page.locator("form[action$='/files']");
  await form
    .getByLabel("Datei", { exact: true })
    .setInputFiles({ name, mimeType: "application/pdf", buffer: content });
  await form.getByRole("textbox", { name: "Titel" }).fill(title);
  if (audience) await form.getByLabel("Für wen").selectOption(audience);
  await form.getByRole("button", { name: "Datei hochladen" }).click();
}

const inList = (page: Page, title: string) =>
  page.locator("section.block", { hasText: "Unterlagen" }).getByRole("link", { name: title });

test("an office gives out files and links, each to whom it is for", async ({ person }) => {
  const office = await person("Henrike");
  const organizer = new Visitor();
  await organizer.signInAs("organizer");
  const event = await planDraft(organizer, "Termin mit Unterlagen");
  await moveEvent(organizer, event, "publish");
  const { page } = office;
  await signInAs(page, "organizer");
  await page.goto(event.page);
  await page.getByRole("link", { name: "Unterlagen" }).click();

  await bring(page, { name: "bild.pdf", content: Buffer.from("<svg onload='alert(1)'/>") });
  await expect(page.locator(".error-summary")).toContainText("Diese Art von Datei nehmen wir nicht an");
  await bring(page, { name: "../../Folien.html", audience: "registered" });
  await expect(page.getByText("Die Datei liegt bei den Unterlagen.")).toBeVisible();
  await bring(page, { name: "plan.pdf", title: "Anfahrt" });
  await expect(page.locator(".editrow")).toHaveCount(2);
  await expectNoViolations(page, "materials at the desk");

  await page.locator("details.editadd summary").click();
  const link = page.locator("details.editadd form");
  await link.getByRole("textbox", { name: "Titel" }).fill("Aufzeichnung");
  await link.getByRole("textbox", { name: "Adresse" }).fill("https://example.org/aufzeichnung");
  await link.getByRole("checkbox", { name: "Erst nach der Veranstaltung" }).check();
  await link.getByRole("button", { name: "Link hinzufügen" }).click();
  await expect(page.locator(".editrow")).toHaveCount(3);
  await page.getByRole("button", { name: "Aufzeichnung: nach oben" }).click();
  await expect(page.locator(".editrow summary").nth(1)).toContainText("Aufzeichnung");

  const ada = await person("Ada");
  await ada.page.goto(`/e/${event.slug}`);
  await expect(inList(ada.page, "Anfahrt")).toBeVisible();
  await expect(inList(ada.page, "Folien")).toHaveCount(0);
  await register(ada, event.slug);
  await openRegistration(ada);
  await expect(inList(ada.page, "Folien")).toBeVisible();
  await expect(inList(ada.page, "Aufzeichnung")).toHaveCount(0);
  const saving = ada.page.waitForEvent("download");
  await inList(ada.page, "Folien").click();
  expect((await saving).suggestedFilename()).toBe("Folien.pdf");

  await page.getByRole("button", { name: "Folien: entfernen" }).click();
  await expect(page.locator(".editrow")).toHaveCount(2);
  await ada.page.reload();
  await expect(inList(ada.page, "Folien")).toHaveCount(0);
});

test("S48: a file is saved under its own type, in a box without rights, by those it is for", async () => {
  const organizer = new Visitor();
  await organizer.signInAs("organizer");
  const event = await planDraft(organizer, "Termin mit einer Datei");
  const upload = (visitor: Visitor, content: string, name = "plan.pdf") =>
    visitor.ask(`/api/events/${event.id}/files`, {
      raw: fileForm({ name, content, fields: { audience: "everyone", locale: "de", back: event.page } }),
      headers: { accept: "application/json" },
    });
  expect((await upload(organizer, "<html><script>alert(1)</script>", "x.png")).status).toBe(422);
  expect((await upload(organizer, "", "x.pdf")).status).toBe(422);
  expect((await upload(new Visitor(), PDF.toString())).status).toBe(404);
  expect((await upload(organizer, PDF.toString(), "../../plan.exe.html")).status).toBe(200);
  const tooLong = await upload(organizer, `%PDF-${"x".repeat(21 * 1024 * 1024)}`);
  expect(tooLong.status).toBe(413);

  const desk = await organizer.ask(`${event.page}/materials`);
  const path = /\/api\/materials\/mat_[0-9a-z]+/.exec(desk.text)?.[0] ?? "";
  const file = await organizer.ask(path);
  expect([file.status, file.headers["content-type"]]).toEqual([200, "application/pdf"]);
  expect(file.headers["content-disposition"]).toMatch(/^attachment; filename="plan-exe\.pdf"/);
  expect(file.headers["content-security-policy"]).toBe("default-src 'none'; sandbox");
  expect(file.headers["x-content-type-options"]).toBe("nosniff");
  // A draft's files are as hidden as the draft.
  expect((await new Visitor().ask(path)).status).toBe(404);
});
