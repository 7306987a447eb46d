import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { ListedTalk } from "@/domain/matchmaking/queries/talk-list";
import { homeZone } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";
import { TalkDeskView } from "./talk-desk";
import { TalkListView } from "./talk-list";

const words = messages.de.talks.desk;
const drawn = (view: React.ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="de" messages={messages.de} timeZone={homeZone}>
      {view}
    </NextIntlClientProvider>,
  );

const hours = {
  startsAt: new Date("2027-03-01T09:00:00Z"),
  endsAt: new Date("2027-03-01T12:00:00Z"),
  ...{ slotMinutes: 20, pauseMinutes: 5 },
};

it.each([
  ["an event with people on site", { onsite: {} }, 0, true],
  ["an event with tables", { onsite: null }, 3, true],
  ["an event that is online only", { onsite: null }, 0, false],
])("tables come first where somebody can sit at one: %s", (_what, seats, tables, first) => {
  const html = drawn(
    <TalkDeskView
      desk={{ hours, tables, people: [], slots: [] }}
      event={{ id: "evt_1", timeZone: homeZone, seats }}
      back="/o/netz/e/treffen/tables"
      locale="de"
    />,
  );
  expect(html).toContain(words.tables);
  expect(html.indexOf(words.tables) < html.indexOf(words.book)).toBe(first);
});

it("asks for the hours as for everything that takes place: one start and how long, with when that ends", () => {
  const html = drawn(
    <TalkDeskView
      desk={{ hours, tables: 0, people: [], slots: [] }}
      event={{ id: "evt_1", timeZone: homeZone, seats: { onsite: null } }}
      back="/o/netz/e/treffen/tables"
      locale="de"
    />,
  );
  expect(html.match(/type="datetime-local"/g)).toHaveLength(1);
  expect(html).toMatch(
    /name="startsLocal"[^>]*value="2027-03-01T10:00"|value="2027-03-01T10:00"[^>]*name="startsLocal"/,
  );
  expect(html).toMatch(/name="durationMinutes"[^>]*value="180"|value="180"[^>]*name="durationMinutes"/);
  expect(html.replaceAll("\u00a0", " ")).toContain("Zurzeit bis Mo., 1. März 2027, 13:00 Uhr MEZ.");
});

const side = (name: string, came: "came" | "missed"): ListedTalk["sides"][number] => ({
  ...{ personId: `per_${name}`, name, organisation: "", came, isCorrected: false, misses: 0 },
});
const talk: ListedTalk = {
  ...{ meetingId: "mtg_1", state: "held", minutes: 20, place: "online", movedFrom: null, isReleased: false },
  startsAt: new Date("2027-03-10T09:00:00Z"),
  endsAt: new Date("2027-03-10T09:20:00Z"),
  sides: [side("Ada", "came"), side("Ben", "missed")],
};

it("beside who came stands what a press records, not something that reads as what happened", () => {
  const html = drawn(
    <TalkListView
      list={{ talks: [talk], all: 1, page: 1 }}
      perPage={50}
      slots={[]}
      zone={homeZone}
      back="/o/netz/e/treffen/tables"
      locale="de"
    />,
  );
  const names = [...html.matchAll(/<button[^>]*aria-label="([^"]*)"[^>]*>([^<]*)</g)].map(
    ([, name, visible]) => [name, visible],
  );
  expect(names).toEqual([
    ["Als nicht erschienen eintragen: Ada", "Als nicht erschienen eintragen"],
    ["Als anwesend eintragen: Ben", "Als anwesend eintragen"],
  ]);
});
