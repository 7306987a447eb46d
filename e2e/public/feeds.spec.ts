import ICAL from "ical.js";
import { callAction } from "../fixtures/server-actions";
import { expect, test } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";
import { moveEvent, planDraft } from "../security/planning-over-http";

const NETWORK = "sensoriknetz-oberland";
const EVENT = "befunde-in-einer-stunde";

/** Bodies by their public addresses: the page's own with an ending. */
const addresses = [
  ["/events.ics", "text/calendar", "BEGIN:VCALENDAR"],
  ["/en/events.atom", "application/atom+xml", "<feed"],
  [`/n/${NETWORK}.rss`, "application/rss+xml", "<rss"],
  [`/en/n/${NETWORK}.json`, "application/feed+json", "{"],
  ["/sitemap.xml", "application/xml", "<urlset"],
  ["/robots.txt", "text/plain", "Sitemap:"],
] as const;

test("lists, site map and robots file stand at the addresses that pages and conventions name", async () => {
  for (const [path, type, start] of addresses) {
    const { status, headers, text } = await new Visitor().ask(path);
    expect([path, status, String(headers["content-type"]).split(";")[0]]).toEqual([path, 200, type]);
    expect(text, path).toContain(start);
  }
  const { text } = await new Visitor().ask("/events");
  for (const ending of ["ics", "atom", "rss", "json"]) expect(text).toContain(`href="/events.${ending}"`);
  expect((await new Visitor().ask("/n/no-such-network.atom")).status).toBe(404);
});

test("a calendar that is known is not sent again", async () => {
  for (const path of [`/n/${NETWORK}.ics`, `/api/calendar/e/${EVENT}.ics`]) {
    const ask = (known = "") => new Visitor().ask(path, { headers: { "if-none-match": known } });
    const first = await ask();
    const version = String(first.headers.etag);
    expect([path, first.status]).toEqual([path, 200]);
    const calendar = new ICAL.Component(ICAL.parse(first.text));
    expect(calendar.getAllSubcomponents("vevent").length).toBeGreaterThan(0);
    expect([path, (await ask(version)).status]).toEqual([path, 304]);
    expect([path, (await ask(`"old", W/${version}`)).status]).toEqual([path, 304]);
    expect([path, (await ask('"old"')).status]).toEqual([path, 200]);
  }
});

test("an event that changes gives every file that names it another version", async () => {
  const organizer = await new Visitor().signInAs("organizer");
  const mark = crypto.randomUUID();
  const event = await planDraft(organizer, `Abonniert ${mark}`);
  await moveEvent(organizer, event, "publish");
  const ask = (path: string, known = "") => new Visitor().ask(path, { headers: { "if-none-match": known } });
  const known = new Map<string, string>();
  for (const path of [`/n/${NETWORK}.json`, "/en/events.atom"]) {
    await expect.poll(async () => (await ask(path)).text, { message: path }).toContain(`Abonniert ${mark}`);
    known.set(path, String((await ask(path)).headers.etag));
  }
  const renamed = `Umbenannt ${mark}`;
  await callAction(organizer, {
    action: "actions/programme.ts#updateEventAction",
    page: event.page,
    form: { eventId: event.id, title: renamed },
  });
  for (const [path, version] of known) {
    await expect.poll(async () => (await ask(path, version)).text, { message: path }).toContain(renamed);
    const { status, headers, text } = await ask(path, version);
    expect([status, headers.etag === version], path).toEqual([200, false]);
    expect(text, path).not.toContain(`Abonniert ${mark}`);
  }
});

test("the public pages of a series lead to its programme in frab's form", async () => {
  const { location } = await new Visitor().ask("/s");
  const xml = await new Visitor().ask(`${location}/schedule.xml`);
  expect([xml.status, xml.text.includes("<conference>")]).toEqual([200, true]);
  const json = await new Visitor().ask(`${location}/schedule.json`);
  expect(JSON.parse(json.text).schedule.conference.daysCount).toBeGreaterThan(3);
});
