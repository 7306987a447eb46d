import { z } from "zod";
import { minutesOf } from "../afternoon/connected";
import {
  behind,
  needsOf,
  ofAll,
  ofNetwork,
  ofPair,
  ofPerson,
  outcomesOf,
  pairsOfNetworks,
} from "../afternoon/expected";
import { everybodyAttends } from "../afternoon/people";
import { allBotsPlay, browserPlays, sayOutcomes } from "../afternoon/play";
import { lineIn, reportOf } from "../afternoon/reported";
import {
  endOf,
  FAR_ZONE,
  NETWORKS,
  needOf,
  networkOf,
  PAUSE_MINUTES,
  PEOPLE,
  SLOT_MINUTES,
  SLOTS,
  startOf,
  WITH_BROWSER,
} from "../afternoon/script";
import { type Afternoon, askInBrowsers, askOverHttp, bookByOffice } from "../afternoon/wishes";
import { expectNoViolations } from "../fixtures/accessibility";
import { Bots } from "../fixtures/bots";
import { sql } from "../fixtures/database";
import { patience } from "../fixtures/environment";
import { expect, test } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";
import { signInAs } from "../pages/desk-page";
import { moveEvent, planDraft } from "../security/planning-over-http";

/** Everybody asks, answers and is booked until then; slots that begin within five minutes are offered to nobody. */
const BEFORE_FIRST_MS = 6.5 * 60_000;

/** Hours for talks with slots of one minute: the event's own data, and nobody's clock. */
async function shortSlots(eventId: string): Promise<number> {
  const first = Math.ceil((Date.now() + BEFORE_FIRST_MS) / 60_000) * 60_000;
  await sql(
    z.object({}),
    `insert into talk_windows (event_id, starts_at, ends_at, slot_minutes, pause_minutes)
      values ($1, $2, $3, $4, $5)
      on conflict (event_id) do update set starts_at = $2, ends_at = $3, slot_minutes = $4, pause_minutes = $5`,
    [eventId, new Date(first), new Date(endOf(first, SLOTS - 1)), SLOT_MINUTES, PAUSE_MINUTES],
  );
  return first;
}

async function openRoom(organizer: Visitor, slug: string): Promise<void> {
  await organizer.ask(`/api/rooms/${slug}/join`, { json: { tab: "tab-of-the-host" } });
  const opened = await organizer.ask(`/api/rooms/${slug}/session`, { json: { action: "open" } });
  expect(opened.status).toBe(200);
}

const networkNames = async () =>
  new Map(
    (await sql(z.object({ slug: z.string(), name: z.string() }), "select slug, name from networks")).map(
      ({ slug, name }) => [slug, name],
    ),
  );

