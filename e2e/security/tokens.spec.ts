import { z } from "zod";
import { countOf, sql } from "../fixtures/database";
import { linkIn, mailOfKind, mailsTo } from "../fixtures/mailbox";
import { expect, test } from "../fixtures/test";
import { type Asked, Visitor } from "../fixtures/visitor";
import { eventIdOf, freshAddress, registerOverHttp } from "./registering-over-http";

/** Somebody of the demo, each time somebody else: one address gets five mails in a quarter of an hour. */
async function knownAddress(): Promise<string> {
  const shape = z.object({ email: z.string() });
  const [row] = await sql(shape, "select email from people where demo order by random() limit 1");
  if (!row) throw new Error("the demo has no people");
  return row.email;
}

const b64 = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

test("S17: a broken login or seat cookie is no login, and no error either", async () => {
  const garbage = [
    ...["%E0%A4%A", "undefined", "a.b.c", "..", "x".repeat(3_000)],
    `${b64({ alg: "none" })}.${b64({ sub: "1", email: "anna.beispiel@example.org" })}.`,
    `${b64({ alg: "dir", enc: "A256GCM" })}....`,
  ];
  for (const value of garbage) {
    const stranger = new Visitor();
    for (const name of ["plenum-login", "plenum-seats", "plenum-flash", "plenum-browser"]) {
      stranger.cookies.set(name, value);
    }
    expect((await stranger.ask("/api/me/talks")).status, value.slice(0, 20)).toBeLessThan(500);
    const page = await stranger.ask("/o/sensoriknetz-oberland");
    expect(page.location, value.slice(0, 20)).toContain("/login");
    const where = await stranger.ask("/api/where-am-i?event=schwingungen-verstehen&tab=abcdefgh");
    expect([401, 403, 404], `${value.slice(0, 20)} ${where.status}`).toContain(where.status);
  }
});

/** Asks with a bearer; undefined where Node itself refuses more header than it holds, and hangs up. */
const askWith = (bearer: string, path: string, asked: Asked = {}) =>
  new Visitor()
    .ask(path, { ...asked, headers: { authorization: `Bearer ${bearer}` } })
    .then((answer) => (answer.status === 431 ? undefined : answer))
    .catch(() => undefined);

test("S17: what is no bearer of ours opens no door and breaks none", async () => {
  const bearers = ["%E0%A4%A", "undefined", `${b64({ alg: "none" })}.${b64({ sub: "1" })}.`];
  for (const bearer of bearers) {
    for (const path of ["/api/me/talks", "/api/where-am-i?event=schwingungen-verstehen&tab=abcdefgh"]) {
      const [plain, answer] = [await new Visitor().ask(path), await askWith(bearer, path)];
      expect([answer?.status, answer?.text], `${path} for ${bearer}`).toEqual([plain.status, plain.text]);
    }
    const raw = { type: "message/rfc822", body: "Subject: zurück\r\n\r\n" };
    expect([401, 404]).toContain((await askWith(bearer, "/api/v1/bounces", { raw }))?.status);
    expect((await askWith(bearer, "/o/sensoriknetz-oberland"))?.location).toMatch(/^\/login/);
  }
  expect(await askWith("x".repeat(100_000), "/api/me/talks"), "100 KB").toBeUndefined();
  expect((await new Visitor().ask("/healthz")).status).toBe(200);
});

test("S19: no address of the sign-in pages leads to another host, signed in or not", async () => {
  const anna = await new Visitor().signInAs("participant");
  for (const evil of ["https://evil.test", "//evil.test", "/\\evil.test", "javascript:alert(1)"]) {
    const next = encodeURIComponent(evil);
    for (const path of [
      `/login?next=${next}`,
      `/en/login?next=${next}`,
      `/api/auth/signin?callbackUrl=${next}`,
    ]) {
      for (const visitor of [anna, new Visitor()]) {
        const answer = await visitor.ask(path);
        expect(answer.status, path).toBeLessThan(500);
        expect(answer.location, path).toMatch(/^(?:\/(?![/\\]).*)?$/);
        expect(answer.text, path).not.toMatch(/(?:href|action)="(?:https?:)?\/\/evil|href="javascript:/);
      }
    }
  }
});

