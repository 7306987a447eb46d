import { countOf } from "../fixtures/database";
import { mailOfKind, mailsTo } from "../fixtures/mailbox";
import { callAction } from "../fixtures/server-actions";
import { expect, type Person, test } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";
import { signInAs } from "../pages/desk-page";
import { openRegistration } from "../pages/registering";
import { moveEvent, planDraft } from "../security/planning-over-http";

const HOPES = "Was erwarten Sie?";
const DIET = "Was essen Sie nicht?";

/** A published event that asks something, and something else in confidence. */
async function anEventThatAsks() {
  const organizer = new Visitor();
  await organizer.signInAs("organizer");
  const event = await planDraft(organizer, "Halb ausgefüllt");
  const action = "actions/forms.ts#saveQuestionAction";
  const asked = { eventId: event.id, kind: "text", purposeDe: "Planung" };
  const questions = [
    { ...asked, labelDe: HOPES },
    { ...asked, labelDe: DIET, sensitive: "on" },
  ];
  for (const form of questions) await callAction(organizer, { action, page: `${event.page}/form`, form });
  await moveEvent(organizer, event, "publish");
  return event;
}

async function fillIn({ page, name, email }: Person): Promise<void> {
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByRole("textbox", { name: "E-Mail" }).fill(email);
  await page.getByLabel(HOPES).fill("Neue Kontakte");
  await page.getByLabel(DIET).fill("Nüsse");
}
const submit = ({ page }: Person) => page.getByRole("button", { name: "Verbindlich anmelden" }).click();

test("a form half filled survives a lost connection, without what was said in confidence", async ({
  person,
}) => {
  const event = await anEventThatAsks();
  const ada = await person("Ada");
  const { page } = ada;
  await page.goto(`/e/${event.slug}`);
  await fillIn(ada);
  await page.context().setOffline(true);
  await submit(ada);
  await page.context().setOffline(false);
  await page.goto(`/e/${event.slug}`);
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue(ada.name);
  await expect(page.getByRole("textbox", { name: "E-Mail" })).toHaveValue(ada.email);
  await expect(page.getByLabel(HOPES)).toHaveValue("Neue Kontakte");
  await expect(page.getByLabel(DIET)).toHaveValue("");
  await submit(ada);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sie sind dabei");
  await page.goto(`/e/${event.slug}`);
  await expect(page.getByLabel(HOPES), "what has arrived is forgotten").toHaveValue("");
});

test("changes to one's own answers survive a login that ran out", async ({ person }) => {
  const event = await anEventThatAsks();
  const ada = await person("Ada");
  const { page, context } = ada;
  await page.goto(`/e/${event.slug}`);
  await fillIn(ada);
  await submit(ada);
  await openRegistration(ada);
  await page.getByLabel(HOPES).fill("Ein Gespräch");
  await context.clearCookies();
  await page.getByRole("button", { name: "Änderungen speichern" }).click();
  await expect(page.getByLabel(HOPES)).toHaveCount(0);
  await openRegistration(ada);
  await expect(page.getByLabel(HOPES)).toHaveValue("Ein Gespräch");
  await page.getByRole("button", { name: "Änderungen speichern" }).click();
  await expect(page.getByText("Ihre Änderungen sind gespeichert.")).toBeVisible();
});

test("somebody else at the same window finds nothing of it in their own form", async ({ person }) => {
  const event = await anEventThatAsks();
  const ada = await person("Ada");
  const { page } = ada;
  await page.goto(`/e/${event.slug}`);
  await fillIn(ada);
  await signInAs(page, "participant");
  await page.goto(`/e/${event.slug}/register`);
  await expect(page.getByRole("textbox", { name: "E-Mail" })).not.toHaveValue(ada.email);
  await expect(page.getByLabel(HOPES)).toHaveValue("");
});

test("a form pressed twice is one registration, one answer each and one mail", async ({ person }) => {
  const event = await anEventThatAsks();
  const ada = await person("Ada");
  const { page } = ada;
  await page.goto(`/e/${event.slug}`);
  await fillIn(ada);
  await page.getByRole("button", { name: "Verbindlich anmelden" }).dblclick();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sie sind dabei");
  const answered = "answers a join registrations r on r.id = a.registration_id where r.email = $1";
  expect(await countOf("registrations where email = $1", [ada.email])).toBe(1);
  expect(await countOf(answered, [ada.email])).toBe(2);
  await mailOfKind(ada.email, "registration.confirmed");
  const facts = "outbox where kind = 'registration.repeated' and payload ->> 'eventId' = $1";
  expect(await countOf(facts, [event.id])).toBe(0);
  expect((await mailsTo(ada.email)).filter(({ kind }) => kind === "registration.repeated")).toEqual([]);
});
