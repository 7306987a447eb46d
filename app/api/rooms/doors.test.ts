import { expect, test } from "vitest";
import type { Route } from "@/auth/doors";
import { aLiveEvent } from "@/db/testing/rooms";
import { origin } from "@/lib/env";
import { GET as stream } from "../stream/route";
import { GET as whereAmI } from "../where-am-i/route";
import { POST as arrived } from "./[slug]/arrived/route";
import { POST as captions, GET as readCaptions } from "./[slug]/captions/route";
import { POST as captionWriter } from "./[slug]/captions/writers/route";
import { POST as message } from "./[slug]/chat/[messageId]/route";
import { POST as hide } from "./[slug]/chat/hide/route";
import { POST as chat, GET as readChat } from "./[slug]/chat/route";
import { POST as chatSettings } from "./[slug]/chat/settings/route";
import { POST as handAnswer } from "./[slug]/hand-answer/route";
import { POST as hand } from "./[slug]/hands/[admissionId]/route";
import { POST as hands, GET as readHands } from "./[slug]/hands/route";
import { POST as heartbeat } from "./[slug]/heartbeat/route";
import { POST as help } from "./[slug]/help/route";
import { POST as join } from "./[slug]/join/route";
import { POST as leave } from "./[slug]/leave/route";
import { POST as person } from "./[slug]/people/[admissionId]/route";
import { GET as readPeople } from "./[slug]/people/route";
import { POST as pollAnswer } from "./[slug]/polls/[pollId]/answer/route";
import { POST as poll } from "./[slug]/polls/[pollId]/route";
import { POST as polls, GET as readPolls } from "./[slug]/polls/route";
import { POST as question } from "./[slug]/questions/[questionId]/route";
import { POST as ask, GET as readQuestions } from "./[slug]/questions/route";
import { POST as questionSettings } from "./[slug]/questions/settings/route";
import { GET as readVotes } from "./[slug]/questions/votes/route";
import { POST as reactions } from "./[slug]/reactions/route";
import { POST as returned } from "./[slug]/return/route";
import { POST as move } from "./[slug]/rounds/[roundId]/move/route";
import { POST as round } from "./[slug]/rounds/[roundId]/route";
import { GET as readRounds, POST as rounds } from "./[slug]/rounds/route";
import { POST as session } from "./[slug]/session/route";
import { POST as visit } from "./[slug]/visit/route";

const ids = {
  admissionId: "adm_00000000",
  roundId: "rnd_00000000",
  roomId: "rom_00000000",
  pollId: "pol_00000000",
  messageId: "msg_00000000",
  questionId: "auq_00000000",
};
const post = (route: Route, slug: string, { body = {}, from = origin() as string | null } = {}) =>
  route(
    new Request("http://localhost/api", {
      method: "POST",
      body: JSON.stringify(body),
      headers: { "content-type": "application/json", ...(from === null ? {} : { origin: from }) },
    }),
    { params: Promise.resolve({ slug, ...ids }) },
  );
const get = (route: Route, slug: string, query = "") =>
  route(new Request(`http://localhost/api${query}`), { params: Promise.resolve({ slug }) });

const reads = [
  ...[readCaptions, readChat, readHands, readPeople, readPolls],
  ...[readQuestions, readRounds, readVotes],
];
const writes: [string, Route, object][] = [
  ["join", join, { tab: "tab-x" }],
  ["arrived", arrived, { tab: "tab-x", epoch: [1, 0] }],
  ["heartbeat", heartbeat, { tab: "tab-x" }],
  ["leave", leave, { tab: "tab-x" }],
  ["chat", chat, { roomId: ids.roomId, text: "Hallo", clientKey: "key-12345678" }],
  ["changing a message", message, { action: "delete" }],
  ["how the chat is used", chatSettings, { writeTo: "nobody" }],
  ["captions", captions, { kind: "own", lines: [{ id: "line-one", rev: 0, text: "Hallo", done: true }] }],
  ["who writes captions", captionWriter, { admissionId: "adm_00000000", language: "de" }],
  ["hiding a message", hide, { messageId: "msg_00000000" }],
  ["asking", ask, { text: "Wann?", clientKey: "key-12345678" }],
  ["question", question, { action: "vote" }],
  ["how questions are taken", questionSettings, { isOpen: false }],
  ["hands", hands, { action: "raise" }],
  ["hand", hand, { action: "invite" }],
  ["hand answer", handAnswer, { accept: true }],
  ["help", help, { action: "ask" }],
  ["person", person, { action: "ban" }],
  ["polls", polls, { kind: "single", question: "Wie?", answers: "Ja\nNein" }],
  ["poll", poll, { action: "launch" }],
  ["answer to a poll", pollAnswer, { picks: [0] }],
  ["reaction", reactions, { emoji: "clap" }],
  ["return", returned, {}],
  ["rounds", rounds, { rule: "random_pairs" }],
  ["session", session, { action: "end" }],
  ["visit", visit, { roomId: null }],
];

test.for(writes)(
  "an anonymous call of %s is refused, and one of another origin is not even read",
  async ([, route, body]) => {
    const { event } = await aLiveEvent();
    expect((await post(route, event.slug, { body })).status).toBe(403);
    for (const from of ["https://evil.example.org", "null", null]) {
      const answer = await post(route, event.slug, { body, from });
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject({ failure: { reason: "foreign_origin" } });
    }
    expect((await post(route, "no-such-event", { body })).status).toBe(404);
  },
);

test("rounds of nobody are missing; unknown actions are invalid", async () => {
  const { event } = await aLiveEvent();
  expect((await post(round, event.slug, { body: { action: "open" } })).status).toBe(404);
  expect(
    (await post(move, event.slug, { body: { admissionId: ids.admissionId, roomId: null } })).status,
  ).toBe(404);
  for (const action of ["explode", "constructor", 1, undefined]) {
    expect((await post(session, event.slug, { body: { action } })).status).toBe(422);
  }
});

test("an anonymous read is refused and never cached", async () => {
  const { event } = await aLiveEvent();
  for (const route of reads) {
    const answer = await get(route, event.slug);
    expect(answer.status).toBe(403);
    expect(answer.headers.get("cache-control")).toContain("no-store");
  }
  expect((await get(whereAmI, "", `?event=${event.slug}&tab=tab-x`)).status).toBe(403);
  expect((await get(stream, "", `?event=${event.slug}`)).status).toBe(404);
});

test("to strangers the room of a members-only event looks like one that does not exist", async () => {
  const { event } = await aLiveEvent({ membersOnly: true });
  for (const route of reads) {
    const [known, missing] = [await get(route, event.slug), await get(route, "no-such-event")];
    expect([known.status, await known.text()]).toEqual([404, await missing.text()]);
  }
  for (const [name, route, body] of writes) {
    expect((await post(route, event.slug, { body })).status, name).toBe(404);
  }
});
