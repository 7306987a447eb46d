import { beforeEach, expect, it } from "vitest";
import type { ChatMessage } from "../chat-api";
import type { Topic } from "../protocol";
import { Documents } from "./documents";
import { FakeClock } from "./testing/fake-clock";
import { FakeControl } from "./testing/fake-control";

let clock: FakeClock;
let control: FakeControl;
let documents: Documents;

beforeEach(() => {
  clock = new FakeClock();
  control = new FakeControl(clock);
  documents = new Documents(control, clock);
});

const message = (number: number): ChatMessage => ({
  id: `msg_${number}`,
  roomId: "main",
  scope: "room",
  admissionId: "adm_y",
  name: "Ben",
  text: `Satz ${number}`,
  ...{ toId: null, toName: null, mentions: [], replyTo: null, edited: false, deleted: false },
  clientKey: `key-${number}`,
  at: new Date(1_000_000 + number).toISOString(),
});
const from = (first: number, count: number) =>
  Array.from({ length: count }, (_, index) => message(first + index));
const texts = () => documents.store.get().messages.map(({ text }) => text);

it("R19: a signal whose question found no network is answered as soon as there is one, once", async () => {
  documents.signalled("chat");
  await clock.pass(10_000);
  expect(texts()).toEqual([]);
  control.lists = { chat: { messages: from(1, 2) } };
  await clock.pass(3000);
  expect(texts()).toEqual(["Satz 1", "Satz 2"]);
  const asked = control.read.length;
  await clock.pass(60_000);
  expect(control.read).toHaveLength(asked);
});

it("knows a list once it was read, not when nobody answered or the answer says nothing", async () => {
  const known = () => [...documents.store.get().known].sort();
  control.lists = { people: { people: [], audience: 0 }, rounds: { rounds: "?" } };
  documents.readAll();
  await clock.pass(0);
  expect(known()).toEqual(["people"]);
  const at = new Date(clock.now()).toISOString();
  control.lists = {
    chat: { messages: [] },
    hands: { hands: [] },
    talks: { talks: [] },
    rounds: { rounds: [], serverNow: at },
  };
  documents.readAll();
  await clock.pass(0);
  expect(known()).toEqual(["chat", "hands", "people", "rounds", "talks"]);
});

it("fills a gap of more than one page, and holds what it is told twice once", async () => {
  documents.chat.add(from(0, 1));
  control.lists = {
    "chat?after=msg_0": { messages: from(0, 200) },
    "chat?after=msg_199": { messages: from(200, 3) },
  };
  documents.signalled("chat");
  await clock.pass(1000);
  expect(texts()).toEqual(from(0, 203).map(({ text }) => text));
});

it("R25: reads the chat anew when words in it were hidden or erased, and goes on from there", async () => {
  documents.chat.add(from(0, 3));
  control.lists = { chat: { messages: [message(0), { ...message(2), name: "", text: "" }] } };
  documents.signalled("chat_anew");
  await clock.pass(1000);
  expect(texts()).toEqual(["Satz 0", ""]);
  control.lists = { "chat?after=msg_2": { messages: from(3, 1) } };
  documents.signalled("chat");
  await clock.pass(1000);
  expect(texts()).toEqual(["Satz 0", "", "Satz 3"]);
});

it("heeds no signal on the way into another room, and reads everything on arrival or when the way takes long", async () => {
  const lists = ["chat", "hands", "people", "polls", "questions", "rounds", "stage", "talks"];
  control.lists = Object.fromEntries(lists.map((name) => [name, {}]));
  documents.hold();
  documents.signalled("chat");
  documents.signalled("people");
  await clock.pass(3000);
  expect(control.read).toEqual([]);
  documents.readAll();
  await clock.pass(1000);
  expect([...control.read].sort()).toEqual(lists);
  documents.hold();
  await clock.pass(7000);
  expect(control.read).toHaveLength(2 * lists.length);
});

it("asks no more once it is closed", async () => {
  documents.signalled("chat");
  await clock.pass(1000);
  documents.close();
  const asked = control.read.length;
  await clock.pass(60_000);
  expect(control.read).toHaveLength(asked);
});

/** A crowd of browsers in one room, and when each of them asked who is here, in milliseconds. */
function crowdOf(people: number) {
  const asked: number[] = [];
  const start = clock.now();
  // Everybody draws another moment, spread evenly.
  let drawn = 0;
  clock.random = () => (drawn++ % people) / people;
  control.get = async (path) => {
    if (path === "people") asked.push(clock.now() - start);
    return { ok: true, value: { people: [], audience: people } };
  };
  const browsers = Array.from({ length: people }, () => new Documents(control, clock));
  for (const browser of browsers) browser.readAll();
  const tell = (topic: Topic) => {
    for (const browser of browsers) browser.signalled(topic);
  };
  const signal = async (times: number) => {
    for (let time = 0; time < times; time++) {
      tell("presence");
      await clock.pass(500);
    }
  };
  return { asked, tell, signal };
}

it("sees every change of a small room within half a second", async () => {
  const { asked, signal } = crowdOf(1);
  clock.random = () => 0.99;
  await signal(4);
  expect(asked).toEqual([0, 495, 995, 1495, 1995]);
});

// 700 sessions in one process: the clock is a fake, the work is not.
const CROWD = { timeout: 60_000 };

it(
  "costs the server the same per second while 100, 200 or 400 are told of each other's coming",
  CROWD,
  async () => {
    for (const people of [100, 200, 400]) {
      const { asked, signal } = crowdOf(people);
      await signal(40);
      const perSecond = asked.filter((at) => at > 0).length / 20;
      expect(perSecond, `${people} people`).toBeLessThanOrEqual(100);
      const last = asked.length;
      await clock.pass(10_000);
      expect(asked.length, "and the last change is seen by all").toBeGreaterThanOrEqual(last);
      expect(asked.filter((at) => at >= 19_500).length).toBeGreaterThanOrEqual(people);
    }
  },
);

