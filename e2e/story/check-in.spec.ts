import type { Page } from "@playwright/test";
import { z } from "zod";
import { expectNoViolations } from "../fixtures/accessibility";
import { countOf, sql } from "../fixtures/database";
import { effortOn } from "../fixtures/effort";
import { patience } from "../fixtures/environment";
import { mailOfKind } from "../fixtures/mailbox";
import { callAction } from "../fixtures/server-actions";
import { expect, test } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";
import { signInAs } from "../pages/desk-page";
import { DoorOf } from "../pages/door-page";
import { moveEvent, planDraft } from "../security/planning-over-http";
import { freshAddress, registerOverHttp } from "../security/registering-over-http";

const LONG = "Prof. Dr.-Ing. Maximiliane Freifrau von Oberweißbach-Schmidt-Rottluff";

/** An event on site that begins in an hour, with these people registered; answers with the codes in their mails. */
async function anEventOnSite(names: readonly string[], seats = "50") {
  const organizer = await new Visitor().signInAs("organizer");
  const event = await planDraft(organizer, "Forum im Haus der Technik");
  const say = (action: string, form: Record<string, string>) =>
    callAction(organizer, { action, page: event.page, form: { eventId: event.id, ...form } });
  await say("actions/programme.ts#updateEventAction", { place: "Haus der Technik, Musterstadt" });
  await say("actions/registration.ts#changeCapacityAction", { capacity: "", onsiteCapacity: seats });
  await moveEvent(organizer, event, "publish");
  const codes: string[] = [];
  for (const name of names) {
    const email = freshAddress("einlass");
    const registering = { slug: event.slug, email, name, attendance: "onsite" } as const;
    expect((await registerOverHttp(new Visitor(), registering)).status).toBe(200);
    const { text, html } = await mailOfKind(email, "registration.confirmed");
    expect(html).toContain('src="data:image/gif;base64,');
    codes.push(/^P1[0-9A-Z]{44}$/m.exec(text)?.[0] ?? "");
  }
  return { ...event, codes };
}

const inside = (eventId: string) => countOf("check_ins where event_id = $1 and undone_at is null", [eventId]);

const waiting = z.array(z.object({ body: z.object({ scannedAt: z.coerce.date() }) }));
/** What this door keeps in its browser until the line is back. */
const entriesThatWait = async (page: Page, eventId: string) =>
  waiting.parse(
    JSON.parse(
      await page.evaluate((name) => localStorage.getItem(name) ?? "[]", `plenum.check-in.${eventId}`),
    ),
  );

test("B15: people are let in by holding a code before the camera and by nothing else, twice is once, and a dead line loses nobody", async ({
  person,
}) => {
  const { slug, id, codes } = await anEventOnSite(["Ada Beispiel", "Ben Beispiel", "Cem Beispiel"]);
  const [ada = "", ben = "", cem = ""] = codes;
  const { page, context } = await person("Henrike", { viewport: { width: 390, height: 844 } });
  await signInAs(page, "organizer");
  const door = new DoorOf(page);
  await door.open(slug);

  for (const [code, name] of [
    [ada, "Ada Beispiel"],
    [ben, "Ben Beispiel"],
  ] as const) {
    await door.scan(code);
    await door.expectAnswer("in", name);
  }
  await door.scan(ada);
  await door.expectAnswer("already", /Schon eingecheckt um \d\d:\d\d Uhr/);
  await door.scan("https://example.org/speisekarte");
  await door.expectAnswer("refused", "kein Einlasscode");
  expect(await inside(id)).toBe(2);
  await expectNoViolations(page, "scanner after a scan");

  await context.setOffline(true);
  await door.scan(cem);
  await door.expectAnswer("noted", "Cem Beispiel");
  await expect(page.getByText("Ein Eintrag folgt, sobald die Verbindung steht.")).toBeVisible();
  expect(await inside(id)).toBe(2);
  const [noted] = await entriesThatWait(page, id);
  await context.setOffline(false);
  await expect.poll(() => inside(id), { timeout: patience(20) }).toBe(3);
  await expect(page.getByText("Ein Eintrag folgt, sobald die Verbindung steht.")).toHaveCount(0);
  const [last] = await sql(
    z.object({ at: z.date() }),
    "select max(at) as at from check_ins where event_id = $1",
    [id],
  );
  // When it was scanned, by the server's clock as the door knows it, and not when it was heard of.
  expect(last?.at).toEqual(noted?.body.scannedAt);
});

