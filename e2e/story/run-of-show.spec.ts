import { z } from "zod";
import { expectNoViolations } from "../fixtures/accessibility";
import { sql } from "../fixtures/database";
import { callAction } from "../fixtures/server-actions";
import { expect, test } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";
import { berlinTime, signInAs } from "../pages/desk-page";
import { moveEvent, planDraft } from "../security/planning-over-http";

const SECRET = "Mikrofon 2 ist stumm";

test("one list is the public agenda in tracks and the team's run of show, which says how late it is", async ({
  person,
}) => {
  const organizer = new Visitor();
  await organizer.signInAs("organizer");
  const event = await planDraft(organizer, "Termin mit Regieplan");
  const [row] = await sql(z.object({ at: z.date() }), "select starts_at as at from events where id = $1", [
    event.id,
  ]);
  // Only what is planned here: the template has brought an agenda of its own.
  await sql(z.object({}), "delete from sessions where event_id = $1", [event.id]);
  const begins = row?.at ?? new Date();
  const plan = (title: string, minutes: number, more: Record<string, string> = {}) =>
    callAction(organizer, {
      action: "actions/programme.ts#saveSessionAction",
      page: event.page,
      form: {
        eventId: event.id,
        title,
        startsLocal: berlinTime(new Date(begins.getTime() + minutes * 60_000)),
        durationMinutes: "10",
        ...more,
      },
    });
  await plan("Tonprobe", -30, { isInternal: "on", notes: SECRET });
  await plan("Begrüßung", 0, { scene: "Folie 1", crew: "Regie" });
  await plan("Sensorik im Werk", 10, { track: "Saal A", place: "Raum 1", speakerNames: "Ada Neu" });
  await plan("Förderung kurz erklärt", 10, { track: "Saal B" });
  await moveEvent(organizer, event, "publish");

  const office = await person("Henrike");
  const { page } = office;
  await signInAs(page, "organizer");
  await page.goto(event.page);
  const add = page.locator("details.editadd", { hasText: "Programmpunkt hinzufügen" });
  await add.locator("summary").click();
  await add.getByRole("textbox", { name: "Titel" }).fill("Doppelt");
  await add.locator("[name=startsLocal]").fill(berlinTime(new Date(begins.getTime() + 15 * 60_000)));
  await add.getByLabel("Länge in Minuten").fill("5");
  await add.getByRole("textbox", { name: "Sprechende" }).fill("Ada Neu");
  await add.getByRole("button", { name: "Programmpunkt hinzufügen" }).click();
  await expect(add).toContainText("spricht zur selben Zeit schon an anderer Stelle");

  await page.getByRole("link", { name: "Regieplan" }).click();
  const rows = page.locator(".runtable tbody tr");
  await expect(rows).toHaveCount(4);
  await expect(rows.first()).toContainText(SECRET);
  await page.getByRole("button", { name: "Tonprobe: beginnt jetzt" }).click();
  await expect(rows.first()).toContainText("min");
  await page.getByRole("button", { name: "Tonprobe: Beginn zurücknehmen" }).click();
  await expect(page.getByRole("button", { name: "Tonprobe: beginnt jetzt" })).toBeVisible();
  await expectNoViolations(page, "run of show");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button", { name: "Drucken" })).toBeHidden();
  await expect(rows.first()).toBeVisible();

  const wide = await person("Ada");
  const phone = await person("Bo", { viewport: { width: 390, height: 844 } });
  for (const { page: view } of [wide, phone]) {
    await view.goto(`/e/${event.slug}`);
    await expect(view.getByText("Begrüßung")).toBeVisible();
    await expect(view.locator("body")).not.toContainText("Tonprobe");
    expect(await view.content()).not.toContain(SECRET);
  }
  const topOf = async (view: typeof page, name: string) =>
    (await view.getByRole("heading", { name }).boundingBox())?.y ?? Number.NaN;
  expect(await topOf(wide.page, "Saal A")).toBe(await topOf(wide.page, "Saal B"));
  expect(await topOf(phone.page, "Saal A")).toBeLessThan(await topOf(phone.page, "Saal B"));
});
