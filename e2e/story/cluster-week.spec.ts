import type { Page } from "@playwright/test";
import { z } from "zod";
import { expectNoViolations } from "../fixtures/accessibility";
import { sql } from "../fixtures/database";
import { patience } from "../fixtures/environment";
import { mailOfKind } from "../fixtures/mailbox";
import { expect, test } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";
import { signInAs } from "../pages/desk-page";
import { Office } from "../pages/office";
import { freshAddress } from "../security/registering-over-http";

const OWN = "sensoriknetz-oberland";
const PARTNER = "ki-netz-mitte";
const WHERE = "Wo arbeiten Sie?";
const SIZE = "Wie groß ist Ihr Betrieb?";
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

type Guest = { name: string; email: string; visitor: Visitor };

const guests = (word: string, count: number): Guest[] =>
  Array.from({ length: count }, (_, index) => ({
    name: `Gast ${word} ${index + 1}`,
    email: freshAddress(word),
    visitor: new Visitor(),
  }));

const statusOf = z.object({ status: z.string(), count: z.coerce.number() });
async function standing(slug: string): Promise<Record<string, number>> {
  const rows = await sql(
    statusOf,
    `select r.status || '/' || r.attendance as status, count(*) from registrations r
      join events e on e.id = r.event_id where e.slug = $1 group by 1`,
    [slug],
  );
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
}

/** Posts the form of the event's page, as a browser without a script does. */
async function register(slug: string, { name, email, visitor }: Guest, more: Record<string, string> = {}) {
  const [event] = await sql(z.object({ id: z.string() }), "select id from events where slug = $1", [slug]);
  const form = { eventId: event?.id ?? "", name, email, locale: "de", ...more };
  const answer = await visitor.ask("/api/registrations", { form });
  expect(answer.location, `${name}: ${answer.status}`).toContain("/registered");
}

/** One's own page, by the link of the newest mail of a kind. */
async function openOwn(page: Page, { email }: Guest, kind: string): Promise<void> {
  const { text } = await mailOfKind(email, kind);
  await page.goto(text.match(/\S+\/j\/\S+/g)?.find((one) => !one.includes("?")) ?? "");
  await expect(page).toHaveURL(/\/r\/reg_/);
}

async function ask(
  office: Office,
  question: { kind: string; label: string; options: string; after?: string },
) {
  const form = office.page.locator("details.editadd form").first();
  if (!(await form.isVisible())) await office.press(office.page.locator("details.editadd summary").first());
  await office.press(form.getByRole("radio", { name: question.kind }));
  await office.type(form.getByRole("textbox", { name: "Frage auf Deutsch" }), question.label);
  await office.type(form.getByRole("textbox", { name: "Zweck auf Deutsch" }), "Gruppen bilden");
  await office.type(form.getByRole("textbox", { name: "Antworten auf Deutsch" }), question.options);
  await office.press(form.getByRole("checkbox", { name: "Muss beantwortet werden" }));
  if (question.after) await office.press(form.getByRole("checkbox", { name: question.after }));
  await office.press(form.getByRole("button", { name: "Frage hinzufügen" }));
  await expect(office.page.locator(".editrow summary", { hasText: question.label })).toBeVisible();
}

const TICKED = ["Sensoren einbauen", "Forum im Haus", "Wer passt zu wem"] as const;
type OnePress = { week: string; guest: Guest; mark: string; series: string };

