import { expectNoViolations } from "../fixtures/accessibility";
import { countOf } from "../fixtures/database";
import { mailOfKind } from "../fixtures/mailbox";
import { expect, test } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";
import { signInAs } from "../pages/desk-page";
import { MailWords } from "../pages/mail-words";
import { moveEvent, planDraft } from "../security/planning-over-http";
import { freshAddress, registerOverHttp } from "../security/registering-over-http";

test("an organizer words the confirmation: chips, preview, test mail, and what has to be in it stays", async ({
  person,
}) => {
  const organizer = await new Visitor().signInAs("organizer");
  const event = await planDraft(organizer, "Eigene Worte");
  const { page } = await person("Henrike");
  await signInAs(page, "organizer");
  const words = new MailWords(page);
  await words.open(event.page, "Bestätigung");
  await expectNoViolations(page, "words of a mail");

  // A word that stands for nothing is refused, and what was written stays.
  await words.subject.fill("Willkommen, {nmae}");
  await words.save();
  await expect(page.getByText("Ein Wort in geschweiften Klammern ist unbekannt").first()).toBeVisible();
  await expect(words.subject).toHaveValue("Willkommen, {nmae}");

  // Before anybody is registered the preview shows it with the organizer's own name.
  await words.subject.fill("Willkommen bei {event}");
  await words.text.fill("Schön, dass Sie kommen, ");
  await words.chip(/^Name/);
  await expect(words.text).toHaveValue("Schön, dass Sie kommen, {name}");
  await words.saved();
  await expect(words.preview.getByText(/^Schön, dass Sie kommen, /)).toBeVisible();
  await expect(words.preview.getByRole("heading", { name: "Sie sind dabei" })).toBeVisible();
  await expect(words.preview.getByRole("link", { name: "Teilnehmen" })).toBeVisible();
  await expect(words.preview.getByRole("link", { name: "Anmeldung ändern oder absagen" })).toBeVisible();

  // The other language has our words, because nobody wrote any.
  await page.getByRole("combobox", { name: "Sprache" }).selectOption("en");
  await page.getByRole("button", { name: "Anzeigen" }).click();
  await expect(words.preview.getByText(/^we look forward to seeing you/)).toBeVisible();

  await page.getByRole("button", { name: "Testmail an mich" }).click();
  await expect(page.getByText("Die Testmail ist unterwegs.")).toBeVisible();
  const tests = "mails where kind = 'circular.test' and event_id = $1 and subject = $2";
  await expect.poll(() => countOf(tests, [event.id, "[Test] Willkommen bei Eigene Worte"])).toBe(1);

  await moveEvent(organizer, event, "publish");
  const email = freshAddress("worte");
  await registerOverHttp(new Visitor(), { slug: event.slug, name: "Änne <b>Groß</b>", email });
  const mail = await mailOfKind(email, "registration.confirmed");
  expect(mail.subject).toBe("Willkommen bei Eigene Worte");
  expect(mail.text).toContain("Schön, dass Sie kommen, Änne <b>Groß</b>");
  expect(mail.text).toMatch(/Anmeldung ändern oder absagen: http\S+\/j\//);
  expect(mail.ics).toContain("METHOD:REQUEST");

  await page.goto(`${event.page}/mails`);
  await expect(page.getByText("Eigener Text")).toHaveCount(1);
});
