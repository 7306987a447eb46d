import { beforeEach, expect, it } from "vitest";
import type { ChatMessage } from "../chat-api";
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

const message = (number: number, text = `Satz ${number}`): ChatMessage => ({
  ...{ id: `msg_${String(number).padStart(4, "0")}`, roomId: "main", scope: "room", admissionId: "adm_y" },
  ...{ name: "Ben", toId: null, toName: null, mentions: [], replyTo: null, edited: false, deleted: false },
  ...{ text, clientKey: `key-${number}`, at: new Date(1_000_000 + number).toISOString() },
});
const from = (first: number, count: number) =>
  Array.from({ length: count }, (_, index) => message(first + index));
const texts = () => documents.store.get().messages.map(({ text }) => text);

it("R19: after signals were missed, words that were changed meanwhile are read again", async () => {
  documents.chat.add(from(0, 2));
  control.lists = { chat: { messages: [message(0, "Anders"), message(1)] } };
  documents.signalled("resync");
  await clock.pass(1000);
  expect(texts()).toEqual(["Anders", "Satz 1"]);
});

it("does not ask for ever when a full page holds nothing new, and reads the newest one instead", async () => {
  documents.chat.add(from(0, 200));
  control.lists = {
    "chat?after=msg_0199": { messages: from(0, 200) },
    chat: { messages: from(100, 200), earlier: true },
  };
  documents.signalled("chat");
  await clock.pass(5000);
  expect(control.read).toEqual(["chat?after=msg_0199", "chat"]);
  expect(texts().at(-1)).toBe("Satz 299");
});

it("leads back page by page, and not into a chat that was read anew meanwhile", async () => {
  control.lists = { chat: { messages: from(200, 200), earlier: true } };
  documents.signalled("chat");
  await clock.pass(0);
  expect(documents.store.get().earlier).toBe(true);
  control.lists = { "chat?before=msg_0200": { messages: from(0, 200), earlier: false } };
  await documents.chat.readEarlier();
  expect([texts().length, documents.store.get().earlier]).toEqual([400, false]);
  control.lists = { "chat?before=msg_0000": { messages: from(-1, 1), earlier: false } };
  const reading = documents.chat.readEarlier();
  documents.chat.keepNewest({
    ...{ messages: from(300, 1), earlier: true },
    settings: { writeTo: "hosts", privately: "nobody" },
  });
  await reading;
  expect(texts()).toEqual(["Satz 300"]);
  expect(documents.store.get()).toMatchObject({ earlier: true, chatting: { writeTo: "hosts" } });
});
