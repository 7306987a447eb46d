import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { homeZone } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";
import { fakeSession } from "@/realtime/client/testing/fake-session";
import { RoomSessionProvider } from "@/realtime/hooks/use-room-session";
import { ChatPanel } from "./chat-panel";
import type { RoomEvent } from "./room-event";
import { RoomEventProvider } from "./room-event-context";

const event: RoomEvent = {
  ...{ slug: "event", title: "Werkstatt", mode: "roundtable", timeZone: homeZone, role: null },
  ...{ startsAt: new Date(0).toISOString(), endsAt: new Date(60_000).toISOString() },
  ...{
    network: { name: "Netz", mark: "N", colour: null },
    recordsAttendance: false,
    feedbackUrl: null,
    agenda: [],
  },
};
const said = (id: string, name: string, text: string) => ({
  ...{ id, name, text, roomId: "main", scope: "room", admissionId: `adm_${name}` },
  ...{ clientKey: `key-${id}-12345`, at: new Date(30_000).toISOString() },
});

/** The chat of a room in which Ben wrote something, and somebody whose words are erased. */
async function chatFor(who: "host" | "guest"): Promise<string> {
  const { session, control, clock, enterMain } = fakeSession();
  control.lists = { chat: { messages: [said("msg_a", "Ben", "Werbung"), said("msg_b", "", "")] } };
  await enterMain();
  session.documents.readAll();
  await clock.pass(0);
  const { connection } = session.store.get();
  const { current } = connection;
  if (!current) throw new Error("not in the room");
  const rights = { ...current.rights, moderate: who === "host" };
  session.store.set({ connection: { ...connection, current: { ...current, rights } } });
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="de" messages={messages.de} timeZone={homeZone}>
      <RoomSessionProvider value={session}>
        <RoomEventProvider value={event}>
          <ChatPanel />
        </RoomEventProvider>
      </RoomSessionProvider>
    </NextIntlClientProvider>,
  );
}

it("lets hosts hide a message that says something, and nobody else", async () => {
  const [host, guest] = [await chatFor("host"), await chatFor("guest")];
  for (const html of [host, guest]) expect(html).toContain("Werbung");
  expect(host.match(/aria-label="Aktionen für die Nachricht von /g)).toHaveLength(1);
  expect(host).toContain('aria-label="Aktionen für die Nachricht von Ben"');
  expect(guest).not.toContain("Aktionen für");
});
