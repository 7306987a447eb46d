import { z } from "zod";
import { logText } from "../fixtures/app-log";
import { countOf, sql } from "../fixtures/database";
import { callAction } from "../fixtures/server-actions";
import { expect, test } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";
import { moveEvent, planDraft } from "./planning-over-http";
import { eventIdOf, freshAddress, registerOverHttp } from "./registering-over-http";

const id = z.object({ id: z.string() });

test("S30: a network, an owner or a state in the body changes nothing but what the form is for", async () => {
  const organizer = await new Visitor().signInAs("organizer");
  const event = await planDraft(organizer, "Mit fremden Feldern");
  const others = `select id from networks where id not in
    (select network_id from network_members m join people p on p.id = m.person_id where p.name = $1) limit 1`;
  const [foreign] = await sql(id, others, ["Henrike Osterloh"]);
  expect(foreign, "a network where the organizer is nobody").toBeDefined();
  const before = await countOf("events where network_id = $1", [foreign?.id ?? ""]);
  const form = {
    ...{ eventId: event.id, title: "Umgezogen", networkId: foreign?.id ?? "", network_id: foreign?.id ?? "" },
    ...{
      status: "published",
      slug: "gestohlen",
      ownerId: "per_000000",
      createdBy: "per_000000",
      id: "evt_000000",
    },
  };
  const action = "actions/programme.ts#updateEventAction";
  expect((await callAction(organizer, { action, page: event.page, form })).status).toBeLessThan(500);
  const kept = "events where id = $1 and slug = $2 and status = 'draft' and title = 'Umgezogen'";
  expect(await countOf(kept, [event.id, event.slug])).toBe(1);
  expect(await countOf("events where network_id = $1", [foreign?.id ?? ""])).toBe(before);
  const planned = {
    networkId: foreign?.id ?? "",
    template: "webinar",
    title: "Untergeschoben",
    startsLocal: "2027-03-01T10:00",
  };
  const page = "/o/sensoriknetz-oberland/new";
  await callAction(organizer, { action: "actions/programme.ts#planEventAction", page, form: planned });
  expect(await countOf("events where network_id = $1", [foreign?.id ?? ""])).toBe(before);
});

test("S31: one's own event opens nothing of another one of the same network", async () => {
  const organizer = await new Visitor().signInAs("organizer");
  const [mine, other] = [await planDraft(organizer, "Eins"), await planDraft(organizer, "Zwei")];
  await moveEvent(organizer, other, "publish");
  const email = freshAddress("s31");
  await registerOverHttp(new Visitor(), { slug: other.slug, email });
  const [person] = await sql(id, "select id from registrations where email = $1", [email]);
  const speaker = { eventId: other.id, name: "Zwei Spricht" };
  const saveSpeaker = "actions/programme.ts#saveSpeakerAction";
  await callAction(organizer, { action: saveSpeaker, page: other.page, form: speaker });
  const [named] = await sql(id, "select id from speakers where event_id = $1", [other.id]);
  const [registrationIds, speakerId] = [person?.id ?? "", named?.id ?? ""];
  expect([registrationIds, speakerId]).not.toContain("");
  for (const [action, more] of [
    ["actions/registration.ts#cancelRegistrationsAction", { registrationIds }],
    ["actions/registration.ts#tagRegistrationsAction", { registrationIds, tag: "fremd", change: "add" }],
    [saveSpeaker, { speakerId, name: "Untergeschoben" }],
    ["actions/programme.ts#removeSpeakerAction", { speakerId }],
  ] as const) {
    const answer = await callAction(organizer, {
      action,
      page: mine.page,
      form: { eventId: mine.id, ...more },
    });
    expect(answer.status, action).toBeLessThan(500);
  }
  const untouched = "registrations where id = $1 and status = 'confirmed' and tags = '{}'";
  expect(await countOf(untouched, [registrationIds])).toBe(1);
  expect(await countOf("speakers where id = $1 and name = 'Zwei Spricht'", [speakerId])).toBe(1);
  const crossed = `${mine.page}/people/${registrationIds}`;
  expect((await organizer.ask(crossed)).text).not.toContain(email);
});

