import type { Page } from "@playwright/test";
import { z } from "zod";
import { expectNoViolations } from "../fixtures/accessibility";
import { sql } from "../fixtures/database";
import { patience } from "../fixtures/environment";
import { linkIn, type Mail, mailOfKind } from "../fixtures/mailbox";
import { callAction } from "../fixtures/server-actions";
import { expect, type Person, test } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";
import { signInAs } from "../pages/desk-page";
import { moveEvent, planDraft } from "../security/planning-over-http";

type Fields = Record<string, string>;

/** A published event whose office has said so about its seats. */
async function anEventWith({
  seats = {},
  rules = {},
  place = "",
}: {
  seats?: Fields;
  rules?: Fields;
  place?: string;
}) {
  const organizer = await new Visitor().signInAs("organizer");
  const event = await planDraft(organizer, `Plätze ${crypto.randomUUID()}`);
  const say = async (name: string, form: Fields) => {
    const action = `actions/${name}`;
    const answer = await callAction(organizer, {
      action,
      page: event.page,
      form: { eventId: event.id, ...form },
    });
    expect(answer.text, name).toContain('"status":"done"');
  };
  if (place) await say("programme.ts#updateEventAction", { place });
  await say("registration.ts#changeCapacityAction", { capacity: "1", waitlist: "on", ...seats });
  await say("registration.ts#changeSeatRulesAction", { switchHours: "0", ...rules });
  // An hour ahead is too late for offers of hours: tomorrow is not.
  await sql(
    z.object({}),
    "update events set starts_at = now() + interval '30 hours', ends_at = now() + interval '32 hours' where id = $1",
    [event.id],
  );
  await moveEvent(organizer, event, "publish");
  return event;
}

async function fillIn(
  { page, name, email }: Person,
  path: string,
  button: string,
  choice = "",
): Promise<void> {
  await page.goto(path);
  const form = page.locator("form[action='/api/registrations']");
  if (choice) await form.getByRole("radio", { name: choice }).check();
  await form.getByRole("textbox", { name: "Name" }).fill(name);
  await form.getByRole("textbox", { name: "E-Mail" }).fill(email);
  await form.getByRole("button", { name: button }).click();
}

const sequenceOf = ({ ics }: Mail): number => Number(/SEQUENCE:(\d+)/.exec(ics ?? "")?.[1]);

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

/** The page of one's own registration, by the link of this mail. */
async function openOwn({ page, email }: Person, kind: string): Promise<void> {
  const { text } = await mailOfKind(email, kind);
  const link = text.match(/\S+\/j\/\S+/g)?.find((one) => !one.includes("?"));
  await page.goto(link ?? "");
  await expect(page).toHaveURL(/\/r\/reg_/);
}

test("a hybrid event has two lists, and people switch between them", async ({ person }) => {
  const event = await anEventWith({ seats: { capacity: "5", onsiteCapacity: "1" }, place: "Musterstadt" });
  const ada = await person("Ada", { viewport: { width: 390, height: 844 } });
  await ada.page.goto(`/e/${event.slug}`);
  await expectNoViolations(ada.page, "form with a choice of seats");
  await fillIn(ada, `/e/${event.slug}`, "Verbindlich anmelden", "Vor Ort: Musterstadt");
  await expect(heading(ada.page)).toHaveText("Sie sind dabei");

  const ben = await person("Ben", { javaScript: false });
  await fillIn(ben, `/e/${event.slug}`, "Verbindlich anmelden", "Vor Ort: Musterstadt");
  await expect(heading(ben.page)).toHaveText("Sie stehen auf der Warteliste");
  await openOwn(ben, "registration.waiting");
  await expect(ben.page.getByText("Sie stehen auf der Warteliste, Platz 1.")).toBeVisible();

  await openOwn(ada, "registration.confirmed");
  await expect(ada.page.getByText("Ihr Platz vor Ort ist bestätigt.")).toBeVisible();
  await expectNoViolations(ada.page, "own page of a hybrid event");
  await ada.page.getByRole("button", { name: "Zu online wechseln" }).click();
  await expect(ada.page.getByText("Ihr Wechsel ist gespeichert.")).toBeVisible();
  const [first, moved] = [
    await mailOfKind(ada.email, "registration.confirmed"),
    await mailOfKind(ada.email, "registration.switched"),
  ];
  expect(moved.icsMethod).toBe("REQUEST");
  expect(sequenceOf(moved)).toBe(sequenceOf(first) + 1);
  const promoted = await mailOfKind(ben.email, "registration.promoted");
  expect(promoted.ics).toContain("LOCATION:Musterstadt");
  await expect(ada.page.getByText("Vor Ort ist zurzeit kein Platz frei.")).toBeVisible();
});

