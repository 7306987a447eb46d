import { expect, it } from "vitest";
import { markupOf } from "@/components/testing/markup";
import { LiveRegions } from "@/components/ui/live-regions";
import type { LiveNumbers } from "@/domain/attendance/schema/live";
import { fakeSession } from "@/realtime/client/testing/fake-session";
import { roomMarkup } from "../testing/room-markup";
import { ConnectionLines, isAlarming } from "./connection-lines";
import { MissingPeople } from "./missing-people";
import { NumbersCurve } from "./numbers-curve";
import { SpeakingShares } from "./speaking-shares";
import { WallAddress } from "./wall-address";

const wordsOf = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
const clock = (at: string) => at.slice(11, 16);
const done = async () => undefined;

const curve: NonNullable<LiveNumbers["curve"]> = {
  points: [
    { at: "2026-11-24T09:00:00.000Z", count: 1 },
    { at: "2026-11-24T09:30:00.000Z", count: 12 },
    { at: "2026-11-24T10:00:00.000Z", count: 7 },
  ],
  peak: { at: "2026-11-24T09:20:00.000Z", count: 12 },
};

it("A: says in a table what the picture says, which is hidden from screen readers", () => {
  const html = markupOf(<NumbersCurve curve={curve} clock={clock} />);
  expect(html).toContain('aria-hidden="true"');
  const table = wordsOf(html.slice(html.indexOf("<details")));
  expect(table).toContain("Uhrzeit Anwesende 09:00 1 09:30 12 10:00 7");
});

it("says why there is no curve: nobody was there yet, or nobody's time is looked at", () => {
  const none = { points: [], peak: { at: curve.peak.at, count: 0 } };
  expect(markupOf(<NumbersCurve curve={none} clock={clock} />)).toContain("Noch war niemand im Raum.");
  expect(markupOf(<NumbersCurve curve={null} clock={clock} />)).toContain("werden keine Minuten gezählt");
});

it("says which part of what was said each role said", () => {
  const speaking: LiveNumbers["speaking"] = [
    { role: "host", seconds: 90 },
    { role: "participant", seconds: 30 },
  ];
  const words = wordsOf(markupOf(<SpeakingShares speaking={speaking} />));
  expect(words).toContain("Moderation 75 % 2 Teilnehmende 25 % 1");
  expect(markupOf(<SpeakingShares speaking={[]} />)).toContain("Noch hat niemand gesprochen.");
});

const shown = (missing: Partial<LiveNumbers["missing"]>) => {
  const all = { count: 3, unreminded: 2, mayRemind: true, people: [], ...missing };
  const view = (
    <LiveRegions label="Meldungen">
      <MissingPeople missing={all} clock={clock} onReminded={done} />
    </LiveRegions>
  );
  return wordsOf(roomMarkup(fakeSession().session, view, "host"));
};

it("names who is missing, and offers to remind those whom nobody reminded, while that helps", () => {
  const people = [
    { id: "reg_a", name: "Anna Abwesend", organisation: "Werk", remindedAt: null },
    { id: "reg_b", name: "Bert Fern", organisation: "", remindedAt: "2026-11-24T09:10:00.000Z" },
  ];
  const words = shown({ people });
  expect(words).toContain("3 Personen mit Platz online sind nicht da.");
  expect(words).toContain("2 Personen erinnern");
  expect(words).toContain("Anna Abwesend Werk");
  expect(words).toContain("erinnert um 09:10 Uhr");
  expect(words).toContain("und eine weitere Person");
  for (const nobody of [{ unreminded: 0 }, { mayRemind: false }])
    expect(shown({ people, ...nobody })).not.toContain("Personen erinnern");
  expect(shown({ count: 0, unreminded: 0 })).toContain("Niemand fehlt.");
});

it("offers the wall an address, and what can be done with the one it has", () => {
  const wall = (token: string | null) =>
    roomMarkup(fakeSession().session, <WallAddress token={token} onChange={done} />, "host");
  expect(wall(null)).toContain("Adresse anlegen");
  const html = wall("wal_abcdefgh");
  expect(html).toContain('href="/wall/wal_abcdefgh"');
  expect(html).not.toContain("Adresse anlegen");
});

it("says how many connections are good and bad, of all and of one's own networks", () => {
  const own = { id: "net_a", name: "Sensoriknetz", good: 4, poor: 0, lost: 1 };
  const words = wordsOf(
    markupOf(<ConnectionLines lines={{ good: 12, poor: 2, lost: 1, networks: [own] }} />),
  );
  expect(words).toContain("Netzwerk Gut Schwach Abgerissen Alle 12 2 1 Sensoriknetz 4 0 1");
  const none = { good: 0, poor: 0, lost: 0, networks: [] };
  expect(markupOf(<ConnectionLines lines={none} />)).toContain("Noch hat kein Browser etwas gemeldet.");
});

it.each([
  [{ good: 27, poor: 2, lost: 1 }, false],
  [{ good: 26, poor: 2, lost: 1 }, true],
  [{ good: 0, poor: 2, lost: 0 }, false],
])("is an alarm from three bad connections and more than a tenth on: %o", (lines, alarm) => {
  expect(isAlarming(lines)).toBe(alarm);
});
