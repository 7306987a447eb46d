import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expectNoViolations } from "../fixtures/accessibility";
import { countOf } from "../fixtures/database";
import { expect, test } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";
import { signInAs } from "../pages/desk-page";
import { moveEvent, planDraft } from "../security/planning-over-http";
import { freshAddress, registerOverHttp } from "../security/registering-over-http";

type Saved = { name: string; bytes: Buffer };

/** What the browser saves after a press of this button. */
async function saved(page: Page, button: string): Promise<Saved> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

async function anEventWith(names: readonly string[]) {
  const organizer = new Visitor();
  await organizer.signInAs("organizer");
  const event = await planDraft(organizer, "Liste zum Mitnehmen");
  await moveEvent(organizer, event, "publish");
  const people = names.map((name) => ({ name, email: freshAddress("liste") }));
  for (const person of people) {
    const answer = await registerOverHttp(new Visitor(), { slug: event.slug, ...person });
    expect(answer.status).toBe(200);
  }
  return { ...event, people };
}

test("S50, P22: the organizer takes the list away in both formats, and it is written down", async ({
  person,
}) => {
  const event = await anEventWith(["=1+1", "@SUM(A1)", "Änne Groß-Östermann"]);
  const { page } = await person("Henrike", { viewport: { width: 390, height: 844 } });
  await signInAs(page, "organizer");
  for (const view of [
    { prefix: "", excel: "Für Excel", csv: "CSV für andere Programme", file: "anmeldungen" },
    { prefix: "/en", excel: "For Excel (German)", csv: "CSV for other programs", file: "registrations" },
  ]) {
    await page.goto(`${view.prefix}${event.page}/people`);
    const excel = await saved(page, view.excel);
    expect(excel.name).toBe(`${view.file}-${event.slug}.csv`);
    expect([...excel.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const csv = await saved(page, view.csv);
    for (const [text, separator] of [
      [excel.bytes.toString("utf8"), ";"],
      [csv.bytes.toString("utf8"), ","],
    ] as const) {
      const lines = text.split("\r\n").slice(1, -1);
      const starts = lines.map((line) => line.split(separator).slice(0, 3).join(separator));
      expect(starts).toEqual(
        event.people.map(({ name, email }) =>
          [`"${/^[=@]/.test(name) ? "'" : ""}${name}"`, '""', `"${email}"`].join(separator),
        ),
      );
    }
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider).toBeLessThanOrEqual(0);
    // Above the list: below it, it would lie as many screens away as there are people.
    const [list, button] = [page.getByRole("table"), page.getByRole("button", { name: view.csv })];
    const [listBox, buttonBox] = [await list.boundingBox(), await button.boundingBox()];
    expect(buttonBox?.y).toBeLessThan(listBox?.y ?? 0);
    await expectNoViolations(page, `${view.prefix} list of people`);
  }
  const logged = "audit_entries where event_id = $1 and command = 'export-registrations' and outcome = 'ok'";
  expect(await countOf(logged, [event.id])).toBe(4);

  await page.context().clearCookies();
  await page.getByRole("button", { name: "For Excel (German)" }).click();
  await expect(page).toHaveURL(/\/en\/login\?next=/);
  expect(await countOf(logged, [event.id])).toBe(4);
});