test("B15: a scan costs no click and one request, and its answer is on the screen though nothing else gets through", async ({
  person,
}) => {
  // How long that takes is measured by bench/door, where nothing else is at work.
  const { slug, id, codes } = await anEventOnSite(["Ada Beispiel", "Ben Beispiel"]);
  const { page } = await person("Henrike", { viewport: { width: 390, height: 844 } });
  await signInAs(page, "organizer");
  const effort = await effortOn(page);
  const door = new DoorOf(page);
  await door.open(slug);
  effort.clicks.length = 0;
  const sent: string[] = [];
  await page.route("**/*", (route) => {
    const { pathname } = new URL(route.request().url());
    const isScan = route.request().method() === "POST" && pathname === `/api/checkin/${id}`;
    if (isScan) sent.push(pathname);
    return isScan ? route.continue() : route.abort();
  });
  for (const [index, name] of ["Ada Beispiel", "Ben Beispiel"].entries()) {
    await door.scan(codes[index] ?? "");
    await door.expectAnswer("in", name);
    expect(sent, "requests so far").toHaveLength(index + 1);
  }
  // What is no code of ours needs no server to say so.
  await door.scan("https://example.org/speisekarte");
  await door.expectAnswer("refused", "kein Einlasscode");
  expect(sent).toHaveLength(2);
  expect([effort.clicks, [...effort.fields]], "clicks and fields").toEqual([[], []]);
  expect(await inside(id)).toBe(2);
});

test("B15: search, undo and a walk-in with two fields", async ({ person }) => {
  const { slug, id } = await anEventOnSite(["Jürgen Müller"]);
  const { page } = await person("Henrike");
  await signInAs(page, "organizer");
  await page.goto(`/checkin/${slug}`);
  await page.getByText("Name suchen").click();
  await page.getByRole("searchbox", { name: "Name oder Organisation" }).fill("mueller");
  await page.getByRole("button", { name: "Jürgen Müller einlassen" }).click();
  const answer = page.locator(".answer");
  await expect(answer).toHaveAttribute("data-state", "in");
  expect(await inside(id)).toBe(1);
  await answer.getByRole("button", { name: "Rückgängig" }).click();
  await expect(answer).toHaveAttribute("data-state", "out");
  expect(await inside(id)).toBe(0);

  await page.locator("summary", { hasText: "Ohne Anmeldung" }).click();
  const form = page.locator("form[action$='/walk-in']");
  await expect(form.locator("input:not([type=hidden])")).toHaveCount(2);
  const email = freshAddress("spontan");
  await form.getByLabel("Name").fill("Ines Öztürk");
  await form.getByLabel("E-Mail").fill(email);
  await form.getByRole("button", { name: "Anmelden und einlassen" }).click();
  await expect(answer).toContainText("Ines Öztürk");
  await expect(answer).toHaveAttribute("data-state", "in");
  await mailOfKind(email, "registration.confirmed");
  expect(await inside(id)).toBe(1);
});

test("whoever is registered online hears so at the door, and changes over while there is a seat", async ({
  person,
}) => {
  const { slug, id } = await anEventOnSite([], "1");
  const register = async (name: string) => {
    const email = freshAddress("online");
    await registerOverHttp(new Visitor(), { slug, email, name });
    expect((await mailOfKind(email, "registration.confirmed")).html).not.toContain("image/gif");
    return email;
  };
  const [first, second] = [await register("Ada Beispiel"), await register("Ben Beispiel")];
  const { page } = await person("Henrike");
  await signInAs(page, "organizer");
  await page.goto(`/checkin/${slug}`);
  const answer = page.locator(".answer");
  await page.locator("summary", { hasText: "Ohne Anmeldung" }).click();
  const form = page.locator("form[action$='/walk-in']");
  const comes = async (name: string, email: string) => {
    await form.getByLabel("Name").fill(name);
    await form.getByLabel("E-Mail").fill(email);
    await form.getByRole("button", { name: "Anmelden und einlassen" }).click();
  };
  await comes("Ada Beispiel", first);
  await expect(answer).toHaveAttribute("data-state", "in");
  expect((await mailOfKind(first, "registration.switched")).html).toContain('src="data:image/gif;base64,');
  await comes("Ben Beispiel", second);
  await expect(answer).toHaveAttribute("data-state", "refused");
  await expect(answer).toContainText("Vor Ort ist kein Platz frei");
  expect(await inside(id)).toBe(1);
});

