import { expectNoViolations } from "../fixtures/accessibility";
import { callAction } from "../fixtures/server-actions";
import { expect, test } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";
import { signInAs } from "../pages/desk-page";
import { closedTo, linksOn, RolesOf, signedInByMail } from "../pages/roles-page";
import { DESK, moveEvent, planDraft } from "../security/planning-over-http";
import { freshAddress, registerOverHttp } from "../security/registering-over-http";

/** A published event with seats on site and somebody registered. */
async function anEventWithDoor(title: string) {
  const organizer = await new Visitor().signInAs("organizer");
  const event = await planDraft(organizer, `${title} ${crypto.randomUUID()}`);
  const say = (action: string, form: Record<string, string>) =>
    callAction(organizer, { action, page: event.page, form: { eventId: event.id, ...form } });
  await say("actions/programme.ts#updateEventAction", { place: "Haus der Technik, Musterstadt" });
  await say("actions/registration.ts#changeCapacityAction", { capacity: "", onsiteCapacity: "9" });
  await moveEvent(organizer, event, "publish");
  await registerOverHttp(new Visitor(), {
    ...{ slug: event.slug, email: freshAddress("gast"), name: "Ada Beispiel" },
  });
  return event;
}

test("an owner gives the door to a helper by mail: it opens the scanner and nothing else, until it is given up", async ({
  person,
}) => {
  const event = await anEventWithDoor("Forum mit Einlass");
  const email = freshAddress("helferin");
  const { page } = await person("Henrike");
  await signInAs(page, "organizer");
  await page.goto(event.page);
  await page.getByRole("link", { name: "Rollen", exact: true }).click();
  const roles = new RolesOf(page, event.page);
  const offer = await roles.invite(email, "Einlass");
  await expectNoViolations(page, "roles of an event with an invitation");

  const { page: own } = await person("Mia", { viewport: { width: 390, height: 844 } });
  const helper = await signedInByMail(own, email);
  const door = `/checkin/${event.slug}`;
  await own.goto(offer);
  expect((await helper.ask(door)).status, "opening the mailed link gave nothing").toBe(404);
  await expect(own.getByText("Am Einlass scannen")).toBeVisible();
  await own.getByRole("button", { name: "Annehmen" }).click();
  await expect(own).toHaveURL(/\/me(#tasks)?$/);
  const tasks = own.getByRole("region", { name: "Ihre Aufgaben" });
  await expectNoViolations(own, "own page with a task");
  const paths = await linksOn(own);
  expect(await closedTo(helper, paths)).toEqual([]);
  await tasks.getByRole("link", { name: "Einlass" }).click();
  await expect(own).toHaveURL(new RegExp(`${door}$`));
  const closed = [event.page, `${event.page}/people`, `${event.page}/roles`, `/console/${event.slug}`, DESK];
  expect(await closedTo(helper, closed)).toEqual(closed);

  await page.reload();
  await expect(roles.openOffer(email)).toHaveCount(0);
  await expect(roles.holder(email)).toContainText("Einlass");
  await own.goto("/me");
  await tasks.locator("summary").click();
  await tasks.getByRole("button", { name: /^Rolle abgeben: / }).click();
  await expect(tasks).toHaveCount(0);
  expect((await helper.ask(door)).status).toBe(404);
  await page.reload();
  await expect(roles.holder(email)).toHaveCount(0);
});

test("an observer of one event reads its list, and no link there leads to what does not open", async ({
  person,
}) => {
  const event = await anEventWithDoor("Forum mit Gast der Förderung");
  const email = freshAddress("beobachter");
  const { page } = await person("Henrike");
  await signInAs(page, "organizer");
  const roles = new RolesOf(page, event.page);
  await roles.open();
  const first = await roles.invite(email, "Nur ansehen");
  await roles.openOffer(email).click();
  await expect(roles.openOffer(email)).toHaveCount(0);

  const { page: own } = await person("Ole");
  const observer = await signedInByMail(own, email);
  await own.goto(first);
  await expect(own.getByRole("heading", { level: 1 })).toHaveText("Diese Einladung gibt es für Sie nicht");
  const second = await roles.invite(email, "Nur ansehen");
  await own.goto(second);
  await own.getByRole("button", { name: "Annehmen" }).click();
  await own.getByRole("link", { name: "Liste der Personen" }).click();
  await expect(own.getByRole("rowheader", { name: "Ada Beispiel" })).toBeVisible();
  await expect(own.getByRole("link", { name: "Ada Beispiel" })).toHaveCount(0);
  await expect(own.getByRole("link", { name: "Rollen", exact: true })).toHaveCount(0);
  for (const below of ["/people", "", "/form", "/materials", "/run", "/numbers"]) {
    await own.goto(`${event.page}${below}`);
    const links = await linksOn(own);
    expect(await closedTo(observer, links), `links of ${below || "the overview"}`).toEqual([]);
  }
  await expectNoViolations(own, "an event's desk for an observer");
});

test("an observer of the office finds no link that does not open either", async ({ person }) => {
  const event = await anEventWithDoor("Forum, vom Büro aus gesehen");
  const email = freshAddress("buerogast");
  const owner = await new Visitor().signInAs("organizer");
  const { page } = await person("Henrike");
  await signInAs(page, "organizer");
  await page.goto(`${DESK}/office/roles`);
  await new RolesOf(page, `${DESK}/office`).invite(email, "Nur ansehen");
  const { page: own } = await person("Kim");
  const observer = await signedInByMail(own, email);
  const offered = new RolesOf(page, `${DESK}/office`).openOffer(email).locator("xpath=ancestor::form");
  const invitationId = await offered.locator("input[name=invitationId]").inputValue();
  const form = { invitationId, locale: "de" };
  const action = "actions/alliance.ts#acceptRoleAction";
  const accepted = await callAction(observer, { action, page: `/o/offered/${invitationId}`, form });
  expect(accepted.status).toBeLessThan(400);
  for (const path of ["/me", DESK, event.page, `${event.page}/people`]) {
    await own.goto(path);
    const links = (await linksOn(own)).slice(0, 40);
    expect(await closedTo(observer, links), `links of ${path}`).toEqual([]);
  }
  expect((await owner.ask(`${event.page}/roles`)).status).toBe(200);
  expect((await observer.ask(`${event.page}/roles`)).status).toBe(404);
});
