import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { PROTOCOL_VERSION } from "../protocol";
import { SignalFeed } from "./signal-feed";

class FakeSource {
  static readonly CLOSED = 2;
  static made: FakeSource[] = [];
  readyState = 0;
  onopen: () => void = () => undefined;
  onerror: () => void = () => undefined;
  onmessage: (message: { data: string; lastEventId: string }) => void = () => undefined;
  constructor(readonly address: string) {
    FakeSource.made.push(this);
  }
  close(): void {
    this.readyState = FakeSource.CLOSED;
  }
}

const source = (): FakeSource => {
  const last = FakeSource.made.at(-1);
  if (!last) throw new Error("no stream was opened");
  return last;
};
const answered = vi.fn<() => Promise<Response>>();
const hearing: boolean[] = [];
const topics: string[] = [];
let feed: SignalFeed;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("EventSource", FakeSource);
  vi.stubGlobal("fetch", answered);
  FakeSource.made = [];
  hearing.length = 0;
  topics.length = 0;
  feed = new SignalFeed({
    where: { desk: "evt_desk" },
    after: '{"desk:evt_desk":7}',
    listener: ({ topic }) => topics.push(topic),
    onHearing: (isHeard) => hearing.push(isHeard),
  });
  feed.open();
});
afterEach(() => {
  feed.close();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("it begins where the page was read, and hears from there on", () => {
  const asked = new URL(source().address, "http://example.org").searchParams;
  expect(Object.fromEntries(asked)).toEqual({ desk: "evt_desk", after: '{"desk:evt_desk":7}' });
  source().onopen();
  const data = { v: PROTOCOL_VERSION, channel: "desk:evt_desk", seq: 8, topic: "plan" };
  source().onmessage({ data: JSON.stringify(data), lastEventId: '{"desk:evt_desk":8}' });
  expect(topics).toEqual(["plan"]);
  expect(hearing, "nothing has changed about that").toEqual([]);
});

test("a broken stream is said, and once it is there again everything is read", () => {
  source().onerror();
  source().onerror();
  expect(hearing).toEqual([false]);
  source().onopen();
  expect(hearing).toEqual([false, true]);
  expect(topics).toEqual(["resync"]);
});

test("where no stream comes through, asking is hearing as well, until that is refused too", async () => {
  answered.mockResolvedValueOnce(Response.json({ after: { "desk:evt_desk": 9 }, signals: [] }));
  answered.mockResolvedValue(Response.json({ failure: { kind: "not_found" } }, { status: 404 }));
  source().readyState = FakeSource.CLOSED;
  source().onerror();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(hearing).toEqual([false, true]);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(hearing).toEqual([false, true, false]);
});
