import ICAL from "ical.js";
import { expect, test } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";

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

test("a calendar that is known is not sent again, until an event changes", async () => {
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

test("the public pages of a series lead to its programme in frab's form", async () => {
  const { location } = await new Visitor().ask("/s");
  const xml = await new Visitor().ask(`${location}/schedule.xml`);
  expect([xml.status, xml.text.includes("<conference>")]).toEqual([200, true]);
  const json = await new Visitor().ask(`${location}/schedule.json`);
  expect(JSON.parse(json.text).schedule.conference.daysCount).toBeGreaterThan(3);
});
