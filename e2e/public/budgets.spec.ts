import { z } from "zod";
import { sql } from "../fixtures/database";
import { baseUrl } from "../fixtures/environment";
import { mailOfKind, mailsTo } from "../fixtures/mailbox";
import { expect, test } from "../fixtures/test";
import { confirmationOf, openRegistration, register } from "../pages/registering";

/** Published, ahead, with seats. */
const EVENT = "befunde-in-einer-stunde";

test("B01: from the calendar to a seat with two clicks and two fields, without a password or a puzzle", async ({
  person,
}) => {
  const { page, name, email } = await person("Nele");
  await page.goto("/events");
  await page.locator(`main a[href="/e/${EVENT}"]`).first().click();
  const form = page.locator("form[action='/api/registrations']");
  await expect(form.locator("input[type=password], iframe, canvas")).toHaveCount(0);
  await expect(form.locator("input:not([type=hidden]):required")).toHaveCount(2);
  await expect(form.getByRole("textbox")).toHaveCount(3);
  await form.getByRole("textbox", { name: "Name" }).fill(name);
  await form.getByRole("textbox", { name: "E-Mail" }).fill(email);
  await form.getByRole("button", { name: "Verbindlich anmelden" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sie sind dabei");
});

test("B04: the confirmation with its calendar part is queued at once and delivered before one asks for it", async ({
  person,
}) => {
  const nele = await person("Nele");
  await register(nele, EVENT);
  const mail = await confirmationOf(nele);
  expect(mail.icsMethod).toBe("REQUEST");
  expect(mail.ics).toContain("BEGIN:VEVENT");
  const times = z.object({ queued: z.coerce.number(), delivered: z.coerce.number() });
  const [took] = await sql(
    times,
    `select extract(epoch from m.created_at - r.created_at) as queued, extract(epoch from m.sent_at - r.created_at) as delivered
       from mails m join registrations r on r.id = m.subject_id where m.id = $1`,
    [mail.id],
  );
  // Promised by experience.md 2.4, and far from what any machine needs: a lost fact, not a slow one, is what this finds.
  expect(took?.queued, "seconds until queued").toBeLessThanOrEqual(5);
  expect(took?.delivered, "seconds until delivered").toBeLessThanOrEqual(30);
});

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
    const loaded = [
      ...html.matchAll(/\s(?:src|background|srcset)=|url\(|<(?:script|link|iframe|object)\b/gi),
    ];
    expect(loaded, `loaded by ${subject}`).toEqual([]);
    const hosts = [...html.matchAll(/href="(https?:[^"]+)"/g)].map(([, link]) => new URL(link ?? "").host);
    expect(new Set(hosts), `linked by ${subject}`).toEqual(new Set([new URL(baseUrl).host]));
  }
});