test("S36: calendar files of what is not public cannot be found by counting", async () => {
  const organizer = await new Visitor().signInAs("organizer");
  const draft = await planDraft(organizer, "Noch geheim");
  const hidden = await sql(
    z.object({ id: z.string(), slug: z.string() }),
    "select id, slug from events where members_only",
  );
  const email = freshAddress("s36");
  await registerOverHttp(new Visitor(), { slug: "angebote-treffen-gesuche", email });
  const [registration] = await sql(id, "select id from registrations where email = $1", [email]);
  const [meeting] = await sql(id, "select id from meetings limit 1");
  expect(hidden.length, "the demo has events for members").toBeGreaterThan(0);
  const names = [draft, ...hidden].flatMap((event) => [`e/${event.slug}`, `e/${event.id}`, `r/${event.id}`]);
  const numbers = Array.from({ length: 20 }, (_, n) =>
    ["e", "r", "m", "p"].map((kind) => `${kind}/${n}`),
  ).flat();
  const others = [`r/${registration?.id}`, `m/${meeting?.id}`, `p/${registration?.id}`];
  for (const name of [...names, ...numbers, ...others]) {
    const answer = await new Visitor().ask(`/api/calendar/${name}.ics`);
    expect([answer.status, answer.location], name).toEqual([404, ""]);
    expect(answer.text, name).not.toMatch(/VEVENT|Noch geheim/);
  }
});

const orders = [
  'sort=name";DROP TABLE users;--',
  "sort=(select pg_sleep(5))",
  "order=asc,pg_sleep(5)&dir=asc,pg_sleep(5)",
  "__proto__=x&constructor=y&sort=__proto__",
  "sort=name&sort=email&page=1;--&status[]=all",
  "page=99999999999999999999",
];
const searches = ["%", "_", "\\", "'", '"', "%_\\'\"", "x".repeat(3_000), "🙂".repeat(200)];

test("S52, S53: hostile orders and searches are a usual page, and only ever text", async () => {
  const organizer = await new Visitor().signInAs("organizer");
  const event = await planDraft(organizer, "Gesucht und sortiert");
  const people = await countOf("people");
  for (const path of [`${event.page}/people`, "/events/find"]) {
    const queries = [...orders, ...searches.map((text) => `q=${encodeURIComponent(text)}`)];
    for (const query of queries) {
      const address = `${path}?${query.replace(/[";() ]/g, encodeURIComponent)}`;
      const answer = await organizer.ask(address);
      expect([200, 400, 414, 431], `${address.slice(0, 90)} answered ${answer.status}`).toContain(
        answer.status,
      );
      expect(answer.text, address.slice(0, 90)).not.toMatch(/syntax error|drizzle|select \*/i);
    }
  }
  expect(await countOf("people")).toBeGreaterThanOrEqual(people);
});

test("S54: seats and times that cannot be are refused, and nothing changes", async () => {
  const organizer = await new Visitor().signInAs("organizer");
  const event = await planDraft(organizer, "Unmögliche Zahlen");
  const eventId = event.id;
  const row = z.object({ capacity: z.number().nullable(), starts_at: z.date(), ends_at: z.date() });
  const query =
    "select capacity, starts_at, ends_at from events join seat_plans on event_id = id where id = $1";
  const before = await sql(row, query, [eventId]);
  const update = "actions/programme.ts#updateEventAction";
  for (const [action, form, word] of [
    ["actions/registration.ts#changeCapacityAction", { capacity: "-1" }, "at_least_one"],
    ["actions/registration.ts#changeCapacityAction", { capacity: "0" }, "at_least_one"],
    ["actions/registration.ts#changeCapacityAction", { capacity: "1000000000" }, "too_many"],
    ["actions/registration.ts#changeCapacityAction", { capacity: "viele" }, "whole_number"],
    [update, { durationMinutes: "-5" }, "too_short"],
    [update, { durationMinutes: String(100 * 365 * 1_440) }, "too_long"],
    [update, { startsLocal: "2027-03-28T02:30" }, "time_does_not_exist"],
    [update, { startsLocal: "2027-03-01T24:00" }, "invalid_time"],
    [update, { startsLocal: "2127-03-01T10:00" }, "too_far_ahead"],
    [update, { startsLocal: "2027-02-29T10:00" }, "day_does_not_exist"],
  ] as const) {
    const answer = await callAction(organizer, { action, page: event.page, form: { eventId, ...form } });
    expect(answer.text, JSON.stringify(form)).toContain(`"${word}"`);
  }
  expect(await sql(row, query, [eventId])).toEqual(before);
});