test("S19: after signing in nobody is sent to another host", async () => {
  for (const next of [
    "https://evil.test",
    "//evil.test",
    "/\\evil.test",
    "javascript:alert(1)",
    "/%2f/evil.test",
  ]) {
    const anna = new Visitor();
    const answer = await anna.ask("/api/dev/sign-in", { form: { persona: "participant", next } });
    expect(answer.status).toBe(303);
    expect(answer.location, next).toMatch(/^\/(?![/\\])/);
    expect(answer.location, next).not.toContain("evil.test/");
  }
});

test("S23: the code of an address is guessed at five times at most, known or unknown", async () => {
  for (const email of [await knownAddress(), freshAddress("s23")]) {
    const thief = new Visitor();
    const known = new Set((await mailsTo(email)).map(({ id }) => id));
    const asked = await thief.ask("/api/sign-in/request", { form: { email, locale: "de" } });
    expect([asked.status, asked.location]).toEqual([303, "/login/code"]);
    const mail = await mailOfKind(email, "signin.requested", known);
    const right = /\b\d{6}\b/.exec(mail.text)?.[0] ?? "";
    for (let guess = 0; guess < 5; guess++) {
      const wrong = String((Number(right) + 1 + guess) % 1_000_000).padStart(6, "0");
      const answer = await thief.ask("/api/sign-in/code", { form: { code: wrong, locale: "de" } });
      expect(answer.location).toBe("/login/code");
    }
    const late = await thief.ask("/api/sign-in/code", { form: { code: right, locale: "de" } });
    expect(late.location, "the right code after five wrong ones").toBe("/login/code");
    expect(thief.cookies.has("plenum-login")).toBe(false);
  }
});

const TALKS = "angebote-treffen-gesuche";

/** Opens a mailed link in a fresh browser: its token is gone from the address, and nothing of the page has it. */
async function expectClean(link: URL, page: RegExp): Promise<void> {
  const token = link.pathname.split("/").at(-1) ?? "";
  expect(token.length).toBeGreaterThanOrEqual(22);
  const browser = new Visitor();
  const opened = await browser.ask(`${link.pathname}${link.search}`);
  expect(opened.status, link.pathname.slice(0, 3)).toBe(303);
  expect(opened.headers["referrer-policy"]).toBe("no-referrer");
  expect(opened.headers["cache-control"]).toContain("no-store");
  expect(opened.location).toMatch(page);
  expect(opened.location).not.toContain(token);
  const cookies = [opened.headers["set-cookie"] ?? ""].flat().join("\n");
  expect(cookies).toContain("HttpOnly");
  const shown = await browser.ask(opened.location, { headers: { accept: "text/html" } });
  expect(shown.status, opened.location).toBe(200);
  expect(shown.text).not.toContain(token);
  expect(shown.text).not.toMatch(/(?:src|action)="https?:/);
}

/** Somebody who takes talks and has opened the mailed link; answers with the browser and that mail. */
async function taker(name: string) {
  const visitor = new Visitor();
  const email = freshAddress(name);
  const form = { eventId: await eventIdOf(TALKS), name, email, talksOptIn: "on", locale: "de" };
  await visitor.ask("/api/registrations", { form });
  const mail = await mailOfKind(email, "registration.confirmed");
  await visitor.ask(new URL(linkIn(mail, "/j/")).pathname);
  const { id } = await rowOf("select id from registrations where email = $1", [email]);
  await visitor.ask(`/api/registrations/${id}/prove`, { form: {} });
  const person = await rowOf("select person_id as id from registrations where email = $1", [email]);
  return { visitor, email, mail, personId: person.id };
}

async function rowOf(text: string, values: string[]): Promise<{ id: string }> {
  const [row] = await sql(z.object({ id: z.string() }), text, values);
  if (!row) throw new Error(`nothing found by: ${text}`);
  return row;
}

test("S25: no mailed link keeps its token in the address: joining, changing, cancelling, signing in, answering", async () => {
  const ada = await taker("s25-ada");
  const ben = await taker("s25-ben");
  const personal = linkIn(ada.mail, "/j/");
  await expectClean(new URL(personal), /^\/(?:r\/reg_|room\/)/);
  // Changing and cancelling have the same page, behind a link of its own in the mail.
  const others = [...ada.mail.text.matchAll(/https?:\/\/\S+\/j\/[^\s)>\]]+/g)].map(([text]) => text);
  expect(others.length).toBeGreaterThan(0);
  for (const link of others) await expectClean(new URL(link), /^\/(?:r\/reg_|room\/)/);

  await ada.visitor.ask("/api/sign-in/request", { form: { email: ada.email, locale: "de" } });
  const signIn = await mailOfKind(ada.email, "signin.requested");
  await expectClean(new URL(linkIn(signIn, "/l/")), /^\/signin\/confirm$/);

  const moving = await new Visitor().signInByMail(ada.email);
  const next = freshAddress("s25-neu");
  await moving.ask("/api/me/email", { form: { email: next, locale: "de" } });
  await expectClean(
    new URL(linkIn(await mailOfKind(next, "email.requested"), "/a/")),
    /^\/me\/data\/address$/,
  );

  const page = await ada.visitor.ask(`/me/talks/ask?event=${TALKS}&with=${ben.personId}`);
  const slot = /name="slots"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="slots"/.exec(page.text);
  const wish = { eventId: await eventIdOf(TALKS), toPersonId: ben.personId, note: "" };
  await ada.visitor.ask("/api/meetings", { form: { ...wish, slots: slot?.[1] ?? slot?.[2] ?? "" } });
  const asked = await mailOfKind(ben.email, "meeting.requested");
  await expectClean(new URL(linkIn(asked, "/t/")), /^\/me\/talks\/requests\/req_/);
});