test("R22: a free seat is offered, taken by one click, and goes on when nobody takes it", async ({
  person,
}) => {
  test.setTimeout(patience(180));
  const event = await anEventWith({ rules: { offerHours: "6" } });
  const [ada, ben, cem] = [
    await person("Ada", { javaScript: false }),
    await person("Ben"),
    await person("Cem", { javaScript: false }),
  ];
  await fillIn(ada, `/e/${event.slug}`, "Verbindlich anmelden");
  const list = `/e/${event.slug}/register`;
  await fillIn(ben, list, "Auf die Warteliste setzen");
  await fillIn(cem, list, "Auf die Warteliste setzen");
  await openOwn(ada, "registration.confirmed");
  await ada.page.locator("summary", { hasText: "Absagen" }).click();
  await ada.page.getByRole("button", { name: "Teilnahme absagen" }).click();

  const offer = await mailOfKind(ben.email, "registration.offered");
  await ben.page.goto(linkIn(offer, "/j/"));
  await expect(ben.page.getByText("Für Sie ist ein Platz frei.")).toBeVisible();
  await expectNoViolations(ben.page, "own page with an offer");
  // Time passes: the clock's job ends the offer, and the seat goes on to whoever waits next.
  await sql(
    z.object({}),
    "update registrations set offered_until = now() where event_id = $1 and status = 'offered'",
    [event.id],
  );
  await ben.page.getByRole("button", { name: "Platz annehmen" }).click();
  await expect(ben.page.getByText("Dieses Angebot gilt nicht mehr.")).toBeVisible();
  await expect
    .poll(
      async () => {
        const rows = await sql(
          z.object({ status: z.string() }),
          "select status from registrations where event_id = $1 order by place",
          [event.id],
        );
        return rows.map(({ status }) => status);
      },
      { timeout: patience(90) },
    )
    .toEqual(["cancelled", "cancelled", "offered"]);
  await mailOfKind(ben.email, "registration.expired");
  await cem.page.goto(linkIn(await mailOfKind(cem.email, "registration.offered"), "/j/"));
  await cem.page.getByRole("button", { name: "Platz annehmen" }).click();
  await expect(cem.page.getByText("Der Platz gehört Ihnen.")).toBeVisible();
  expect((await mailOfKind(cem.email, "registration.confirmed")).icsMethod).toBe("REQUEST");
});

test("the office decides by hand, invites who needs no yes, and people bring colleagues along", async ({
  person,
}) => {
  const event = await anEventWith({ seats: { capacity: "9" }, rules: { approval: "on" } });
  const [ada, ben] = [await person("Ada"), await person("Ben")];
  for (const asking of [ada, ben]) {
    await fillIn(asking, `/e/${event.slug}`, "Anmeldung anfragen");
    await expect(heading(asking.page)).toHaveText("Ihre Anfrage ist angekommen");
    await mailOfKind(asking.email, "registration.pending");
  }
  const { page: desk } = await person("Henrike");
  await signInAs(desk, "organizer");
  await desk.goto(`${event.page}/people?status=pending`);
  await expectNoViolations(desk, "people who ask");
  await desk.getByRole("button", { name: `${ada.name} zusagen` }).click();
  await expect(desk.getByRole("button", { name: `${ada.name} zusagen` })).toHaveCount(0);
  await desk.getByRole("button", { name: `${ben.name} ablehnen` }).click();
  await mailOfKind(ben.email, "registration.declined");

  await desk.goto(event.page);
  await desk.locator("summary", { hasText: "Einladung anlegen" }).click();
  await desk.getByRole("textbox", { name: "Für wen" }).fill("Fachgruppe");
  await desk.getByRole("button", { name: "Anlegen", exact: true }).click();
  const link = desk.getByRole("link", { name: /\/i\// });
  await expect(link).toBeVisible();
  await expectNoViolations(desk, "desk with invitations");
  const cem = await person("Cem", { javaScript: false });
  const path = new URL((await link.textContent()) ?? "").pathname;
  await fillIn(cem, path, "Verbindlich anmelden");
  await expect(heading(cem.page)).toHaveText("Sie sind dabei");
  await cem.page.goto(path);
  await expect(heading(cem.page)).toHaveText("Diese Einladung gilt nicht mehr");

  await openOwn(ada, "registration.confirmed");
  const dora = await person("Dora");
  await ada.page.locator("summary", { hasText: "Jemanden mitanmelden" }).click();
  await ada.page.locator("#colleague-name").fill(dora.name);
  await ada.page.locator("#colleague-email").fill(dora.email);
  await ada.page.getByRole("button", { name: "Person anmelden" }).click();
  await expect(ada.page.getByText("Wir haben der Person geschrieben.")).toBeVisible();
  const mail = await mailOfKind(dora.email, "registration.pending");
  expect(mail.text).toContain(`${ada.name} hat Sie angemeldet.`);
});