/** As calendar programs do it for years: HEAD, and a GET that costs nothing while nothing has changed. */
async function expectAskedAgain(program: Visitor, path: string): Promise<void> {
  const first = await program.ask(path);
  const etag = String(first.headers.etag);
  const head = await program.ask(path, { method: "HEAD" });
  expect([head.status, head.text, head.headers.etag]).toEqual([200, "", etag]);
  expect(head.headers["content-type"]).toBe("text/calendar; charset=utf-8");
  const same = await program.ask(path, { headers: { "if-none-match": etag } });
  expect([same.status, same.text]).toEqual([304, ""]);
  expect(same.headers["cache-control"]).toBe("private, no-cache");
  const changed = await program.ask(path, { headers: { "if-none-match": '"another"' } });
  expect([changed.status, changed.text.length]).toEqual([200, first.text.length]);
}

test("S65: the address of a calendar stands in no log, opens nothing else, and names nobody's address", async () => {
  const email = freshAddress("s65");
  await registerOverHttp(new Visitor(), { slug: "angebote-treffen-gesuche", email });
  const ada = await new Visitor().signInByMail(email);
  const opened = await ada.ask("/api/me/calendar", { form: { want: "open", locale: "de" } });
  expect(opened.status).toBe(303);
  const path = /\/api\/calendar\/p\/[\w.-]+\.ics/.exec((await ada.ask("/me")).text)?.[0] ?? "";
  const [row = "", mac = ""] = path.replace(/^.*\/p\/|\.ics$/g, "").split(".");
  expect(mac.length, "at least 128 bit").toBeGreaterThanOrEqual(22);
  const program = new Visitor();
  const feed = await program.ask(path);
  expect(feed.status).toBe(200);
  expect(feed.headers["x-robots-tag"]).toContain("noindex");
  expect(feed.headers["referrer-policy"]).toBe("no-referrer");
  expect(program.cookies.size, "it signs nobody in").toBe(0);
  const entries = feed.text.replace(/\r\n /g, "");
  expect(entries).not.toContain(email);
  expect(entries.match(/mailto:/g)).toHaveLength((entries.match(/^ORGANIZER/gm) ?? []).length);
  for (const method of ["POST", "PUT", "DELETE", "PATCH"]) {
    const written = await program.ask(path, { method, form: { want: "close" } });
    expect([403, 404, 405], `${method} ${written.status}`).toContain(written.status);
  }
  await expectAskedAgain(program, path);
  const other = path.replace(mac, mac.split("").reverse().join(""));
  expect((await program.ask(other)).status).toBe(404);
  expect((await program.ask(`/api/calendar/r/${row}.${mac}.ics`)).status).toBe(404);
  const stored = "calendar_feeds where calendar_feeds::text like '%' || $1 || '%'";
  expect(await countOf(stored, [mac]), "the database alone opens nothing").toBe(0);
  expect(await countOf(stored, [row])).toBe(1);
  await expect.poll(logText).toContain("/api/calendar/p/[token]");
  expect(logText()).not.toContain(mac);
  await ada.ask("/api/me/calendar", { form: { want: "close", locale: "de" } });
  expect((await program.ask(path)).status).toBe(404);
});

test("S41: questions are text on the page of a form, whatever stands in them", async () => {
  const organizer = await new Visitor().signInAs("organizer");
  const event = await planDraft(organizer, "Feindliche Fragen");
  const hostile = '<img src=x onerror="alert(1)">[x](javascript:alert(1))\u202E🙂';
  const form = { eventId: event.id, kind: "choice", labelDe: hostile, labelEn: hostile, helpDe: hostile };
  const more = { purposeDe: hostile, optionsDe: `${hostile}\n<script>alert(2)</script>` };
  const page = `${event.page}/form`;
  await callAction(organizer, {
    action: "actions/forms.ts#saveQuestionAction",
    page,
    form: { ...form, ...more },
  });
  expect(await countOf("form_questions where event_id = $1", [event.id])).toBe(1);
  const long = { ...form, ...more, labelDe: "x".repeat(100_000) };
  const answer = await callAction(organizer, {
    action: "actions/forms.ts#saveQuestionAction",
    page,
    form: long,
  });
  expect(answer.status).toBeLessThan(500);
  expect(await countOf("form_questions where event_id = $1", [event.id])).toBe(1);
  await moveEvent(organizer, event, "publish");
  expect(await eventIdOf(event.slug)).toBe(event.id);
  for (const [who, path] of [
    [new Visitor(), `/e/${event.slug}`],
    [organizer, page],
  ] as const) {
    const shown = await who.ask(path);
    expect(shown.status, path).toBe(200);
    expect(shown.text, path).not.toMatch(/<img src=x|<script>alert|href="javascript:|\u202E/);
    expect(shown.text, path).toContain("&lt;img src=x");
  }
});
