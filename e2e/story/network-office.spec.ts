import { linkIn, mailOfKind } from "../fixtures/mailbox";
import { callAction } from "../fixtures/server-actions";
import { expect, test } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";
import { signInAs } from "../pages/desk-page";
import { moveEvent, planDraft } from "../security/planning-over-http";
import { freshAddress } from "../security/registering-over-http";

const OFFICE = "/o/sensoriknetz-oberland/office";

test("the office lists members by a pasted table and by a domain, finds one, and takes them off again", async ({
  person,
}) => {
  const [listed, other] = [freshAddress("mitglied"), freshAddress("kollege")];
  const domain = `d${crypto.randomUUID().slice(0, 8)}.example.org`;
  const { page } = await person("Henrike");
  await signInAs(page, "organizer");
  await page.goto("/o/sensoriknetz-oberland");
  await page.getByRole("link", { name: "Büro einrichten" }).click();
  await expect(page).toHaveURL(/\/office$/);
  await page
    .getByRole("textbox", { name: "E-Mail-Adressen" })
    .fill(`Name;E-Mail\nA;${listed}\nB;${other}\nC;c@example`);
  await page.getByRole("button", { name: "Aufnehmen", exact: true }).click();
  await expect(
    page.getByText("Neu: 2. Schon auf der Liste: 0. Keine gültige Adresse: C;c@example."),
  ).toBeVisible();

  await page.getByRole("searchbox", { name: "Suchen" }).fill(listed);
  await page.getByRole("button", { name: "Suchen" }).click();
  await expect(page.getByText("1 gefunden, 1 davon hier.")).toBeVisible();
  await page.getByRole("button", { name: `${listed} entfernen` }).click();
  await expect(page.getByText("Auf der Liste steht niemand, auf den das passt.")).toBeVisible();

  await page.getByRole("textbox", { name: "Domain" }).fill("gmail.com");
  await page.getByRole("button", { name: "Domain aufnehmen" }).click();
  await expect(page.getByRole("link", { name: /Bei diesem Anbieter können alle/ })).toBeVisible();
  await page.getByRole("textbox", { name: "Domain" }).fill(domain);
  await page.getByRole("button", { name: "Domain aufnehmen" }).click();
  await page.getByRole("button", { name: `${domain} entfernen` }).click();
  await expect(page.getByRole("button", { name: `${domain} entfernen` })).toHaveCount(0);
});

test("an owner invites to a role; the mail only shows it, the button accepts it, and it can be taken back", async ({
  person,
}) => {
  const email = freshAddress("buero");
  const { page } = await person("Henrike");
  await signInAs(page, "organizer");
  await page.goto(`${OFFICE}/roles`);
  await page.getByRole("textbox", { name: "E-Mail-Adresse" }).fill(email);
  await page.getByRole("radio", { name: /^Nur ansehen/ }).check({ force: true });
  await page.getByRole("button", { name: "Einladen", exact: true }).click();
  await expect(page.getByRole("button", { name: `Einladung an ${email} zurückziehen` })).toBeVisible();

  const path = new URL(linkIn(await mailOfKind(email, "role.offered"), "/o/offered/")).pathname;
  const invited = await new Visitor().signInByMail(email);
  const offer = await invited.ask(path);
  expect([offer.status, offer.text.includes("Annehmen")]).toEqual([200, true]);
  expect((await invited.ask("/o/sensoriknetz-oberland")).status, "opening the link gave nothing").toBe(404);
  const stranger = await new Visitor().signInByMail(freshAddress("fremd"));
  const answers = await Promise.all([path, "/o/offered/rol_missing000"].map((one) => stranger.ask(one)));
  for (const { status, text } of answers)
    expect([status, text.includes("Annehmen"), text.includes("Sensoriknetz")]).toEqual([200, false, false]);
});

test("a listed person finds the members-only event with their proven address, whoever else has it not", async () => {
  const title = `Nur für Gelistete ${crypto.randomUUID()}`;
  const organizer = await new Visitor().signInAs("organizer");
  const event = await planDraft(organizer, title);
  const page = `/o/sensoriknetz-oberland/e/${event.slug}`;
  const entrance = { eventId: event.id, membersOnly: "on", membersBy: "list" };
  await callAction(organizer, { action: "actions/programme.ts#changeEntranceAction", page, form: entrance });
  await moveEvent(organizer, event, "publish");
  const email = freshAddress("gelistet");
  const [networkId] = (await organizer.ask(OFFICE)).text.match(/net_[0-9a-z]+/) ?? [];
  const form = { networkId: networkId ?? "", text: email };
  await callAction(organizer, { action: "actions/alliance.ts#addMembersAction", page: OFFICE, form });

  const [listed, stranger] = [
    await new Visitor().signInByMail(email),
    await new Visitor().signInByMail(freshAddress("ungelistet")),
  ];
  const statusFor = async (visitor: Visitor, slug: string) =>
    (await visitor.ask(`/e/${slug}/register`)).status;
  expect(await statusFor(listed, event.slug)).toBe(200);
  for (const visitor of [stranger, new Visitor()])
    expect([await statusFor(visitor, event.slug), await statusFor(visitor, "missing")]).toEqual([404, 404]);

  const post = (visitor: Visitor, address: string) =>
    visitor.ask("/api/registrations", {
      form: { eventId: event.id, name: "Mia Beispiel", email: address, locale: "de" },
      headers: { accept: "application/json" },
    });
  expect((await post(stranger, email)).status, "S38: a direct post of a stranger").toBe(404);
  expect((await post(new Visitor(), email)).status, "typing a member's address proves nothing").toBe(404);
  expect((await post(listed, email)).status).toBeLessThan(300);
});
