import type { BrowserContext, Page } from "@playwright/test";
import { z } from "zod";
import { storageEntries } from "../../lib/privacy/storage-keys";
import { sql } from "../fixtures/database";
import { linkIn, mailOfKind } from "../fixtures/mailbox";
import { expect, test } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";
import { signInAs } from "../pages/desk-page";
import { enterByMail, openRegistration, register } from "../pages/registering";
import { eventIdOf, freshAddress } from "../security/registering-over-http";

/** Live all day, with talks; the participant persona takes part in it. */
const LIVE = "angebote-treffen-gesuche";
const LEGAL = ["impressum", "datenschutz", "barrierefreiheit", "kontakt"];
const open = ["/", "/events", "/s", "/n/sensoriknetz-oberland", `/e/${LIVE}`, "/login", "/r/reg_missing"];
const signedIn = ["/me", "/me/talks", "/me/profile", "/me/data", "/o", "/o/sensoriknetz-oberland"];

for (const { language, prefix } of [
  { language: "de", prefix: "" },
  { language: "en", prefix: "/en" },
]) {
  test(`P01: the legal pages are one click away from every page, the lobby and mails (${language})`, async ({
    person,
  }) => {
    const organizer = await new Visitor().signInAs("organizer");
    for (const path of [...open, ...signedIn]) {
      const asked = await organizer.ask(`${prefix}${path === "/" && prefix ? "" : path}`);
      const { text } = asked.location === "" ? asked : await organizer.ask(asked.location);
      for (const page of LEGAL)
        expect(text, `${path} leads to ${page}`).toContain(`href="${prefix}/${page}"`);
    }
    for (const page of LEGAL) expect((await new Visitor().ask(`${prefix}/${page}`)).status).toBe(200);

    const lea = await person("Lea");
    await register(lea, LIVE);
    const { page } = lea;
    for (const path of [`/room/${LIVE}`, "/missing"]) {
      await page.goto(`${prefix}${path}`);
      for (const one of LEGAL) await expect(page.locator(`a[href="${prefix}/${one}"]`)).toBeVisible();
    }

    const email = freshAddress("p01");
    await new Visitor().ask("/api/sign-in/request", { form: { email, locale: language } });
    const mail = await mailOfKind(email, "signin.requested");
    for (const one of ["impressum", "datenschutz", "barrierefreiheit"]) {
      expect(new URL(linkIn(mail, `/${one}`)).pathname).toBe(`${prefix}/${one}`);
    }
  });
}

/** What a browser holds of us now, by kind and name; which room or form is left out. */
async function heldBy(context: BrowserContext, page: Page): Promise<string[]> {
  const cookies = (await context.cookies()).map(({ name }) => `cookie ${name}`);
  const stored = await page.evaluate(() => [
    ...Object.keys(localStorage).map((key) => `localStorage ${key}`),
    ...Object.keys(sessionStorage).map((key) => `sessionStorage ${key}`),
  ]);
  return [...cookies, ...stored].map((name) => name.replace(/(plenum\.(?:room|form)\.).+/, "$1…"));
}

test("P03: nothing is kept in a browser that the privacy notice does not name with its purpose", async ({
  person,
}) => {
  const ada = await person("Ada", { devices: true });
  const { page, context } = ada;
  const seen = new Set<string>();
  const look = async () => {
    for (const name of await heldBy(context, page)) seen.add(name);
  };
  for (const path of ["/", "/events", `/e/${LIVE}`]) await page.goto(path);
  expect(await heldBy(context, page), "before anything was asked for").toEqual([]);
  await page.getByRole("button", { name: "Verbindlich anmelden" }).click();
  await look();
  await register(ada, LIVE, { talks: true });
  await openRegistration(ada);
  await page.getByRole("button", { name: "Gespräche planen" }).click();
  await look();
  const room = await enterByMail(ada);
  await room.expectInside("main");
  await look();
  await signInAs(page, "participant");
  await look();

  const known = storageEntries.map(({ kind, name }) => `${kind} ${name.replace(/^__(?:Host|Secure)-/, "")}`);
  expect([...seen].filter((name) => !known.includes(name))).toEqual([]);
  expect(seen.size, "kinds of things that were kept").toBeGreaterThanOrEqual(4);
  await page.goto("/datenschutz");
  for (const { name } of storageEntries) await expect(page.getByText(name, { exact: true })).toBeVisible();
});

test("P07: registering asks for name and e-mail; the rest is optional and not ticked", async ({ person }) => {
  const { page } = await person("Pia");
  await page.goto(`/e/${LIVE}`);
  const fields = await page
    .locator("form[action='/api/registrations'] :is(input, select, textarea):not([type=hidden])")
    .evaluateAll((inputs) =>
      inputs.map((input) =>
        input instanceof HTMLInputElement
          ? `${input.name}${input.required ? " required" : ""}${input.checked ? " ticked" : ""}`
          : input.tagName,
      ),
    );
  expect(fields).toEqual(["name required", "email required", "organisation", "talksOptIn"]);
});

/** Somebody who came by the mailed link; `talks` shows them to others who take talks. */
async function attendee(name: string, talks: boolean) {
  const email = freshAddress("p09");
  const visitor = new Visitor();
  const form = { eventId: await eventIdOf(LIVE), name, organisation: name, email, locale: "de" };
  const headers = { accept: "application/json" };
  await visitor.ask("/api/registrations", {
    form: { ...form, ...(talks ? { talksOptIn: "on" } : {}) },
    headers,
  });
  const link = linkIn(await mailOfKind(email, "registration.confirmed"), "/j/");
  const { location } = await visitor.ask(new URL(link).pathname);
  const id = location.split("/").at(-1) ?? "";
  expect((await visitor.ask(`/api/registrations/${id}/prove`, { form: {}, headers })).status).toBe(200);
  const shape = z.object({ id: z.string() });
  const [person] = await sql(shape, "select id from people where email = $1", [email]);
  return { email, visitor, personId: person?.id ?? "" };
}

test("P08, P09: an attendee sees nobody who did not opt in, and nobody's address", async () => {
  const hidden = await attendee("Hedda Heimlich", false);
  const shown = await attendee("Sigrid Sichtbar", true);
  const anna = await new Visitor().signInAs("participant");
  await anna.ask(`/api/rooms/${LIVE}/join`, { json: { tab: "tab-of-anna" } });
  const ask = ({ personId }: { personId: string }) => `/me/talks/ask?event=${LIVE}&with=${personId}`;
  const pages = [
    ...["/", "/events", `/e/${LIVE}`, `/e/${LIVE}/registered`, `/room/${LIVE}`, "/me", "/me/profile"],
    ...["suggestions", "requests", "plan"].map((tab) => `/me/talks?event=${LIVE}&tab=${tab}`),
    ...["people", "chat", "hands", "polls", "rounds"].map((what) => `/api/rooms/${LIVE}/${what}`),
    ...["/api/me/talks", `/api/stream?event=${LIVE}&poll=1`, `/api/calendar/e/${LIVE}.ics`],
    `/api/where-am-i?event=${LIVE}&tab=tab-of-anna`,
    ...[ask(shown), ask(hidden)],
  ];
  for (const path of pages) {
    const { text, status } = await anna.ask(path);
    expect(status, path).toBeLessThan(400);
    for (const secret of ["Hedda Heimlich", hidden.email, shown.email]) {
      expect(text, `${secret} at ${path}`).not.toContain(secret);
    }
  }
  expect((await anna.ask(ask(shown))).text, "who takes talks can be asked").toContain("Sigrid Sichtbar");
});