test("B15: two doors and one person: one says welcome, the other since when", async () => {
  const { id, codes } = await anEventOnSite(["Ada Beispiel"]);
  const doors = await Promise.all([1, 2].map(() => new Visitor().signInAs("organizer")));
  const headers = { accept: "application/json" };
  const answers = await Promise.all(
    doors.map((door) => door.ask(`/api/checkin/${id}`, { json: { code: codes[0] }, headers })),
  );
  const read = z.object({ state: z.string(), at: z.string() });
  const said = answers.map(({ text }) => read.parse(JSON.parse(text)));
  expect(said.map(({ state }) => state).sort()).toEqual(["already", "in"]);
  expect(new Set(said.map(({ at }) => at)).size).toBe(1);
});

test("the door works without JavaScript, by search and form", async ({ person }) => {
  const { slug, id } = await anEventOnSite(["Jürgen Müller"]);
  const { page } = await person("Henrike", { javaScript: false });
  await signInAs(page, "organizer");
  await page.goto(`/checkin/${slug}?q=muller`);
  await page.getByRole("button", { name: "Jürgen Müller einlassen" }).click();
  await expect(page.locator(".answer")).toContainText("Eingecheckt um");
  expect(await inside(id)).toBe(1);
  await page.locator(".answer").getByRole("button", { name: "Rückgängig" }).click();
  await expect(page.locator(".answer")).toContainText("Zurückgenommen");
  expect(await inside(id)).toBe(0);
});

test("list and badges are fit for paper, with the longest name whole", async ({ person }) => {
  const { slug } = await anEventOnSite(["Ada Beispiel", LONG, "Otto Äpfel"]);
  const { page } = await person("Henrike");
  await signInAs(page, "organizer");
  for (const prefix of ["", "/en"]) {
    await page.goto(`${prefix}/checkin/${slug}/list`);
    await expect(page.getByRole("rowheader")).toHaveText(["Otto Äpfel", "Ada Beispiel", LONG]);
    await expectNoViolations(page, `${prefix} door list`);
    await page.goto(`${prefix}/checkin/${slug}/badges`);
    await expectNoViolations(page, `${prefix} badges`);
  }
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".site-header")).toBeHidden();
  const badges = page.locator(".namebadge");
  await expect(badges).toHaveCount(3);
  const cut = await badges.evaluateAll(
    (all) =>
      all.filter((one) => one.scrollHeight > one.clientHeight || one.scrollWidth > one.clientWidth).length,
  );
  expect(cut, "badges whose text is cut off").toBe(0);
  const pdf = await page.pdf({ format: "A4", printBackground: true });
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
});

test("whoever has a seat on site finds the code on their own page", async ({ person }) => {
  const { slug, codes } = await anEventOnSite(["Ada Beispiel"]);
  const [registration] = await sql(
    z.object({ email: z.string() }),
    "select r.email from registrations r join events e on e.id = r.event_id where e.slug = $1",
    [slug],
  );
  const { text } = await mailOfKind(registration?.email ?? "", "registration.confirmed");
  expect(codes[0]).toMatch(/^P1/);
  const link = /https?:\/\/\S+\/j\/[^\s?]+(?=$|\s)/m.exec(text)?.[0] ?? "";
  for (const javaScript of [false, true]) {
    const { page } = await person("Ada", { viewport: { width: 390, height: 844 }, javaScript });
    await page.goto(link);
    await expect(page.getByRole("img", { name: "QR-Code für den Einlass" })).toBeVisible();
    if (javaScript) await expectNoViolations(page, "own registration with a code");
  }
});