/** The form on the page of the week: three ticks, two of them at the same time, which is said at once and in the answer. */
async function registerForWeek(page: Page, { week, guest, mark, series }: OnePress): Promise<void> {
  await page.goto(`/s/${week}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(series);
  await expectNoViolations(page, "the page of the week");
  const form = page.locator("form[action='/api/registrations/week']");
  await expect(form.getByRole("checkbox", { name: /Nur für unsere Mitglieder/ })).toHaveCount(0);
  for (const title of TICKED)
    await form.getByRole("checkbox", { name: new RegExp(`^${title} ${mark}`) }).check();
  const clash = new RegExp(
    `„(?:Sensoren einbauen|Wer passt zu wem) ${mark}“ und „.+“ finden zur selben Zeit statt`,
  );
  await expect(form.getByRole("status").filter({ hasText: clash })).toBeVisible();
  await form.getByRole("textbox", { name: "Name" }).fill(guest.name);
  await form.getByRole("textbox", { name: "E-Mail" }).fill(guest.email);
  await form.getByRole("button", { name: "Für alle angehakten anmelden" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("2 Termine sind vorgemerkt");
  await expect(page.getByText(clash).first()).toBeVisible();
  await expectNoViolations(page, "what became of each event");
}

/** The workshop asks more; what was typed for the week stands there already, and one answer brings up another question. */
async function completeWorkshop(page: Page, guest: Guest, where: "Betrieb" | "Hochschule"): Promise<void> {
  await page.getByRole("link", { name: "Noch eine Frage" }).click();
  const form = page.locator("form[action='/api/registrations']");
  await expect(form.getByRole("status").filter({ hasText: "fragt noch etwas" })).toBeVisible();
  await expect(form.getByRole("textbox", { name: "Name" })).toHaveValue(guest.name);
  await expect(form.getByRole("textbox", { name: "E-Mail" })).toHaveValue(guest.email);
  await form.getByRole("radio", { name: where }).check();
  const size = form.getByRole("group", { name: SIZE });
  if (where === "Betrieb") await form.getByRole("radio", { name: "bis 50" }).check();
  else await expect(size).toBeHidden();
  await form.getByRole("button", { name: "Anmeldung anfragen" }).click();
  await expect(page).toHaveURL(/\/registered/);
}

test("two offices make a week of five events from templates by clicking, and thirty people come", async ({
  person,
}) => {
  test.setTimeout(patience(600));
  const begun = performance.now();
  const mark = crypto.randomUUID().slice(0, 8);
  const henrike = new Office((await person("Henrike")).page);
  await signInAs(henrike.page, "organizer");
  const jonas = new Office((await person("Jonas")).page);
  await signInAs(jonas.page, "partner");

  // One office plans the week and asks the other one in, which says yes.
  const series = `Woche der Sensorik ${mark}`;
  const week = await henrike.week({
    ...{ network: OWN, title: series },
    ...{ startsOn: inDays(20), endsOn: inDays(24) },
  });
  await expectNoViolations(henrike.page, "the series at the desk");
  await henrike.choose(henrike.page.getByLabel("Weiteres Netzwerk"), "KI-Netz Mitte");
  await henrike.click("button", "Einladen");
  await expect(henrike.page.getByText("eingeladen", { exact: true })).toBeVisible();
  await jonas.page.goto(`/o/${PARTNER}`);
  await jonas.click("link", "Zu den Reihen");
  await jonas.click("button", `${series}: zusagen`);
  await expect(jonas.page.getByText(/^Mit Sensoriknetz Oberland$/).first()).toBeVisible();

  const webinar = await henrike.plan({
    ...{ network: OWN, template: "Webinar", title: `Messwerte lesen ${mark}`, series },
    startsAt: inDays(20),
  });
  await henrike.seats({ "Plätze insgesamt": "3" });
  await henrike.publish();

  const workshop = await henrike.plan({
    ...{ network: OWN, template: "Workshop", title: `Sensoren einbauen ${mark}`, series },
    startsAt: inDays(21),
  });
  const rules = henrike.card("Regeln für Plätze");
  await henrike.press(rules.getByRole("checkbox", { name: "Jede Anmeldung von Hand prüfen" }));
  await henrike.save(rules);
  await henrike.publish();
  await henrike.click("link", "Formular");
  await ask(henrike, { kind: "Eine Auswahl", label: WHERE, options: "Betrieb\nHochschule" });
  await ask(henrike, {
    ...{ kind: "Eine Auswahl", label: SIZE, options: "bis 50\nmehr als 50" },
    after: `${WHERE} · Betrieb`,
  });

  const hybrid = await henrike.plan({
    ...{ network: OWN, template: "Hybrid", title: `Forum im Haus ${mark}`, series },
    startsAt: inDays(22),
  });
  await henrike.type(henrike.page.getByLabel("Ort, wenn auch vor Ort"), "Musterstadt, Halle 1");
  await henrike.press(henrike.page.getByRole("button", { name: "Übernehmen" }).first());
  await henrike.seats({ "Plätze online": "5", "Plätze vor Ort": "2" });
  await henrike.publish();

  const members = guests("mitglied", 4);
  const forum = await jonas.plan({
    ...{ network: PARTNER, template: "Forum", title: `Nur für unsere Mitglieder ${mark}`, series },
    startsAt: inDays(23),
  });
  const entrance = jonas.card("Für wen");
  await jonas.press(entrance.getByRole("checkbox", { name: "Nur für Mitglieder" }));
  await jonas.save(entrance);
  await jonas.publish();
  await jonas.page.goto(`/o/${PARTNER}/office`);
  await jonas.type(
    jonas.page.getByRole("textbox", { name: "E-Mail-Adressen" }),
    members.map(({ email }) => email).join("\n"),
  );
  await jonas.click("button", /^Aufnehmen$/);
  await expect(jonas.page.getByText(/^Neu: 4\./)).toBeVisible();

  const talks = await jonas.plan({
    ...{ network: PARTNER, template: "Matchmaking", title: `Wer passt zu wem ${mark}`, series },
    // While the workshop is on; the forum is long enough to leave it for talks.
    startsAt: inDays(21),
  });
  await jonas.publish();
  expect(henrike.clicks + jonas.clicks, "clicks of both offices").toBeLessThanOrEqual(80);
  expect(henrike.fields + jonas.fields, "fields of both offices").toBeLessThanOrEqual(33);

  // Three people tick what suits them on the page of the week, and say once who they are.
  const walkers = guests("woche", 3);
  const places = ["Betrieb", "Hochschule", "Hochschule"] as const;
  for (const [index, guest] of walkers.entries()) {
    const { page } = await person(`Woche${index}`, { viewport: { width: 390 + 445 * index, height: 844 } });
    await registerForWeek(page, { week: week.slug, guest, mark, series });
    await completeWorkshop(page, guest, places[index] ?? "Betrieb");
  }
  expect(await standing(workshop.slug)).toEqual({ "pending/online": 3 });
  expect(await standing(hybrid.slug)).toEqual({ "confirmed/online": 3 });
  expect(await standing(talks.slug)).toEqual({ "confirmed/online": 3 });

  // Eight want three seats of the webinar; one gives theirs back, and the next moves up.
  const listeners = guests("webinar", 8);
  for (const guest of listeners) await register(webinar.slug, guest);
  expect(await standing(webinar.slug)).toEqual({ "confirmed/online": 3, "waiting/online": 5 });
  const [first, , , next] = listeners;
  const somebody = await person("Ada", { viewport: { width: 390, height: 844 } });
  if (!first || !next) throw new Error("nobody came");
  await openOwn(somebody.page, first, "registration.confirmed");
  await somebody.page.locator("summary", { hasText: "Absagen" }).click();
  await somebody.page.getByRole("button", { name: "Teilnahme absagen" }).click();
  await expect(somebody.page.getByText("Ihre Teilnahme ist abgesagt.")).toBeVisible();
  await mailOfKind(next.email, "registration.promoted");
  expect(await standing(webinar.slug)).toEqual({
    ...{ "confirmed/online": 3, "waiting/online": 4, "cancelled/online": 1 },
  });

  // Six ask for the workshop and answer what is asked of them; the office says yes to five.
  const askers = [...walkers, ...guests("workshop", 3)];
  const asked = await sql(
    z.object({ id: z.string(), options: z.array(z.object({ id: z.string() })) }),
    `select q.id, q.definition -> 'options' as options from form_questions q join events e on e.id = q.event_id
      where e.slug = $1 order by q.position`,
    [workshop.slug],
  );
  const answers = Object.fromEntries(asked.map(({ id, options }) => [`q.${id}`, options[0]?.id ?? ""]));
  for (const guest of askers.slice(3)) await register(workshop.slug, guest, answers);
  const desk = henrike.page;
  await desk.goto(`${workshop.path}/people?status=pending`);
  await expectNoViolations(desk, "those who ask for the workshop");
  for (const { name } of askers.slice(0, 5)) {
    await desk.getByRole("button", { name: `${name} zusagen` }).click();
    await expect(desk.getByRole("button", { name: `${name} zusagen` })).toHaveCount(0);
  }
  await desk.getByRole("button", { name: `${askers[5]?.name} ablehnen` }).click();
  await expect.poll(() => standing(workshop.slug)).toEqual({ "confirmed/online": 5, "declined/online": 1 });

  // Two of six come to the hall; one of them stays at home after all.
  const mixed = guests("hybrid", 3);
  for (const [index, guest] of mixed.entries())
    await register(hybrid.slug, guest, { attendance: index < 2 ? "onsite" : "online" });
  const [stays] = mixed;
  if (!stays) throw new Error("nobody came");
  await openOwn(somebody.page, stays, "registration.confirmed");
  await somebody.page.getByRole("textbox", { name: "Name", exact: true }).first().fill("Greta Geändert");
  await somebody.page.getByRole("button", { name: "Änderungen speichern" }).click();
  await expect(somebody.page.getByText("Ihre Änderungen sind gespeichert.")).toBeVisible();
  await somebody.page.getByRole("button", { name: "Zu online wechseln" }).click();
  await expect(somebody.page.getByText("Ihr Wechsel ist gespeichert.")).toBeVisible();
  expect(await standing(hybrid.slug)).toEqual({ "confirmed/online": 5, "confirmed/onsite": 1 });

  // The members-only forum is there for those on the list alone.
  const stranger = new Visitor();
  expect((await stranger.ask(`/e/${forum.slug}/register`)).status).toBe(404);
  for (const guest of members) {
    await guest.visitor.signInByMail(guest.email);
    expect((await guest.visitor.ask(`/e/${forum.slug}/register`)).status).toBe(200);
    await register(forum.slug, guest);
  }
  expect(await standing(forum.slug)).toEqual({ "confirmed/online": 4 });

  for (const guest of guests("gespraeche", 9)) await register(talks.slug, guest, { talksOptIn: "on" });
  expect(await standing(talks.slug)).toEqual({ "confirmed/online": 12 });
  expect((performance.now() - begun) / 60_000, "minutes for the whole week").toBeLessThan(15);
});
