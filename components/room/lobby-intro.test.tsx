import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { RoomRole } from "@/domain/rooms/schema";
import { homeZone } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";
import { settle } from "@/realtime/client/testing/fake-clock";
import { answerOf } from "@/realtime/client/testing/fake-control";
import { fakeSession } from "@/realtime/client/testing/fake-session";
import { RoomSessionProvider } from "@/realtime/hooks/use-room-session";
import { LobbyIntro } from "./lobby-intro";
import type { RoomEvent } from "./room-event";
import { RoomEventProvider } from "./room-event-context";

const eventFor = (role: RoomEvent["role"]): RoomEvent => ({
  ...{ slug: "event", title: "Werkstatt", mode: "roundtable", timeZone: homeZone, role },
  ...{ startsAt: new Date(0).toISOString(), endsAt: new Date(60_000).toISOString() },
  ...{
    network: { name: "Netz", mark: "N", colour: null },
    recordsAttendance: false,
    feedbackUrl: null,
    agenda: [],
  },
});

type Visitor = { granted: RoomEvent["role"]; role: RoomRole; live: boolean };

/** The lobby for somebody with this role by grant, who has that role in the room. */
async function lobbyOf({ granted, role, live }: Visitor): Promise<string> {
  const { session, control } = fakeSession();
  const answer = answerOf("wait", new Date(0).toISOString());
  const me = { admissionId: "adm_x", name: "Ada", role };
  control.whereAmI = async () => ({
    ok: true,
    value: { ...answer, me, session: { ...answer.session, live } },
  });
  session.open();
  await settle();
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="de" messages={messages.de} timeZone={homeZone}>
      <RoomSessionProvider value={session}>
        <RoomEventProvider value={eventFor(granted)}>
          <LobbyIntro />
        </RoomEventProvider>
      </RoomSessionProvider>
    </NextIntlClientProvider>,
  );
}

it.each([
  ["a host before the event is live", { granted: "host", role: "host", live: false }, true],
  ["a co-host before the event is live", { granted: "cohost", role: "cohost", live: false }, true],
  ["who was made a co-host in the room", { granted: null, role: "cohost", live: false }, false],
  ["a speaker", { granted: "speaker", role: "speaker", live: false }, false],
  ["a host of what is live already", { granted: "host", role: "host", live: true }, false],
] satisfies [string, Visitor, boolean][])("the lobby leads to the console: %s", async (_who, who, leads) => {
  const html = await lobbyOf(who);
  expect(html.includes('href="/console/event"')).toBe(leads);
  expect(html.includes(messages.de.room.lobby.hostEnters)).toBe(!who.live && who.role !== "speaker");
});
