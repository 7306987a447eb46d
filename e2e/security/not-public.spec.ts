import { z } from "zod";
import { sql } from "../fixtures/database";
import { patience } from "../fixtures/environment";
import { expect, test } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";
import { DESK, moveEvent, planDraft } from "./planning-over-http";

const NETWORK = DESK.split("/").at(-1) ?? "";
const endings = ["ics", "atom", "rss", "json"];

/** Everything public that names events: pages, their data for the browser's router, search, feeds, the site map. */
const surfaces = (word: string): string[] => [
  ...["/", "/en", "/events", "/en/events", `/n/${NETWORK}`, `/en/n/${NETWORK}`, "/sitemap.xml"],
  ...[`/events/find?q=${word}`, `/en/events/find?q=${word}`, "/events?_rsc=1abc"],
  ...endings.flatMap((ending) => [`/events.${ending}`, `/en/events.${ending}`, `/n/${NETWORK}.${ending}`]),
];
/** Of these each names every public event of the network that is still to come. */
const complete = (word: string) => [
  `/events/find?q=${word}`,
  "/sitemap.xml",
  ...["ics", "atom"].map((ending) => `/n/${NETWORK}.${ending}`),
];

/** Everything that an event of its own address has. */
const ownAddresses = (slug: string): string[] => [
  `/e/${slug}/register`,
  `/en/e/${slug}/register`,
  `/i/${slug}`,
  `/e/${slug}.png`,
  `/api/calendar/e/${slug}.ics`,
  `/_next/data/x/de/e/${slug}.json`,
  `/room/${slug}`,
];

const readAs = async (path: string, headers: Record<string, string> = {}) =>
  (await new Visitor().ask(path, { headers })).text;

test("S35: neither a draft nor an event for members stands in anything public; their addresses are missing", async () => {
  const organizer = await new Visitor().signInAs("organizer");
  const word = `Kanarie${Date.now().toString(36)}`;
  const draft = await planDraft(organizer, `${word} im Entwurf`);
  const members = await planDraft(organizer, `${word} nur unter uns`);
  await sql(z.object({}), "update events set members_only = true where id = $1", [members.id]);
  await moveEvent(organizer, members, "publish");
  const open = await planDraft(organizer, `${word} für alle`);
  await moveEvent(organizer, open, "publish");

  // The one that everybody may see shows that the places looked at are the right ones, and up to date.
  for (const path of complete(word))
    await expect.poll(() => readAs(path), { message: path, timeout: patience(10) }).toContain(open.slug);
  for (const path of [...surfaces(word), `/e/${open.slug}`]) {
    for (const headers of [{}, { rsc: "1" }] as Record<string, string>[]) {
      const text = await readAs(path, headers);
      for (const hidden of [draft, members]) expect(text, path).not.toContain(hidden.slug);
      expect(text, path).not.toMatch(new RegExp(`${word} (?:im Entwurf|nur unter uns)`));
    }
  }
  for (const { slug } of [draft, members]) {
    for (const path of ownAddresses(slug)) {
      const answer = await new Visitor().ask(path);
      expect(answer.status, path).toBe(404);
      expect(answer.text, path).not.toContain(word);
    }
  }
});
