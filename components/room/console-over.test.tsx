import { expect, it } from "vitest";
import { markupOf } from "@/components/testing/markup";
import { messages } from "@/lib/i18n/messages";
import { settle } from "@/realtime/client/testing/fake-clock";
import { fakeSession } from "@/realtime/client/testing/fake-session";
import { RoomSessionProvider } from "@/realtime/hooks/use-room-session";
import { ConsoleDesk } from "./console-desk";
import type { EventOffice } from "./event-office";
import type { RoomEvent } from "./room-event";
import { RoomEventProvider } from "./room-event-context";
import { EndedCard } from "./state-cards";
import { consoleMarkup, roomEventFor } from "./testing/room-markup";

const words = messages.de.room;
const office = {
  ...{ desk: "/o/netz/e/event", report: "/o/netz/e/tag/report", numbers: "/o/netz/e/event/numbers" },
  mails: "/o/netz/e/event/mails",
};

/** The console of an event that is over, once the server has answered. */
async function consoleOf(talksReport: EventOffice["talksReport"]): Promise<string> {
  const { session, control, clock } = fakeSession();
  control.answer = "ended";
  control.lists = {
    people: { people: [], audience: 0, watching: 0 },
    rounds: { rounds: [], serverNow: new Date(0).toISOString() },
  };
  session.open();
  await settle();
  session.documents.readAll();
  await clock.pass(0);
  return consoleMarkup(session, <ConsoleDesk office={{ ...office, talksReport }} />);
}

it("says that the event is over, and offers nothing that needs it to run", async () => {
  const html = await consoleOf(null);
  for (const text of [words.console.over, `>${words.header.ended}<`]) expect(html).toContain(text);
  const { console: panel, header, breakouts, people } = words;
  for (const text of [header.notLive, panel.goLive, panel.toRoom, breakouts.draft, people.nobodyYet])
    expect(html).not.toContain(text);
});

it("leads from the end to the desk, its numbers, and what came of the talks where there were some", async () => {
  const [without, withTalks] = [await consoleOf(null), await consoleOf(`${office.desk}/talks-report`)];
  for (const html of [without, withTalks])
    for (const path of Object.values(office)) expect(html).toContain(`href="${path}"`);
  expect(without).not.toContain("talks-report");
  expect(withTalks).toContain(`href="${office.desk}/talks-report"`);
});

it("leads a host there from the room too, and nobody else", () => {
  const cardOf = (of: RoomEvent) =>
    markupOf(
      <RoomSessionProvider value={fakeSession().session}>
        <RoomEventProvider value={of}>
          <EndedCard />
        </RoomEventProvider>
      </RoomSessionProvider>,
    );
  const host = cardOf({ ...roomEventFor("host"), office: { ...office, talksReport: null } });
  for (const path of Object.values(office)) expect(host).toContain(`href="${path}"`);
  expect(host).not.toContain("talks-report");
  const participant = cardOf(roomEventFor("participant"));
  expect(participant).toContain(words.card.endedTitle);
  expect(participant).not.toContain('href="/o/');
});
