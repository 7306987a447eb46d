import { z } from "zod";
import { sql } from "../fixtures/database";
import { effortOn } from "../fixtures/effort";
import { baseUrl, patience } from "../fixtures/environment";
import { mailOfKind, mailsTo } from "../fixtures/mailbox";
import { expect, test } from "../fixtures/test";
import { confirmationOf, openRegistration, register } from "../pages/registering";

/** Published, ahead, with seats. */
const EVENT = "befunde-in-einer-stunde";

test("B01: from the calendar to a seat: one page, three fields of which two are required, two clicks, no password and no puzzle", async ({
  person,
}) => {
  const { page, name, email } = await person("Nele");
  const effort = await effortOn(page);
  const opened: string[] = [];
  page.on("framenavigated", (frame) => {
    const { pathname } = new URL(frame.url());
    if (frame === page.mainFrame() && opened.at(-1) !== pathname) opened.push(pathname);
  });
  await page.goto("/events");
  await page.locator(`main a[href="/e/${EVENT}"]`).first().click();
  const form = page.locator("form[action='/api/registrations']");
  const fields = form.locator("input:not([type=hidden]), select, textarea");
  await expect(form.locator("input[type=password], iframe, canvas")).toHaveCount(0);
  await expect(form.locator("input:not([type=hidden]):required")).toHaveCount(2);
  await expect(form.getByRole("textbox")).toHaveCount(3);
  // Whatever else there is to tick is ticked by who wants to, and never before one may go on.
  await expect(fields.and(page.locator("[required]"))).toHaveCount(2);
  await form.getByRole("textbox", { name: "Name" }).fill(name);
  await form.getByRole("textbox", { name: "E-Mail" }).fill(email);
  await form.getByRole("textbox", { name: /^Organisation/ }).fill("Beispielwerk");
  await form.getByRole("button", { name: "Verbindlich anmelden" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sie sind dabei");
  expect(effort.clicks, "what was clicked").toHaveLength(2);
  expect([...effort.fields].sort()).toEqual(["email", "name", "organisation"]);
  expect(opened, "the calendar, the event, and that one is in").toEqual([
    "/events",
    `/e/${EVENT}`,
    `/e/${EVENT}/registered`,
  ]);
});

test("B04: the confirmation with its calendar part comes by itself, once, for the three fields and the one click of the form", async ({
  person,
}) => {
  const nele = await person("Nele");
  const effort = await effortOn(nele.page);
  await register(nele, EVENT);
  const mail = await confirmationOf(nele);
  // Not how long it takes, which a busy machine decides, but what a person has to do for it: nothing more.
  expect(effort.clicks, "what was clicked").toEqual(["Verbindlich anmelden"]);
  expect([...effort.fields].sort()).toEqual(["email", "name", "organisation"]);
  expect(mail.icsMethod).toBe("REQUEST");
  expect(mail.ics).toContain("BEGIN:VEVENT");
  const mails = z.object({ kind: z.string(), sent: z.boolean() });
  const sent = "select kind, sent_at is not null as sent from mails where to_email = $1";
  const those = () => sql(mails, sent, [nele.email]);
  const delivered = [{ kind: "registration.confirmed", sent: true }];
  await expect.poll(those, { message: "one mail, delivered", timeout: patience(30) }).toEqual(delivered);
});

/** What a mail program would fetch for a mail; a picture that the mail itself holds is none. */
const loadedBy = (html: string) =>
  [
    ...html.matchAll(
      /\s(?:src|background|srcset|poster)=(?!["'](?:data:image\/|cid:))[^\s>]*|url\([^)]*\)|@import|<(?:script|link|iframe|object|embed)\b/gi,
    ),
  ].map(([found]) => found);

test("B18, P02: no mail loads anything from anywhere, and its links lead to us alone", async ({ person }) => {
  const nele = await person("Nele");
  await register(nele, EVENT);
  await openRegistration(nele);
  await nele.page.locator("summary", { hasText: "Absagen" }).click();
  await nele.page.getByRole("button", { name: "Teilnahme absagen" }).click();
  await mailOfKind(nele.email, "registration.cancelled");
  const mails = await mailsTo(nele.email);
  expect(mails.length).toBeGreaterThanOrEqual(2);
  for (const { html, subject } of mails) {
    expect(loadedBy(html), `loaded by ${subject}`).toEqual([]);
    const hosts = [...html.matchAll(/href="(https?:[^"]+)"/g)].map(([, link]) => new URL(link ?? "").host);
    expect(new Set(hosts), `linked by ${subject}`).toEqual(new Set([new URL(baseUrl).host]));
  }
});

test("B18, P02: no mail of any kind that was ever written here would fetch anything", async () => {
  const rows = await sql(
    z.object({ kind: z.string(), subject: z.string(), html: z.string() }),
    "select distinct on (kind, left(subject, 20)) kind, subject, html from mails order by kind, left(subject, 20)",
    [],
  );
  for (const { kind, subject, html } of rows) expect(loadedBy(html), `${kind}: ${subject}`).toEqual([]);
  expect(new Set(rows.map(({ kind }) => kind)).size, "kinds of mails").toBeGreaterThanOrEqual(2);
});
