import type { Page } from "@playwright/test";
import { expectNoViolations } from "../fixtures/accessibility";
import { countOf } from "../fixtures/database";
import { mailOfKind } from "../fixtures/mailbox";
import { callAction } from "../fixtures/server-actions";
import { expect, test } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";
import { signInAs } from "../pages/desk-page";
import { moveEvent, planDraft } from "../security/planning-over-http";
import { freshAddress, registerOverHttp } from "../security/registering-over-http";

async function aPublishedEvent(title: string) {
  const organizer = new Visitor();
  await organizer.signInAs("organizer");
  const event = await planDraft(organizer, title);
  await moveEvent(organizer, event, "publish");
  return { ...event, people: `${event.page}/people` };
}

/** A list as a German Excel saves it: semicolons, and letters that are no UTF-8. */
function listOf(rows: readonly string[]) {
  const text = ["Vorname;Nachname;E-Mail;Firma;Etikett", ...rows].join("\r\n");
  return { name: "liste.csv", mimeType: "text/csv", buffer: Buffer.from(text, "latin1") };
}

async function readFile(page: Page, rows: readonly string[]): Promise<void> {
  await page.getByLabel("CSV-Datei").setInputFiles(listOf(rows));
  await page.getByRole("button", { name: "Datei lesen" }).click();
}

const namesIn = (page: Page) => page.locator(".peopletable tbody th").allInnerTexts();

test("the organizer puts people on the list by hand and from a file, again and again", async ({ person }) => {
  const event = await aPublishedEvent("Liste von Hand");
  const { page } = await person("Henrike");
  await signInAs(page, "organizer");
  const [ada, ben, cem] = [freshAddress("ada"), freshAddress("ben"), freshAddress("cem")];

  await test.step("one by hand, who gets the mail of any other", async () => {
    await page.goto(event.people);
    await page.getByRole("link", { name: "Person eintragen" }).click();
    const form = page.locator("form", { has: page.getByRole("button", { name: "Eintragen" }) });
    await form.getByLabel("Name").fill("Ada Beispiel");
    await form.getByLabel("E-Mail", { exact: true }).fill(ada);
    await form.getByLabel("Etiketten").fill("VIP");
    await form.getByRole("button", { name: "Eintragen" }).click();
    await expect(page.getByText("Die Person steht auf der Liste")).toBeVisible();
    await mailOfKind(ada, "registration.confirmed");

    await form.getByLabel("Name").fill("Ada Beispiel");
    await form.getByLabel("E-Mail", { exact: true }).fill(ada);
    await form.getByRole("button", { name: "Eintragen" }).click();
    await expect(form.getByText("Diese Adresse steht schon auf der Liste.").first()).toBeVisible();
    await expectNoViolations(page, "refused person");
  });

  const rows = [`Ben;Müller;${ben};Größe GmbH;Presse`, `Cem;;${cem}`, "Dora;Ohne;dora@", `Ada;Noch;${ada}`];
  await test.step("a file, which is shown before it is entered", async () => {
    await page.goto(`${event.people}/import`);
    await readFile(page, rows);
    await expect(page.getByText("Zeichensatz: WINDOWS-1252")).toBeVisible();
    await expect(page.getByLabel("Trennzeichen")).toHaveValue(";");
    await expect(page.getByText("Ben Müller")).toBeVisible();
    await expect(
      page.getByRole("row", { name: "4 dora@ Die E-Mail-Adresse ist unvollständig." }),
    ).toBeVisible();
    expect(await countOf("registrations where event_id = $1", [event.id])).toBe(1);
    await expectNoViolations(page, "preview of a file");

    // Without the column of last names the same rows are other people.
    await page.getByLabel("Nachname").selectOption({ label: "steht nicht darin" });
    await page.getByRole("button", { name: "Neu prüfen" }).click();
    await expect(page.getByText("Ben Müller")).toHaveCount(0);
    await page.getByLabel("Nachname").selectOption({ label: "2: Nachname" });
    await page.getByRole("button", { name: "Neu prüfen" }).click();
    await expect(page.getByText("Ben Müller")).toBeVisible();

    await page.getByRole("button", { name: "3 Personen eintragen" }).click();
    await expect(page.getByText("2 Personen sind neu auf der Liste.")).toBeVisible();
    await mailOfKind(ben, "registration.confirmed");
    expect(await countOf("registrations where event_id = $1", [event.id])).toBe(3);
  });

  await test.step("the same file again changes nothing", async () => {
    await page.getByRole("link", { name: "Andere Datei lesen" }).click();
    await readFile(page, rows);
    await expect(page.getByText("Aus dieser Datei ist nichts einzutragen.")).toBeVisible();
  });
});

