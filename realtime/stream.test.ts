import { sql } from "drizzle-orm";
import { afterAll, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { channels, signals } from "@/db/schema/kernel";
import { closeHub, hub } from "./hub";
import { decode, type Signal, signal as signalSchema } from "./protocol";
import { flushSignals, publishSignals } from "./publish";
import { pollSignals, seenIn, signalStream } from "./stream";

afterAll(closeHub);
let counter = 0;
const aChannel = () => `evt_stream${String(++counter).padStart(6, "0")}`;
const patience = { timeout: 8_000, interval: 20 };

/** Reads a stream in the background and keeps what came. */
async function open(names: string[], { after = null as string | null, mayStay = async () => true } = {}) {
  const abort = new AbortController();
  const who = `clm_${++counter}`;
  const stream = await signalStream({ who, channels: names, after, mayStay, signal: abort.signal });
  if (!stream) throw new Error("the stream was refused");
  const got: Signal[] = [];
  const state = { lastId: "", isClosed: false };
  const note = (line: string) => {
    if (line.startsWith("id: ")) state.lastId = line.slice(4);
    const known = line.startsWith("data: ") ? decode(signalSchema, line.slice(6)) : undefined;
    if (known) got.push(known);
  };
  const read = async () => {
    const decoder = new TextDecoder();
    let text = "";
    for await (const part of stream) {
      text += decoder.decode(part, { stream: true });
      const lines = text.split("\n");
      text = lines.pop() ?? "";
      for (const line of lines) note(line);
    }
    state.isClosed = true;
  };
  const done = read();
  await vi.waitFor(() => expect(state.lastId).not.toBe(""), patience);
  return { got, state, abort, done };
}

const topicsOf = (got: readonly Signal[]) => got.map(({ topic }) => topic);

test("signals come as they are written, with an id that says what was seen of every channel", async () => {
  const [event, person] = [aChannel(), aChannel()];
  const { got, state, abort, done } = await open([event, person]);
  await publishSignals([{ channel: event, topic: "chat" }]);
  // Order is promised within a channel only, so the second is told when the first was heard.
  await vi.waitFor(() => expect(topicsOf(got)).toEqual(["chat"]), patience);
  await publishSignals([{ channel: person, topic: "placement" }]);
  await vi.waitFor(() => expect(topicsOf(got)).toEqual(["chat", "placement"]), patience);
  expect(JSON.parse(state.lastId)).toEqual({ [event]: 1, [person]: 1 });
  abort.abort();
  await done;
});

test("a browser that was away gets what it missed, once, and then goes on", async () => {
  const channel = aChannel();
  await publishSignals([{ channel, topic: "chat" }]);
  await publishSignals([{ channel, topic: "hands" }]);
  const { got, abort } = await open([channel], { after: JSON.stringify({ [channel]: 1 }) });
  await publishSignals([{ channel, topic: "people" }]);
  await vi.waitFor(() => expect(topicsOf(got)).toEqual(["hands", "people"]), patience);
  abort.abort();
});

test("more than 500 missed signals, purged ones and numbers of a former database become one resync", async () => {
  const channel = aChannel();
  await db().insert(channels).values({ channel, seq: 600 });
  await db()
    .insert(signals)
    .values(Array.from({ length: 600 }, (_, index) => ({ channel, seq: index + 1, topic: "chat" })));
  for (const seq of [0, 5_000]) {
    const { got, abort } = await open([channel], { after: JSON.stringify({ [channel]: seq }) });
    await vi.waitFor(() => expect(got).toMatchObject([{ topic: "resync", seq: 600 }]), patience);
    abort.abort();
  }
  await db().delete(signals);
  const { got, abort } = await open([channel], { after: JSON.stringify({ [channel]: 590 }) });
  await vi.waitFor(() => expect(got).toMatchObject([{ topic: "resync", seq: 600 }]), patience);
  abort.abort();
});

test("no signal is lost when the listening connection is killed while people publish", async () => {
  const channel = aChannel();
  const { got, abort } = await open([channel]);
  const topics = ["chat", "hands", "people", "rounds", "session", "talks"] as const;
  for (const [index, topic] of topics.entries()) {
    if (index % 2 === 0) {
      await db().execute(
        sql`select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen %plenum_signals%' and datname = current_database()`,
      );
    }
    await publishSignals([{ channel, topic }]);
  }
  await flushSignals();
  await vi.waitFor(() => expect(got.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]), patience);
  expect(topicsOf(got)).toEqual([...topics]);
  abort.abort();
});

test("a stream that ends while its news are read keeps nobody behind it from hearing", async () => {
  const channel = aChannel();
  const gone = () => {
    throw new Error("already closed");
  };
  // The first listener leaves as soon as anything is read for it, which is between being chosen and being told.
  const seen = new Map([[channel, 0]]);
  const get = seen.get.bind(seen);
  const remove = hub().add({ who: "clm_gone", seen, send: gone, end: () => undefined });
  seen.get = (name) => {
    queueMicrotask(remove);
    return get(name);
  };
  const { got, abort, done } = await open([channel]);
  await publishSignals([{ channel, topic: "hands" }]);
  await vi.waitFor(() => expect(topicsOf(got)).toEqual(["hands"]), patience);
  abort.abort();
  await done;
});

test("the stream ends when the right does, and when the process stops", async () => {
  const channel = aChannel();
  let may = true;
  const refused = await open([channel], { mayStay: async () => may });
  may = false;
  await publishSignals([{ channel, topic: "placement" }]);
  await refused.done;
  const stopped = await open([aChannel()]);
  closeHub();
  await stopped.done;
  expect(stopped.state.isClosed).toBe(true);
});

test("where streams are broken, polling tells the same", async () => {
  const channel = aChannel();
  const first = await pollSignals([channel], null);
  expect(first).toEqual({ signals: [], after: { [channel]: 0 } });
  await publishSignals([{ channel, topic: "chat" }]);
  const second = await pollSignals([channel], JSON.stringify(first.after));
  expect(second).toMatchObject({ signals: [{ topic: "chat", seq: 1 }], after: { [channel]: 1 } });
});

test("a forged Last-Event-ID opens no other channel", () => {
  expect([...seenIn('{"evt_mine":3,"evt_other":1}', ["evt_mine"])]).toEqual([["evt_mine", 3]]);
  for (const text of ["", "[]", "{", '{"evt_mine":-1}', '{"evt_mine":"x"}', "null", "x".repeat(2_000)]) {
    expect(seenIn(text, ["evt_mine"]).size).toBe(0);
  }
});

test("one person has twelve streams at most, and another one when one of them has ended", async () => {
  const channel = aChannel();
  const aborts: AbortController[] = [];
  const openAs = (who: string) => {
    const abort = new AbortController();
    aborts.push(abort);
    const mayStay = async () => true;
    return signalStream({ who, channels: [channel], after: null, mayStay, signal: abort.signal });
  };
  const first = await Promise.all(Array.from({ length: 20 }, () => openAs("per_greedy")));
  expect(first.filter((stream) => stream !== undefined)).toHaveLength(12);
  expect(await openAs("per_modest")).toBeDefined();
  for (const [index, stream] of first.entries()) if (stream && index < 20) aborts[index]?.abort();
  expect(await openAs("per_greedy")).toBeDefined();
  for (const abort of aborts) abort.abort();
});
