import { expectNoViolations } from "../fixtures/accessibility";
import { countOf } from "../fixtures/database";
import { linkIn, mailOfKind, mailsTo } from "../fixtures/mailbox";
import { expect, test } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";
import { signInAs } from "../pages/desk-page";
import { moveEvent, planDraft } from "../security/planning-over-http";
import { freshAddress, registerOverHttp } from "../security/registering-over-http";

/** An event with people who have shown that their addresses are theirs. */
async function anEventWith(names: readonly string[]) {
  const organizer = await new Visitor().signInAs("organizer");
  const event = await planDraft(organizer, "Post an alle");
  await moveEvent(organizer, event, "publish");
  const people: { name: string; email: string }[] = [];
  for (const name of names) {
    const [visitor, email] = [new Visitor(), freshAddress("post")];
    await registerOverHttp(visitor, { slug: event.slug, name, email });
    const mail = await mailOfKind(email, "registration.confirmed");
    const page = await visitor.ask(new URL(linkIn(mail, "/j/")).pathname);
    const id = page.location.split("/").at(-1) ?? "";
    const answer = await visitor.ask(`/api/registrations/${id}/prove`, { form: {} });
    expect(answer.status).toBeLessThan(400);
    people.push({ name, email });
  }
  return { ...event, people };
}

test("an organizer writes to the people of an event: chips, preview, test mail, sending, log", async ({
  person,
}) => {
  const event = await anEventWith(["Änne Groß", "Bo <b>Fett</b>"]);
  const { page } = await person("Henrike");
  await signInAs(page, "organizer");
  await page.goto(`${event.page}/mails`);
  await expectNoViolations(page, "messages");

  // A word that stands for nothing is refused, and what was written stays.
  await page.getByLabel("Betreff auf Deutsch").fill("Noch eine Stunde");
  await page.getByLabel("Text auf Deutsch").fill("Guten Tag {nmae},");
  await page.getByRole("button", { name: "Speichern und ansehen" }).click();
  await expect(page.getByText("Ein Wort in geschweiften Klammern ist unbekannt").first()).toBeVisible();
  await expect(page.getByLabel("Betreff auf Deutsch")).toHaveValue("Noch eine Stunde");

  const text = page.getByLabel("Text auf Deutsch");
  await text.fill("Guten Tag ");
  await page.getByRole("button", { name: /^Name/ }).click();
  await text.press("End");
  await text.pressSequentially(", es geht los.");
  await expect(text).toHaveValue("Guten Tag {name}, es geht los.");
  await page.getByRole("button", { name: "Speichern und ansehen" }).click();
  await expect(page).toHaveURL(/\/mails\/cir_/);

  const frame = page.frameLocator("iframe");
  await expect(frame.getByText("Guten Tag Änne Groß, es geht los.", { exact: true })).toBeVisible();
  await page.getByLabel("Mit den Angaben von").selectOption({ label: "Bo <b>Fett</b>" });
  await page.getByRole("button", { name: "Anzeigen" }).click();
  await expect(frame.getByText("Guten Tag Bo <b>Fett</b>, es geht los.", { exact: true })).toBeVisible();

  await page.getByRole("button", { name: "Testmail an mich" }).click();
  await expect(page.getByText("Die Testmail ist unterwegs.")).toBeVisible();
  const tests = "mails where kind = 'circular.test' and event_id = $1";
  await expect.poll(() => countOf(tests, [event.id])).toBe(1);

  await page.getByRole("button", { name: "An 2 Personen verschicken" }).click();
  await expect(
    page
      .locator(".card")
      .getByText(/Wird verschickt|Verschickt/)
      .first(),
  ).toBeVisible();
  for (const { name, email } of event.people) {
    const mail = await mailOfKind(email, "circular.sent");
    expect(mail.subject).toBe("Noch eine Stunde");
    expect(mail.text).toContain(`Guten Tag ${name}, es geht los.`);
  }
  await page.goto(`${event.page}/mail-log`);
  await expectNoViolations(page, "log of mails");
  for (const { email } of event.people) await expect(page.getByText(email).first()).toBeVisible();
  const filtered = page.getByRole("link", { name: /^Nicht zustellbar \(0\)/ });
  await filtered.click();
  await expect(page.getByText("Keine Nachricht in dieser Auswahl.")).toBeVisible();
});

test("P06, S26: what no registration needs is ended by one post without a cookie; reading ends nothing", async ({
  person,
}) => {
  const event = await anEventWith(["Ada Abbestellt", "Bo Bleibt"]);
  const { page } = await person("Henrike");
  await signInAs(page, "organizer");
  const send = async (subject: string) => {
    await page.goto(`${event.page}/mails`);
    await page.getByLabel("Betreff auf Deutsch").fill(subject);
    await page.getByLabel("Text auf Deutsch").fill("Es gibt etwas Neues.");
    await page.getByLabel(/^anderes \(mit Abmeldelink/).check();
    await page.getByRole("button", { name: "Speichern und ansehen" }).click();
    await page.getByRole("button", { name: /verschicken$/ }).click();
  };
  await send("Erste Post");
  const [ada, bo] = event.people;
  const mail = await mailOfKind(ada?.email ?? "", "circular.sent");
  const link = new URL(linkIn(mail, "/unsubscribe?token="));
  const oneClick = `/api/unsubscribe/${link.searchParams.get("token")}`;
  const refusals =
    "mail_refusals where created_at > now() - interval '1 minute' and network_id = (select network_id from events where id = $1)";
  const before = await countOf(refusals, [event.id]);

  const scanner = new Visitor();
  for (const path of [`${link.pathname}${link.search}`, oneClick])
    for (const method of ["GET", "HEAD"])
      expect((await scanner.ask(path, { method })).status).toBeLessThan(400);
  expect(await countOf(refusals, [event.id])).toBe(before);
  expect(
    (await scanner.ask("/api/unsubscribe/forged", { form: { "List-Unsubscribe": "One-Click" } })).status,
  ).toBe(404);

  const posted = await scanner.ask(oneClick, {
    form: { "List-Unsubscribe": "One-Click" },
    headers: { origin: "https://mail.example.org" },
  });
  expect([posted.status, posted.headers["set-cookie"]]).toEqual([200, undefined]);
  await page.goto(`${link.pathname}${link.search}`);
  await expect(page.getByText("keine solchen Nachrichten mehr").first()).toBeVisible();
  await expectNoViolations(page, "unsubscribe");

  await send("Zweite Post");
  await expect
    .poll(async () => (await mailsTo(bo?.email ?? "")).filter(({ kind }) => kind === "circular.sent").length)
    .toBe(2);
  const hers = (await mailsTo(ada?.email ?? "")).filter(({ kind }) => kind === "circular.sent");
  expect(hers.map(({ subject }) => subject)).toEqual(["Erste Post"]);

  await page.goto(`${link.pathname}${link.search}`);
  await page.getByRole("button", { name: "Wieder abonnieren" }).click();
  await expect(page.getByRole("button", { name: "Abbestellen" })).toBeVisible();
});
