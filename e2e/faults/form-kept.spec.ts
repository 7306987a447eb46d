import type { Page } from "@playwright/test";
import { z } from "zod";
import { sql } from "../fixtures/database";
import { callAction } from "../fixtures/server-actions";
import { expect, test } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";
import { berlinTime, signInAs } from "../pages/desk-page";
import { freshAddress, registerOverHttp } from "../security/registering-over-http";

const NEW = "/o/sensoriknetz-oberland/new";
const idRow = z.object({ id: z.string() });
const draftsCalled = (title: string) => sql(idRow, "select id from events where title = $1", [title]);

test("a form of one's own page outlives its session: after signing in again it stands there as it was typed", async () => {
  const email = freshAddress("abgelaufen");
  await registerOverHttp(new Visitor(), { slug: "angebote-treffen-gesuche", email });
  const ada = await new Visitor().signInByMail(email);
  const page = await ada.ask("/me/profile");
  const formOf = /name="formOf" value="(per_\w+)"/.exec(page.text)?.[1] ?? "";
  ada.cookies.delete("plenum-login");
  const typed = {
    name: "Ada Halbfertig",
    organisation: "Werft am Anfang",
    locale: "de",
    timeZone: "Europe/Berlin",
  };
  const form = { form: "profile", formOf, pageLocale: "de", ...typed };
  const refused = await ada.ask("/api/me/profile", { form });
  expect([refused.status, refused.location]).toEqual([303, "/me/profile"]);
  expect((await ada.ask("/me/profile")).location).toBe("/login?next=%2Fme%2Fprofile");
  await ada.signInByMail(email);
  const again = await ada.ask("/me/profile");
  expect(again.text).toContain("Sie waren nicht mehr eingeloggt.");
  for (const value of [typed.name, typed.organisation]) expect(again.text).toContain(`value="${value}"`);
  expect(await sql(idRow, "select id from people where name = $1", [typed.name])).toEqual([]);
});

test("a form of the desk says that its session has ended, keeps what was typed, and is done once when sent again", async () => {
  const organizer = await new Visitor().signInAs("organizer");
  const [network] = await sql(idRow, "select id from networks where slug = $1", ["sensoriknetz-oberland"]);
  const title = `Halb fertig ${crypto.randomUUID()}`;
  const startsLocal = berlinTime(new Date(Date.now() + 86_400_000));
  const form = {
    ...{ networkId: network?.id ?? "", template: "webinar", title, startsLocal },
    idempotencyKey: crypto.randomUUID(),
  };
  const post = (visitor: Visitor) =>
    callAction(visitor, { action: "actions/programme.ts#planEventAction", page: NEW, form });
  const refused = await post(new Visitor());
  expect(refused.text).toContain('"reason":"signed_out"');
  expect(refused.text).toContain(title);
  expect(await draftsCalled(title)).toEqual([]);
  for (const _press of [1, 2]) expect((await post(organizer)).status).toBeLessThan(400);
  expect(await draftsCalled(title)).toHaveLength(1);
});

/** The form of a new event, filled in but for its template. */
async function fillIn(page: Page, title: string) {
  await page.goto(NEW);
  const field = page.getByRole("textbox", { name: "Titel" });
  await field.fill(title);
  await page.getByLabel("Beginn").fill(berlinTime(new Date(Date.now() + 86_400_000)));
  return { field, send: () => page.getByRole("button", { name: "Entwurf anlegen" }).click() };
}
const isMade = (page: Page) => expect(page).toHaveURL(/\/o\/[^/]+\/e\/[^/]+$/);

test("a lost connection costs nothing that was typed, whether the form arrived or not @long", async ({
  person,
}) => {
  const { page, context } = await person("Henrike");
  await signInAs(page, "organizer");
  const away = `Ohne Netz ${crypto.randomUUID()}`;
  const first = await fillIn(page, away);
  await context.setOffline(true);
  await first.send();
  await expect(page.getByText("Es kam keine Antwort")).toBeVisible();
  await expect(first.field).toHaveValue(away);
  await context.setOffline(false);
  await first.send();
  await isMade(page);
  expect(await draftsCalled(away)).toHaveLength(1);

  const lost = `Antwort verloren ${crypto.randomUUID()}`;
  const second = await fillIn(page, lost);
  let isLost = false;
  await page.route(`**${NEW}`, async (route) => {
    if (isLost || route.request().method() !== "POST") return route.fallback();
    isLost = true;
    await route.fetch({ maxRedirects: 0 });
    await route.abort("connectionreset");
  });
  await second.send();
  await expect(page.getByText("Es kam keine Antwort")).toBeVisible();
  await expect(second.field).toHaveValue(lost);
  await second.send();
  await isMade(page);
  expect(await draftsCalled(lost)).toHaveLength(1);
});
