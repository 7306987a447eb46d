import { expect, it } from "vitest";
import { messages } from "@/lib/i18n/messages";
import { answerOf } from "@/realtime/client/testing/fake-control";
import { fakeSession } from "@/realtime/client/testing/fake-session";
import { type RoomTalk, roomTalk } from "@/realtime/room-api";
import { startState } from "@/realtime/state";
import { RoomHeader } from "./room-header";
import { roomMarkup } from "./testing/room-markup";

const at = (minutes: number) => new Date(minutes * 60_000).toISOString();
const LABEL = "Ada Beispiel · Ben Beispiel";
const talk = roomTalk.parse({
  ...{ meetingId: "mtg_ben", roundId: "rnd_talk", startsAt: at(0), endsAt: at(20) },
  partner: { personId: "per_ben", name: "Ben Beispiel", organisation: "", present: true },
  ...{ reasons: [], outcome: null },
});

/** What stands above the room of that talk, whose place ends at this time. */
function headerOf(endsAt: string, talks: RoomTalk[]): string {
  const { session } = fakeSession();
  const answer = answerOf({ room: "talk", epoch: [1, 0] }, at(0));
  if (answer.state !== "room") throw new Error("asked for a room");
  const room = { ...answer.target.room, kind: "talk", label: LABEL } as const;
  const target = { ...answer.target, room, endsAt };
  session.documents.keep("talks", { talks });
  session.store.set({
    connection: { ...startState, phase: "live", current: target, answer: { ...answer, target } },
  });
  return roomMarkup(session, <RoomHeader />);
}

it.each([
  ["as it was agreed", at(20), talk],
  ["made longer, before the list of talks says so", at(30), talk],
  ["as an older server tells of it", at(20), { ...talk, roundId: null }],
] satisfies [string, string, RoomTalk][])("names the partner of a talk: %s", (_what, endsAt, known) => {
  const html = headerOf(endsAt, [known]);
  expect(html).toContain("Gespräch mit Ben Beispiel");
  expect(html).not.toContain("Ada Beispiel");
});

it.each([
  ["no talks are known yet", []],
  ["only another one is", [{ ...talk, roundId: "rnd_other" }]],
] satisfies [string, RoomTalk[]][])(
  "calls a talk just that while %s, never by the names of both",
  (_when, talks) => {
    const html = headerOf(at(20), talks);
    expect(html).toContain(`</span>${messages.de.room.kind.talk}</h1>`);
    expect(html).not.toContain("Beispiel");
  },
);
