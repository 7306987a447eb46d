import { expect, it } from "vitest";
import type { RoomRole } from "@/domain/rooms/schema";
import { messages } from "@/lib/i18n/messages";
import { settle } from "@/realtime/client/testing/fake-clock";
import { answerOf } from "@/realtime/client/testing/fake-control";
import { fakeSession } from "@/realtime/client/testing/fake-session";
import { LobbyIntro } from "./lobby-intro";
import type { RoomEvent } from "./room-event";
import { roomMarkup } from "./testing/room-markup";

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
  return roomMarkup(session, <LobbyIntro />, granted);
}

it.each([
  ["a host before the event is live", { granted: "host", role: "host", live: false }, true],
  ["a co-host before the event is live", { granted: "cohost", role: "cohost", live: false }, true],
  ["who was made a co-host in the room", { granted: null, role: "cohost", live: false }, false],
  ["a speaker", { granted: "speaker", role: "speaker", live: false }, false],
  ["a host of what is live already", { granted: "host", role: "host", live: true }, false],
] satisfies [string, Visitor, boolean][])("the lobby leads to the console: %s", async (_who, who, leads) => {
  const html = await lobbyOf(who);
  expect(html).toContain("Werkstatt");
  expect(html.includes('href="/console/event"')).toBe(leads);
  expect(html.includes(messages.de.room.lobby.hostEnters)).toBe(!who.live && who.role !== "speaker");
});
