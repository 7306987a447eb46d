import { z } from "zod";
import { sql } from "../fixtures/database";
import { patience } from "../fixtures/environment";
import { linkIn, mailOfKind } from "../fixtures/mailbox";
import { expect, test } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";
import { signInAs } from "../pages/desk-page";
import { moveEvent, planDraft } from "../security/planning-over-http";
import { freshAddress, registerOverHttp } from "../security/registering-over-http";

const makeMembersOnly = (id: string) =>
  sql(z.object({}), "update events set members_only = true where id = $1", [id]);

test("a member finds a members-only event on their own page, reads it and registers", async ({ person }) => {
  const title = `Nur unter uns ${crypto.randomUUID()}`;
  const organizer = await new Visitor().signInAs("organizer");
  const event = await planDraft(organizer, title);
  await makeMembersOnly(event.id);
  await moveEvent(organizer, event, "publish");

  const { page } = await person("Amara");
  await signInAs(page, "speaker");
  await page.goto("/me");
  const list = page.getByRole("region", { name: "Nur für Mitglieder Ihrer Netzwerke" });
  await list.getByRole("link", { name: title, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await expect(page).toHaveTitle(new RegExp(`^${title}`));
  await page.getByRole("textbox", { name: "Name" }).fill("Amara Feldkamp");
  const [amara] = await sql(z.object({ email: z.string() }), "select email from people where name like $1", [
    "%Amara Feldkamp",
  ]);
  await page.getByRole("textbox", { name: "E-Mail" }).fill(amara?.email ?? "");
  await page.getByRole("button", { name: "Verbindlich anmelden" }).click();
  const confirmation = `/e/${event.slug}/registered`;
  await expect(page).toHaveURL(new RegExp(`${confirmation}(\\?|$)`));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sie sind dabei");
  await page.goto("/me");
  const mine = page.getByRole("link", { name: title }).first();
  await expect(mine).toHaveAttribute("href", /\/r\/reg_/);
  await expect(list.getByRole("link", { name: title, exact: true })).toHaveCount(0);

  await mine.click();
  await page.locator("summary", { hasText: "Absagen" }).click();
  await page.getByRole("button", { name: "Teilnahme absagen" }).click();
  await expect(page.getByText("Ihre Teilnahme ist abgesagt.")).toBeVisible();
  await page.goto(confirmation);
  await expect(page, "to the page of the event, which members may see").toHaveURL(/\/register$/);
});

test("S35: a mailed link opens a members-only event and its room only while its registration stands", async () => {
  const title = `Nur wer dabei ist ${crypto.randomUUID()}`;
  const organizer = await new Visitor().signInAs("organizer");
  const event = await planDraft(organizer, title);
  await moveEvent(organizer, event, "publish");
  const guest = new Visitor();
  const email = freshAddress("mailverweis");
  await registerOverHttp(guest, { slug: event.slug, email });
  await makeMembersOnly(event.id);
  const link = new URL(linkIn(await mailOfKind(email, "registration.confirmed"), "/j/"));
  const { location } = await guest.ask(link.pathname);

  const paths = [`/e/${event.slug}/register`, `/room/${event.slug}`, `/e/${event.slug}/registered?own=1`];
  const statuses = () => Promise.all(paths.map(async (path) => (await guest.ask(path)).status));
  expect(await statuses()).toEqual([200, 200, 200]);
  await guest.ask(`/api/registrations/${location.split("/").at(-1)}/cancel`, { form: { locale: "de" } });
  expect(await statuses()).toEqual([404, 404, 307]);
});

test("S35: to strangers and mere claims a members-only event is as missing as one that does not exist", async ({
  person,
}) => {
  const title = `Nicht für alle ${crypto.randomUUID()}`;
  const organizer = await new Visitor().signInAs("organizer");
  const event = await planDraft(organizer, title);
  await moveEvent(organizer, event, "publish");
  const claims = new Visitor();
  await registerOverHttp(claims, { slug: event.slug, email: freshAddress("behauptet") });
  await makeMembersOnly(event.id);

  const { page } = await person("Quirin");
  for (const prefix of ["", "/en"]) {
    for (const slug of [event.slug, "missing"]) {
      const path = `${prefix}/e/${slug}`;
      for (const visitor of [claims, new Visitor()]) {
        const { status, location } = await visitor.ask(path);
        expect([status, location]).toEqual([307, `${path}/register`]);
        const answer = await visitor.ask(`${path}/register`);
        expect(answer.status).toBe(404);
        expect(answer.text).not.toContain(title);
        const confirmation = await visitor.ask(`${path}/registered?own=1`);
        expect([confirmation.status, confirmation.location]).toEqual([307, path]);
      }
      // What the browser holds leads to the cached page, which says nothing of either.
      const { status, location } = await claims.ask(`${path}/registered`);
      expect([status, location]).toEqual([307, `${path}/registered?own=1`]);
      expect((await page.goto(path))?.status()).toBe(404);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(
        prefix ? "This page does not exist" : "Diese Seite gibt es nicht",
      );
    }
  }
});

test("an address that was asked for too early shows its event as soon as it is published", async () => {
  const title = `Bald für alle ${crypto.randomUUID()}`;
  const organizer = await new Visitor().signInAs("organizer");
  const event = await planDraft(organizer, title);
  const stranger = new Visitor();
  const path = `/e/${event.slug}`;
  expect((await stranger.ask(path)).status).toBe(307);
  await moveEvent(organizer, event, "publish");
  await expect.poll(async () => (await stranger.ask(path)).status, { timeout: patience(10) }).toBe(200);
  expect((await stranger.ask(path)).text).toContain(title);
});