test("the organizer finds, orders, labels and calls off people of a long list", async ({ person }) => {
  const event = await aPublishedEvent("Lange Liste");
  const { page } = await person("Henrike");
  await signInAs(page, "organizer");
  await page.goto(`${event.people}/import`);
  const letters = ["A", "B", "C", "D", "E"];
  await readFile(
    page,
    letters.map((letter) => `${letter}nna;Beispiel;${freshAddress(letter.toLowerCase())};Werk ${letter}`),
  );
  await page.getByRole("button", { name: "5 Personen eintragen" }).click();
  await expect(page.getByText("5 Personen sind neu auf der Liste.")).toBeVisible();

  await page.goto(event.people);
  await page.getByRole("link", { name: "Name", exact: true }).click();
  await expect(page.getByRole("columnheader", { name: "Name", exact: true })).toHaveAttribute(
    "aria-sort",
    "ascending",
  );
  expect(await namesIn(page)).toEqual(
    letters.map((letter) => expect.stringContaining(`${letter}nna Beispiel`)),
  );

  await test.step("keys: arrows walk, Space picks, Shift picks those on the way", async () => {
    const box = (letter: string) => page.getByRole("checkbox", { name: `${letter}nna Beispiel auswählen` });
    await box("A").focus();
    await page.keyboard.press("ArrowDown");
    await expect(box("B")).toBeFocused();
    await page.keyboard.press("Space");
    await page.keyboard.press("Shift+ArrowDown");
    await expect(box("C")).toBeFocused();
    await expect(box("B")).toBeChecked();
    await expect(box("C")).toBeChecked();
    await expect(box("D")).not.toBeChecked();
  });

  await test.step("a label for those picked, and a list by it", async () => {
    const bar = page.getByRole("form", { name: "Mit den ausgewählten Personen" });
    await bar.getByLabel("Etikett").fill("Presse");
    await bar.getByRole("button", { name: "Etikett geben" }).click();
    await expect(page.getByText("2 Personen geändert.")).toBeVisible();
    await page.getByRole("combobox", { name: "Etikett" }).first().selectOption("Presse");
    await page.getByRole("button", { name: "Suchen" }).click();
    await expect(page.getByText("1–2 von 2")).toBeVisible();
    await expectNoViolations(page, "list by a label");
  });

  await test.step("calling those off together", async () => {
    await page.getByRole("checkbox", { name: "Alle auf dieser Seite" }).check();
    await page.locator("summary", { hasText: "Absagen" }).click();
    await page.getByRole("button", { name: "Ausgewählte absagen" }).click();
    await expect(page.getByText("2 Personen abgesagt.")).toBeVisible();
    const cancelled = "registrations where event_id = $1 and status = 'cancelled'";
    expect(await countOf(cancelled, [event.id])).toBe(2);
  });

  await test.step("B17: nothing of it is wider than a phone", async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    for (const path of ["", "/add", "/import"]) {
      await page.goto(`${event.people}${path}`);
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wider, path).toBeLessThanOrEqual(0);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  await test.step("columns of one's own", async () => {
    await page.goto(event.people);
    await page.locator("summary", { hasText: "Reihenfolge und Spalten" }).click();
    await page.getByRole("checkbox", { name: "Organisation" }).uncheck();
    await page.getByRole("checkbox", { name: "Herkunft" }).check();
    await page.getByRole("button", { name: "Suchen" }).click();
    await expect(page.getByRole("columnheader", { name: "Herkunft" })).toBeVisible();
    await expect(page.getByRole("columnheader", { name: "Organisation" })).toHaveCount(0);
  });
});

test("the office says yes to many at once, writes to those it ticks, and invites a list", async ({
  person,
}) => {
  const event = await aPublishedEvent("Viele auf einmal");
  const rules = { eventId: event.id, approval: "on", switchHours: "0" };
  const action = "actions/registration.ts#changeSeatRulesAction";
  const office = await new Visitor().signInAs("organizer");
  const { text } = await callAction(office, { action, page: event.page, form: rules });
  expect(text).toContain('"status":"done"');
  const names = ["Ada", "Ben", "Cem", "Dora"].map((first) => `${first} Beispiel`);
  const emails = names.map((name) => freshAddress(name.slice(0, 3).toLowerCase()));
  for (const [at, email] of emails.entries())
    await registerOverHttp(new Visitor(), { slug: event.slug, email, name: names[at] ?? "" });
  const { page } = await person("Henrike");
  await signInAs(page, "organizer");
  const bar = page.getByRole("form", { name: "Mit den ausgewählten Personen" });
  const box = (name: string) => page.getByRole("checkbox", { name: `${name} auswählen` });
  const inState = (status: string) =>
    countOf("registrations where event_id = $1 and status = $2", [event.id, status]);

  await test.step("yes to three, no to one, and the names of each", async () => {
    await page.goto(`${event.people}?status=pending`);
    for (const name of names.slice(0, 3)) await box(name).check();
    await bar.getByRole("button", { name: "Zusagen" }).click();
    await expect(
      page.getByText(/^3 haben einen Platz: Ada Beispiel, Ben Beispiel, Cem Beispiel/),
    ).toBeVisible();
    await expectNoViolations(page, "decided together");
    expect(await inState("confirmed")).toBe(3);
    await mailOfKind(emails[0] ?? "", "registration.confirmed");
    await box("Dora Beispiel").check();
    await page.locator("summary", { hasText: "Ablehnen …" }).click();
    await bar.getByRole("button", { name: "Ausgewählte ablehnen" }).click();
    // The list is empty now, and what became of whom is still said.
    await expect(page.getByText("Abgelehnt: Dora Beispiel")).toBeVisible();
    expect(await inState("declined")).toBe(1);
  });

  await test.step("with the keyboard alone: pick two, and write to them", async () => {
    await page.goto(`${event.people}?sort=name`);
    await box("Ada Beispiel").focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("Shift+ArrowDown");
    await bar.getByRole("button", { name: "Nachricht schreiben" }).focus();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/mails\/cir_/);
    await expect(page.getByText("Sie erreicht 2 Personen.")).toBeVisible();
    await expectNoViolations(page, "message to those ticked");
    await page.getByLabel("Betreff auf Deutsch").fill("Für Sie beide");
    await page.getByLabel("Text auf Deutsch").fill("Guten Tag {name}.");
    await page.getByRole("button", { name: "Speichern und ansehen" }).click();
    await page.getByRole("button", { name: "An 2 Personen verschicken" }).click();
    for (const email of emails.slice(0, 2)) await mailOfKind(email, "circular.sent");
    expect(await countOf("mails where kind = 'circular.sent' and event_id = $1", [event.id])).toBe(2);
  });

  await test.step("addresses from a table, each with a code of its own", async () => {
    const guest = freshAddress("gast");
    await page.goto(event.people);
    await page.getByRole("link", { name: "Adressen einladen" }).click();
    await page.getByLabel("Adressen", { exact: true }).fill(`Gast Beispiel;${guest}\n${emails[0]}\nniemand`);
    await page.getByRole("button", { name: "Einladungen verschicken" }).click();
    // Nobody has shown yet that Ada's address is theirs.
    await expect(
      page.getByText(
        "Neu eingeladen: 2. Schon auf dieser Liste: 0. Schon angemeldet: 0. Nicht lesbar: niemand.",
      ),
    ).toBeVisible();
    await expectNoViolations(page, "invited");
    const mail = await mailOfKind(guest, "invitation.sent");
    const code = /\/i\/(\w+)/.exec(mail.text)?.[1] ?? "";
    await page.goto(`/i/${code}`);
    await expect(page.getByRole("heading", { name: "Viele auf einmal" }).first()).toBeVisible();
    await page.goto(`${event.people}/invite`);
    await page.getByRole("button", { name: "Einladung an Gast Beispiel zurückziehen" }).click();
    await expect(page.getByText("Zurückgezogen", { exact: true })).toBeVisible();
  });

  await test.step("B17: nothing of it is wider than a phone", async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    for (const path of [event.people, `${event.people}/invite`, `${event.page}/numbers`]) {
      await page.goto(path);
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wider, path).toBeLessThanOrEqual(0);
    }
  });
});

