import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { extractText, getDocumentProxy } from "unpdf";
import { z } from "zod";
import { expectNoViolations } from "../fixtures/accessibility";
import { countOf, sql } from "../fixtures/database";
import { expect, test } from "../fixtures/test";
import { signInAs } from "../pages/desk-page";
import { TALK_EVENT } from "../pages/talks";

/** The demo's event with talks is led by another network; the persona's own takes part in it with access. */
const REPORT = `/o/regionale-wertschoepfung-heideland/e/${TALK_EVENT}/talks-report`;
const OWN = "sensoriknetz-oberland";

/** What the browser saves after a press of this button. */
async function saved(page: Page, button: string) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** People of the event's talks who belong to no list, domain or role of this network. */
const strangersTo = (network: string) =>
  sql(
    z.object({ name: z.string() }),
    `select r.name from registrations r join events e on e.id = r.event_id join people p on p.id = r.person_id
      where e.slug = $1 and r.talks_opt_in and not exists (
        select 1 from networks n where n.slug = $2 and (
          exists (select 1 from network_members m where m.network_id = n.id and m.person_id = p.id)
          or exists (select 1 from network_addresses a where a.network_id = n.id and a.email = p.email)
          or exists (select 1 from network_domains d where d.network_id = n.id and d.domain = split_part(p.email, '@', 2))))`,
    [TALK_EVENT, network],
  );

test("a partner reads what came of the talks, takes it away as CSV and PDF, and learns no foreign names", async ({
  person,
}) => {
  const { page } = await person("Henrike");
  await signInAs(page, "organizer");
  await page.goto(REPORT);
  await expect(page.getByRole("heading", { name: "Auswertung der Gespräche" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Gesprächsauswertung", exact: true })).toHaveAttribute(
    "aria-current",
    "page",
  );
  await expectNoViolations(page, "the report on talks");
  const written = "audit_entries where command = 'export-talk-report' and outcome = 'ok'";
  const before = await countOf(written);
  const csv = await saved(page, "CSV für Excel");
  expect(csv.name).toBe(`gespraeche-${TALK_EVENT}.csv`);
  const text = csv.bytes.toString("utf8");
  expect(text.startsWith('\ufeff"Ebene";"Name"')).toBe(true);
  const pdf = await saved(page, "PDF");
  expect(pdf.name).toBe(`gespraeche-${TALK_EVENT}.pdf`);
  const document = await getDocumentProxy(new Uint8Array(pdf.bytes));
  const drawn = (await extractText(document, { mergePages: true })).text.replace(/\s+/g, " ");
  expect(drawn).toContain("Gespräche");
  expect(await countOf(written)).toBe(before + 2);

  const strangers = await strangersTo(OWN);
  expect(strangers.length).toBeGreaterThan(5);
  const shown = (await page.locator("main").innerText()) + text + drawn;
  expect(strangers.filter(({ name }) => shown.includes(name))).toEqual([]);
});

test("the office of a week reads the same of all its events, from the page of the week on, on a phone as well", async ({
  person,
}) => {
  const [week] = await sql(
    z.object({ slug: z.string() }),
    "select slug from series where slug like 'clusterwoche-%'",
  );
  const { page } = await person("Henrike", { viewport: { width: 390, height: 844 } });
  await signInAs(page, "organizer");
  await page.goto(`/o/${OWN}/series/${week?.slug}`);
  await page.getByRole("link", { name: "Auswertung der Gespräche" }).click();
  await expect(page).toHaveURL(/\/talks-report$/);
  await expect(page.getByText(/Veranstaltung(en)? mit Gesprächen/)).toBeVisible();
  await expectNoViolations(page, "the report of a week");
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over).toBe(0);
});
