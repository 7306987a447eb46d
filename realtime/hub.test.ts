import { afterEach, expect, test, vi } from "vitest";
import { pool } from "@/db/client";
import { env, forgetEnv } from "@/lib/env";
import { silentLine } from "@/lib/postgres/testing/silent-line";
import { closeHub, hub } from "./hub";
import type { Topic } from "./protocol";
import { publishSignals } from "./publish";

afterEach(() => {
  closeHub();
  vi.useRealTimers();
  vi.unstubAllEnvs();
  forgetEnv();
});

const channel = "evt_hub000001";

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
