import { once } from "node:events";
import { createServer } from "node:http";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { forgetEnv } from "@/lib/env";
import { logger } from "@/lib/logger";
import { compareClocks } from "./compare-clocks";

let end: () => unknown = () => undefined;
const alarms: unknown[] = [];

/** A livekit-server whose clock differs from ours by so many seconds, or that does not say the time. */
async function livekitAhead(seconds: number | undefined): Promise<void> {
  const server = createServer((_request, response) => {
    response.sendDate = false;
    if (seconds !== undefined)
      response.setHeader("date", new Date(Date.now() + seconds * 1000).toUTCString());
    response.end("OK");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  end = () => {
    server.closeAllConnections();
    server.close();
  };
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  vi.stubEnv("LIVEKIT_URL", `ws://127.0.0.1:${address.port}`);
  forgetEnv();
}

beforeEach(() => {
  vi.stubEnv("DATABASE_URL", "postgres://postgres@127.0.0.1:1/none");
  vi.stubEnv("AUTH_SECRET", "unit-tests-only-0123456789abcdef-0123456789abcdef");
  vi.stubEnv("LIVEKIT_API_KEY", "testkey");
  vi.stubEnv("LIVEKIT_API_SECRET", "unit-tests-only-0123456789abcdef-0123456789abcdef");
  vi.stubEnv("LIVEKIT_API_URL", "");
  alarms.length = 0;
  vi.spyOn(logger, "error").mockImplementation((...parts: unknown[]) => {
    alarms.push(parts[0]);
  });
});
afterEach(() => {
  end();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  forgetEnv();
});

test.each([
  [20, -20],
  [-120, 120],
])("R13: a livekit-server %i s ahead raises an alarm", async (ahead, ours) => {
  await livekitAhead(ahead);
  await compareClocks();
  expect(alarms).toEqual([{ seconds: expect.closeTo(ours, -1) }]);
});

test.each([0, 5, -5, undefined])("one that is %s s ahead raises none", async (ahead) => {
  await livekitAhead(ahead);
  await compareClocks();
  expect(alarms).toEqual([]);
});

test("nor does one that is away", async () => {
  await livekitAhead(0);
  end();
  await compareClocks();
  expect(alarms).toEqual([]);
});
