import { decodeJwt } from "jose";
import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import { forgetEnv, origin } from "@/lib/env";
import { CHECK_SECONDS, isCheckRoom } from "@/lib/livekit/check-room";
import { LiveKitUnavailable, roomService } from "@/lib/livekit/room-service";
import * as door from "./route";

type From = { from?: string | null; address?: string };
const ask = ({ from = origin(), address = "192.0.2.1" }: From = {}) =>
  door.POST(
    new Request("http://localhost/api/rooms/check", {
      method: "POST",
      headers: { "x-plenum-client-ip": address, ...(from === null ? {} : { origin: from }) },
    }),
    { params: Promise.resolve({}) },
  );
const opened: [string, number][] = [];

beforeEach(() => {
  vi.stubEnv("LIVEKIT_URL", "ws://127.0.0.1:1");
  vi.stubEnv("LIVEKIT_API_KEY", "testkey");
  vi.stubEnv("LIVEKIT_API_SECRET", "unit-tests-only-0123456789abcdef-0123456789abcdef");
  forgetEnv();
  opened.length = 0;
  vi.spyOn(roomService, "openForOne").mockImplementation(async (name, seconds) => {
    opened.push([name, seconds]);
  });
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => {
  vi.unstubAllEnvs();
  forgetEnv();
});

test("gives a key to a room of its own, for a minute, to send sound and nothing else", async () => {
  const response = await ask();
  expect(response.status).toBe(200);
  expect(response.headers.get("cache-control")).toBe("no-store");
  const { url, token } = await response.json();
  expect(url).toBe("ws://127.0.0.1:1");
  const claims = decodeJwt<{ name?: string; video: Record<string, unknown> }>(token);
  expect(Number(claims.exp) - Number(claims.nbf)).toBeLessThanOrEqual(120);
  expect(Number(claims.exp) - Math.floor(Date.now() / 1000)).toBeLessThanOrEqual(CHECK_SECONDS + 1);
  expect(claims.sub).toBe("check");
  const { room, ...rights } = claims.video;
  expect(rights).toEqual({
    roomJoin: true,
    canSubscribe: true,
    canPublish: true,
    canPublishSources: ["microphone"],
    canPublishData: false,
    canUpdateOwnMetadata: false,
    hidden: false,
  });
  expect(opened).toEqual([[room, CHECK_SECONDS]]);
  expect(isCheckRoom(String(room))).toBe(true);
});

test("each test has its own room, and no two people meet in one", async () => {
  await ask();
  await ask();
  const [first, second] = opened.map(([name]) => name);
  expect(first).not.toBe(second);
});

test("a page of another origin, or of none, opens nothing; and there is nothing to read", async () => {
  for (const from of ["https://evil.example.org", "null", null])
    expect((await ask({ from })).status).toBe(403);
  expect(opened).toEqual([]);
  expect(Object.keys(door)).toEqual(["POST"]);
});

test("one address may do it sixty times in ten minutes, and its neighbour still may", async () => {
  const address = "198.51.100.7";
  const answers: number[] = [];
  for (let turn = 0; turn < 61; turn++) answers.push((await ask({ address })).status);
  expect(answers.filter((status) => status === 200)).toHaveLength(60);
  expect(answers.at(-1)).toBe(429);
  expect(opened).toHaveLength(60);
  expect((await ask({ address: "198.51.100.8" })).status).toBe(200);
});

test("a room server that is away is said so, and told apart from a mistake of ours", async () => {
  vi.mocked(roomService.openForOne).mockRejectedValueOnce(new LiveKitUnavailable("away"));
  const response = await ask();
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ failure: { reason: "livekit" } });
});
