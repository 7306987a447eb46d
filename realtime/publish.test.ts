import { eq } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { signals } from "@/db/schema/kernel";
import {
  flushSignals,
  publishBallot,
  publishForFact,
  publishSignals,
  purgeSignals,
  resyncChannels,
} from "./publish";

let counter = 0;
const aChannel = () => `evt_channel${String(++counter).padStart(6, "0")}`;
const told = (channel: string) =>
  db().select().from(signals).where(eq(signals.channel, channel)).orderBy(signals.seq);

afterEach(flushSignals);

test("many changes within half a second become two signals: the first at once, the last at the end", async () => {
  const channel = aChannel();
  for (let index = 0; index < 50; index++) await publishSignals([{ channel, topic: "chat" }]);
  expect(await told(channel)).toHaveLength(1);
  await vi.waitFor(async () => expect(await told(channel)).toHaveLength(2), 3_000);
});

test("a topic does not hold up another one, nor a channel another", async () => {
  const [one, other] = [aChannel(), aChannel()];
  await publishSignals([
    { channel: one, topic: "chat" },
    { channel: one, topic: "hands" },
    { channel: other, topic: "chat" },
    { channel: other, topic: "chat" },
  ]);
  expect((await told(one)).map(({ topic }) => topic)).toEqual(["chat", "hands"]);
  expect(await told(other)).toHaveLength(1);
});

test("what waits for its half second is written when the process stops", async () => {
  const channel = aChannel();
  await publishSignals([{ channel, topic: "people" }]);
  await publishSignals([{ channel, topic: "people" }]);
  await flushSignals();
  expect(await told(channel)).toHaveLength(2);
});

test("numbers of a channel have no gaps and no doubles, however many write at once", async () => {
  const channel = aChannel();
  const topics = ["chat", "hands", "people", "rounds", "session", "talks", "placement"] as const;
  await Promise.all(topics.map((topic) => publishSignals([{ channel, topic }])));
  expect((await told(channel)).map(({ seq }) => seq)).toEqual(topics.map((_, index) => index + 1));
});

test("facts that concern no room write nothing", async () => {
  const before = await db().$count(signals);
  await publishForFact({ kind: "registration.confirmed", payload: { eventId: "evt_0000000000" } });
  expect(await db().$count(signals)).toBe(before);
});

test("a worker that starts makes recent channels read everything again, and a day later they are forgotten", async () => {
  const channel = aChannel();
  await publishSignals([{ channel, topic: "chat" }]);
  await resyncChannels(new Date());
  expect((await told(channel)).map(({ topic }) => topic)).toEqual(["chat", "resync"]);
  await purgeSignals(new Date(Date.now() + 25 * 3_600_000));
  expect(await told(channel)).toEqual([]);
});

test("votes are told four times a second at most, and the last of them always", async () => {
  const channel = aChannel();
  const begun = performance.now();
  for (let vote = 0; vote < 50; vote++) await publishBallot(channel);
  await vi.waitFor(async () => expect(await told(channel)).toHaveLength(2), { timeout: 3_000, interval: 20 });
  expect(performance.now() - begun).toBeGreaterThan(200);
  await publishBallot(channel);
  await vi.waitFor(async () => expect(await told(channel)).toHaveLength(3), { timeout: 450, interval: 20 });
});