it("sees within half a second who was silenced, removed or given a role, however many come and go", async () => {
  const people = 400;
  const { asked, tell } = crowdOf(people);
  await clock.pass(0);
  tell("presence");
  tell("people");
  await clock.pass(500);
  expect(asked).toHaveLength(2 * people);
  await clock.pass(60_000);
  expect(asked, "which is also the look for those who came").toHaveLength(2 * people);
});

it("does not put off a look that was due earlier", async () => {
  const { asked, tell } = crowdOf(400);
  await clock.pass(0);
  const before = asked.length;
  clock.random = () => 0.01;
  tell("presence");
  clock.random = () => 0.99;
  tell("people");
  await clock.pass(60_000);
  expect([...new Set(asked.slice(before))]).toEqual([100]);
  expect(asked).toHaveLength(2 * before);
});

it("sees a round begin, end and close by the clock alone, and then asks no more", async () => {
  const start = clock.now();
  const at = (seconds: number) => new Date(start + seconds * 1000).toISOString();
  const stateNow = () => {
    const seconds = (clock.now() - start) / 1000;
    if (seconds < 10) return "announced";
    if (seconds < 70) return "open";
    return seconds < 80 ? "closing" : "closed";
  };
  const asked: string[] = [];
  control.get = async (path) => {
    if (path !== "rounds") return { ok: false, unreachable: true } as const;
    asked.push(stateNow());
    const round = {
      id: "rnd_a",
      rule: "random_pairs",
      groupSize: 2,
      durationSeconds: 60,
      state: stateNow(),
      startsAt: at(10),
      endsAt: at(70),
      allowReturn: true,
      autoMove: true,
      message: null,
      rooms: [],
      unassigned: [],
    };
    return { ok: true, value: { rounds: [round], serverNow: new Date(clock.now()).toISOString() } } as const;
  };
  documents.signalled("rounds");
  const states: string[] = [];
  for (let second = 0; second < 90; second++) {
    await clock.pass(1000);
    const state = documents.store.get().rounds[0]?.state ?? "";
    if (states.at(-1) !== state) states.push(state);
  }
  expect(states).toEqual(["announced", "open", "closing", "closed"]);
  const sofar = asked.length;
  await clock.pass(600_000);
  expect(asked).toHaveLength(sofar);
  expect(sofar).toBeLessThan(10);
});

const poll = (more: object) => ({
  ...{ id: "pol_a", kind: "single", question: "Wie?", options: ["Gut", "Schlecht"], state: "open" },
  ...{ shared: false, openedAt: new Date(0).toISOString(), mine: null, correct: null, result: null, ...more },
});
const result = { people: 3, counts: [2, 1], words: [] };
const asksForPolls = () => control.read.filter((path) => path === "polls").length;

it("asks for the numbers of a poll only where they are shown, and once however many votes come", async () => {
  control.lists = { polls: { polls: [poll({})], mayAnswer: true } };
  documents.signalled("polls");
  await clock.pass(1000);
  const before = asksForPolls();
  documents.signalled("ballots");
  await clock.pass(20_000);
  expect(asksForPolls(), "nobody shows them to a participant").toBe(before);
  control.lists = { polls: { polls: [poll({ result })], mayAnswer: false } };
  documents.signalled("polls");
  await clock.pass(1000);
  const host = asksForPolls();
  for (let vote = 0; vote < 50; vote++) documents.signalled("ballots");
  await clock.pass(150);
  expect(asksForPolls()).toBe(host + 1);
});

it("a large audience that is shown a poll asks for its numbers over several seconds", async () => {
  control.lists = {
    people: { people: [], audience: 1000, watching: 1000 },
    polls: { polls: [poll({ result, shared: true })], mayAnswer: true },
  };
  documents.readAll();
  await clock.pass(1000);
  const before = asksForPolls();
  documents.signalled("ballots");
  await clock.pass(100);
  expect(asksForPolls(), "not in the same moment as everybody else").toBe(before);
  await clock.pass(5100);
  expect(asksForPolls()).toBe(before + 1);
});

it("reads again what a command changed, and nothing else", async () => {
  control.lists = { polls: { polls: [poll({ mine: { picks: [1], words: [] } })], mayAnswer: true } };
  expect(await documents.send("polls/pol_a/answer", { picks: [1] }, "polls")).toMatchObject({ ok: true });
  expect(control.read).toEqual(["polls"]);
  expect(documents.store.get().polls[0]?.mine).toEqual({ picks: [1], words: [] });
  await documents.send("reactions", { emoji: "clap" }, null);
  expect(control.read).toEqual(["polls"]);
});

it("asks again for who waits to be let in when people come, where a host looks, and nowhere else", async () => {
  const stage = {
    ...{ serverNow: new Date(0).toISOString(), scene: "stage", item: null, nextTitle: null, message: null },
    ...{ timer: null, backstageId: null, countsSpeaking: false, hostsGone: false, mayTakeOver: false },
  };
  const desk = {
    ...{ current: null, next: null, lobby: true, waiting: [], speakers: [], speaking: [] },
    ...{ hostlessMinutes: null, removed: [] },
  };
  const asked = async (given: object) => {
    control.lists = { stage: given, people: { people: [], audience: 1 } };
    documents.signalled("stage");
    await clock.pass(1000);
    control.read.length = 0;
    documents.signalled("presence");
    await clock.pass(1000);
    return control.read.filter((path) => path === "stage").length;
  };
  expect(await asked({ ...stage, desk: null })).toBe(0);
  expect(await asked({ ...stage, desk })).toBe(1);
});
