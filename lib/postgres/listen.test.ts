import pg from "pg";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { env } from "@/lib/env";
import { type Listening, listen } from "./listen";
import { silentLine } from "./testing/silent-line";

/** By then it has asked, got no answer, and made its first pause. */
const NOTICED_MS = 20_300;

let line: Awaited<ReturnType<typeof silentLine>>;
let teller: pg.Client;
let listening: Listening | undefined;

beforeEach(async () => {
  line = await silentLine(env().DATABASE_URL);
  teller = new pg.Client({ connectionString: env().DATABASE_URL });
  await teller.connect();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(async () => {
  await listening?.close();
  vi.useRealTimers();
  await teller.end();
  await line.close();
});

const say = (text: string) => teller.query("select pg_notify('plenum_test', $1)", [text]);

function listener(onReady: () => unknown = () => undefined) {
  const heard: string[] = [];
  const ready = vi.fn(onReady);
  listening = listen({
    url: line.url,
    channels: ["plenum_test"],
    onNotification: (_channel, payload) => heard.push(payload),
    onReady: ready,
  });
  return { heard, ready };
}

it("notices that its connection died without a word, and makes a new one", async () => {
  const { heard, ready } = listener();
  await vi.waitFor(() => expect(ready).toHaveBeenCalledTimes(1));
  line.fallSilent();
  await say("unheard");
  await vi.advanceTimersByTimeAsync(NOTICED_MS);
  await vi.waitFor(() => expect(ready).toHaveBeenCalledTimes(2));
  await say("heard");
  await vi.waitFor(() => expect(heard).toEqual(["heard"]));
});

it("starts over when its owner could not read what was told meanwhile", async () => {
  const reading = vi.fn().mockRejectedValueOnce(new Error("no table yet")).mockResolvedValue(undefined);
  const { heard, ready } = listener(reading);
  await vi.waitFor(() => expect(ready).toHaveBeenCalledTimes(2));
  await say("heard");
  await vi.waitFor(() => expect(heard).toEqual(["heard"]));
});

it("is silent once it is closed", async () => {
  const { heard, ready } = listener();
  await vi.waitFor(() => expect(ready).toHaveBeenCalledTimes(1));
  await listening?.close();
  await say("too late");
  await vi.advanceTimersByTimeAsync(NOTICED_MS);
  expect([heard, ready.mock.calls.length]).toEqual([[], 1]);
});
