import { expect, it } from "vitest";
import { LiveRegions } from "@/components/ui/live-regions";
import { messages } from "@/lib/i18n/messages";
import { NO_ROOM } from "@/realtime/client/room-view";
import { settle } from "@/realtime/client/testing/fake-clock";
import { fakeSession } from "@/realtime/client/testing/fake-session";
import { AsideNote } from "./aside-note";
import { roomMarkup } from "./testing/room-markup";

const { aside: words } = messages.de.room;
const host = { kind: "listen", name: "Henrike" } as const;
const times = { startsAt: new Date(0).toISOString(), endsAt: new Date(9e9).toISOString() };

/** What somebody in this room reads, when the server says this of its breakout, and LiveKit this of who is connected. */
async function noteIn(where: string, { told, seen }: { told: object[]; seen: boolean }): Promise<string> {
  const { session, control, clock } = fakeSession();
  const room = { id: "r1", kind: "breakout", label: "1", people: [], asides: told };
  const round = {
    ...{ id: "rnd_r1", rule: "groups", groupSize: 3, durationSeconds: 600, state: "open", ...times },
    ...{ allowReturn: true, autoMove: true, message: null, rooms: [room], unassigned: [] },
  };
  control.lists = { rounds: { rounds: [round], serverNow: times.startsAt } };
  session.open();
  await settle();
  control.answer = { room: where, epoch: [1, 0] };
  await session.enter(false);
  await settle();
  session.documents.readAll();
  await clock.pass(0);
  const beside = { ...host, id: "adm_host.listen", voices: [] };
  session.store.set({ room: { ...NO_ROOM, asides: seen ? [beside] : [] } });
  return roomMarkup(
    session,
    <LiveRegions label="x">
      <AsideNote />
    </LiveRegions>,
  );
}

it.each([
  ["the server says so, though LiveKit has nobody yet", { told: [host], seen: false }],
  ["LiveKit has them, though the server's word was lost", { told: [], seen: true }],
])("a room reads that a host listens when %s", async (_what, by) => {
  const html = await noteIn("r1", by);
  for (const text of [words.listening, host.name]) expect(html).toContain(text);
  expect(html.split(words.listening)).toHaveLength(2);
});

it("nobody reads it where it does not concern them, and nothing once it is over", async () => {
  expect(await noteIn("main", { told: [host], seen: false })).not.toContain(words.listening);
  expect(await noteIn("r1", { told: [], seen: false })).not.toContain(words.listening);
});