test("S26: scanners that open or probe every link change nothing; only a person's button does", async () => {
  const email = freshAddress("s26");
  const person = new Visitor();
  await person.ask("/api/sign-in/request", { form: { email, locale: "de" } });
  const link = new URL(linkIn(await mailOfKind(email, "signin.requested"), "/l/"));
  const scanner = new Visitor();
  for (const method of ["HEAD", "GET", "GET"]) await scanner.ask(link.pathname, { method });
  await scanner.ask("/signin/confirm");
  expect(await countOf("logins l join people p on p.id = l.person_id where p.email = $1", [email])).toBe(0);
  expect(await countOf("people where email = $1", [email])).toBe(0);

  expect((await person.ask(link.pathname)).location).toBe("/signin/confirm");
  const pressed = await person.ask("/api/sign-in/confirm", { form: {} });
  const consumed = await person.ask(pressed.location);
  expect(consumed.status).toBeLessThan(400);
  expect(person.cookies.has("plenum-login")).toBe(true);
});

test("S28: an address is not buried under sign-in mails", async () => {
  const email = freshAddress("s28");
  const sender = new Visitor();
  for (let turn = 0; turn < 9; turn++) {
    await sender.ask("/api/sign-in/request", { form: { email, locale: "de" } });
  }
  expect(await countOf("sign_in_codes where email = $1", [email])).toBe(5);
  await mailOfKind(email, "signin.requested");
  expect((await mailsTo(email)).length).toBeLessThanOrEqual(5);
});

test("S29: registering a known address answers as for a new one", async () => {
  const known = freshAddress("s29");
  const first = await registerOverHttp(new Visitor(), { slug: "angebote-treffen-gesuche", email: known });
  const again = await registerOverHttp(new Visitor(), { slug: "angebote-treffen-gesuche", email: known });
  const fresh = await registerOverHttp(new Visitor(), {
    slug: "angebote-treffen-gesuche",
    email: freshAddress("s29"),
  });
  const told = ({ status, text }: { status: number; text: string }) => [status, text];
  expect(told(again)).toEqual(told(first));
  expect(told(fresh)).toEqual(told(first));
  const event = await eventIdOf("angebote-treffen-gesuche");
  expect(await countOf("registrations where email = $1 and event_id = $2", [known, event])).toBe(1);
});