test("the list, adding and importing work without JavaScript, on a phone too", async ({ person }) => {
  const event = await aPublishedEvent("Ohne Skript");
  const { page } = await person("Henrike", { javaScript: false, viewport: { width: 390, height: 844 } });
  await signInAs(page, "organizer");
  const [ada, ben] = [freshAddress("ada"), freshAddress("ben")];
  await page.goto(`${event.people}/import`);
  await readFile(page, [`Ada;Beispiel;${ada}`, `Ben;Beispiel;${ben}`]);
  await page.getByRole("button", { name: "2 Personen eintragen" }).click();
  await expect(page.getByText("2 Personen sind neu auf der Liste.")).toBeVisible();

  await page.goto(event.people);
  await page.getByRole("checkbox", { name: "Ada Beispiel auswählen" }).check();
  await page.locator("summary", { hasText: "Absagen …" }).click();
  await page.getByRole("button", { name: "Ausgewählte absagen" }).click();
  const row = page.locator(".peopletable tr", { hasText: "Ada Beispiel" });
  await expect(row.getByText("Abgesagt", { exact: true })).toBeVisible();
  const cancelled = "registrations where event_id = $1 and status = 'cancelled' and email = $2";
  expect(await countOf(cancelled, [event.id, ada])).toBe(1);
});
