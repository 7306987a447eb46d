import { afterEach, expect, test, vi } from "vitest";
import { pool } from "@/db/client";
import { anAudience } from "@/db/testing/audience";
import { openVotes } from "@/domain/interaction/queries/question-rows";
import { env, forgetEnv } from "@/lib/env";
import { silentLine } from "@/lib/postgres/testing/silent-line";
import { closeHub, hub } from "./hub";
import type { Signal, Topic } from "./protocol";
import { publishSignals } from "./publish";

afterEach(() => {
  closeHub();
  vi.useRealTimers();
  vi.unstubAllEnvs();
  forgetEnv();
});

const channel = "evt_hub000001";

vi.mock("@/domain/interaction/queries/question-rows", { spy: true });

test("a signal of votes brings their numbers, counted once for all streams; one that cannot be counted comes without", async () => {
  const { eventId, ada, ben, cem, ask, vote } = await anAudience();
  const id = await ask(ada, "Wann ist Pause?");
  for (const who of [ben, cem]) await vote(who, id);
  const heard: Signal[] = [];
  for (let n = 0; n < 50; n++)
    hub().add({
      who: `adm_${n}`,
      seen: new Map([[eventId, 0]]),
      send: (signals) => heard.push(...signals),
      end: () => undefined,
    });
  vi.mocked(openVotes).mockClear();
  await publishSignals([{ channel: eventId, topic: "votes" }]);
  await vi.waitFor(() => expect(heard).toHaveLength(50));
  expect(heard.map(({ votes }) => votes)).toEqual(heard.map(() => ({ [id]: 2 })));
  expect(openVotes).toHaveBeenCalledTimes(1);
  await publishSignals([{ channel: eventId, topic: "questions" }]);
  await vi.waitFor(() => expect(heard).toHaveLength(100));
  expect(openVotes).toHaveBeenCalledTimes(1);
  vi.mocked(openVotes).mockRejectedValueOnce(new Error("database away"));
  await publishSignals([{ channel: eventId, topic: "votes" }]);
  await vi.waitFor(() => expect(heard).toHaveLength(150));
  expect(heard.at(-1)).toMatchObject({ topic: "votes" });
  expect(heard.at(-1)).not.toHaveProperty("votes");
});

test("signals go on after the listening connection died without a word, and what was said meanwhile is told", async () => {
  // The pool stands before the address changes: only the hub listens on the line that falls silent.
  const { DATABASE_URL } = env();
  await pool().query("select 1");
  const line = await silentLine(DATABASE_URL);
  vi.stubEnv("DATABASE_URL", line.url);
  forgetEnv();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const got: Topic[] = [];
  hub().add({
    who: "clm_hub",
    seen: new Map([[channel, 0]]),
    send: (signals) => got.push(...signals.map(({ topic }) => topic)),
    end: () => undefined,
  });
  await publishSignals([{ channel, topic: "chat" }]);
  await vi.waitFor(() => expect(got).toEqual(["chat"]));
  line.fallSilent();
  await publishSignals([{ channel, topic: "hands" }]);
  await vi.advanceTimersByTimeAsync(20_300);
  await vi.waitFor(() => expect(got).toEqual(["chat", "hands"]));
  await publishSignals([{ channel, topic: "rounds" }]);
  await vi.waitFor(() => expect(got).toEqual(["chat", "hands", "rounds"]));
  closeHub();
  await line.close();
});