/** Every number of the report against the script. */
async function compare(afternoon: Afternoon): Promise<void> {
  const [lines, minutes, names] = [
    await reportOf(afternoon),
    await minutesOf(afternoon),
    await networkNames(),
  ];
  const of = (level: string) => lines.filter((line) => line.level === level);
  const [total] = of("Gesamt");
  if (!total) throw new Error("the report has no total");
  expect(lineIn(total)).toEqual(ofAll(minutes));
  expect(total.cells.get("Personen")).toBe(`${PEOPLE}`);
  const said = outcomesOf(() => true);
  expect(total.cells.get("Zusammenarbeit möglich")).toBe(`${said.cooperation_possible}`);
  expect(total.cells.get("Fand nicht statt")).toBe(`${said.did_not_happen}`);

  expect(of("Person")).toHaveLength(PEOPLE);
  for (const { nth, name } of afternoon.people) {
    const line = of("Person").find((one) => one.name === name);
    expect(line && lineIn(line), name).toEqual(ofPerson(nth, minutes));
  }
  expect(of("Netzwerk")).toHaveLength(NETWORKS.length);
  for (const network of NETWORKS) {
    const line = of("Netzwerk").find((one) => one.name === names.get(network));
    expect(line && lineIn(line), network).toEqual(ofNetwork(network, minutes));
    const mine = outcomesOf((person) => networkOf(person) === network);
    expect(line?.cells.get("Interessant"), network).toBe(`${mine.interesting}`);
  }
  for (const [one, other] of pairsOfNetworks) {
    const both = [names.get(one), names.get(other)].toSorted();
    const line = of("Zwei Netzwerke").find(
      ({ name, second }) => [name, second].toSorted().join() === both.join(),
    );
    const foreign = [one, other].filter((network) => network !== NETWORKS[0]);
    const isFew = foreign.some((network) => behind(network, network === one ? other : one) < 5);
    const counted = line && lineIn(line);
    if (isFew) expect(counted, both.join(" × ")).toBeUndefined();
    else if (counted) expect(counted, both.join(" × ")).toEqual(ofPair(one, other, minutes));
  }
  const topics = of("Thema");
  expect(topics).toHaveLength(new Set(Array.from({ length: PEOPLE }, (_, nth) => needOf(nth))).size);
  const counted = topics.map(({ cells }) =>
    ["Gesucht von", "Ohne Gespräch", "Angeboten von"].map((column) => Number(cells.get(column))).join(" "),
  );
  const tags = [...new Set(Array.from({ length: PEOPLE }, (_, nth) => needOf(nth)))];
  const expected = tags.map(needsOf).map(({ sought, unmet, offered }) => `${sought} ${unmet} ${offered}`);
  expect(counted.toSorted()).toEqual(expected.toSorted());
}

test("@long a matchmaking afternoon: asked, answered, booked, held in three slots, judged, and reported as it went", async ({
  person,
}) => {
  test.setTimeout(25 * 60_000);
  const organizer = await new Visitor().signInAs("organizer");
  const event = await planDraft(organizer, "Nachmittag der Gespräche", {
    template: "matchmaking",
    startsAt: new Date(),
  });
  await moveEvent(organizer, event, "publish");
  await openRoom(organizer, event.slug);
  const names = ["Ada", "Ben", "Cem", "Dora"];
  const browsers = [];
  for (const [nth, name] of names.entries())
    browsers.push(await person(name, { devices: true, ...(nth === 2 ? { timeZone: FAR_ZONE } : {}) }));
  const people = await everybodyAttends(event, browsers);
  const first = await shortSlots(event.id);
  const afternoon: Afternoon = { event, people, organizer, first };

  await askInBrowsers(afternoon);
  await askOverHttp(afternoon);
  await bookByOffice(afternoon);
  expect(Date.now(), "everything was agreed before the first room opens").toBeLessThan(startOf(first, 0));

  const bots = new Bots();
  try {
    await Promise.all([
      allBotsPlay(afternoon, bots),
      ...WITH_BROWSER.map((nth) => browserPlays(afternoon, nth)),
    ]);
  } finally {
    bots.end();
  }
  for (const browser of browsers) await browser.page.goto("about:blank");
  await sayOutcomes(afternoon);
  // LiveKit tells a little later that somebody left; until then a talk's minutes still grow.
  await expect
    .poll(
      async () =>
        (
          await sql(
            z.object({ open: z.coerce.number() }),
            `select count(*) as open from participations p join rooms r on r.id = p.room_id
              where p.event_id = $1 and r.kind = 'talk' and p.joined_at is not null and p.left_at is null`,
            [event.id],
          )
        )[0]?.open,
      { timeout: patience(40) },
    )
    .toBe(0);
  await compare(afternoon);

  const desk = await person("Henrike");
  await signInAs(desk.page, "organizer");
  await desk.page.goto(`${event.page}/talks-report`);
  await expect(desk.page.getByRole("heading", { name: "Auswertung der Gespräche" })).toBeVisible();
  await expectNoViolations(desk.page, "the report on talks");
});
