import fc from "fast-check";
import { decodeJwt } from "jose";
import { beforeAll, expect, test, vi } from "vitest";
import { forgetEnv } from "@/lib/env";
import { accessToken, TOKEN_SECONDS } from "./access-token";
import { permissionsOf } from "./grants";

beforeAll(() => {
  vi.stubEnv("DATABASE_URL", "postgres://postgres@127.0.0.1:1/none");
  vi.stubEnv("AUTH_SECRET", "unit-tests-only-0123456789abcdef-0123456789abcdef");
  vi.stubEnv("LIVEKIT_URL", "ws://127.0.0.1:1");
  vi.stubEnv("LIVEKIT_API_KEY", "testkey");
  vi.stubEnv("LIVEKIT_API_SECRET", "unit-tests-only-0123456789abcdef-0123456789abcdef");
  forgetEnv();
  return () => {
    vi.unstubAllEnvs();
    forgetEnv();
  };
});

const rights = fc.record({
  mic: fc.boolean(),
  cam: fc.boolean(),
  screen: fc.boolean(),
  data: fc.boolean(),
  hidden: fc.boolean(),
});
const POWERS = [
  "roomAdmin",
  "roomCreate",
  "roomList",
  "roomRecord",
  "ingressAdmin",
  "recorder",
  "agent",
  "canManageAgentSession",
  "destinationRoom",
  "canSubscribeMetrics",
];

test("every token the app can issue opens one room for three minutes and holds no power over others", async () => {
  await fc.assert(
    fc.asyncProperty(rights, async (given) => {
      const token = await accessToken({ identity: "adm_x", name: "Ada", room: "r1", rights: given });
      const claims = decodeJwt<{ video: Record<string, unknown>; name: string }>(token);
      expect(claims.sub).toBe("adm_x");
      expect(Number(claims.exp) - Number(claims.nbf)).toBeLessThanOrEqual(TOKEN_SECONDS + 1);
      expect(Object.keys(claims).sort()).toEqual(["exp", "iss", "name", "nbf", "sub", "video"]);
      const { video } = claims;
      for (const power of POWERS) expect(video[power]).toBeUndefined();
      expect(video).toMatchObject({
        room: "r1",
        roomJoin: true,
        canSubscribe: true,
        canUpdateOwnMetadata: false,
        canPublish: given.mic || given.cam || given.screen,
        canPublishData: given.data,
        hidden: given.hidden,
      });
      const sources = [
        ...(given.mic ? ["microphone"] : []),
        ...(given.cam ? ["camera"] : []),
        ...(given.screen ? ["screen_share", "screen_share_audio"] : []),
      ];
      expect(video.canPublishSources).toEqual(sources);
    }),
    { numRuns: 64 },
  );
});

test("an update of permissions leaves nothing out, because what is missing would be taken away", () => {
  fc.assert(
    fc.property(rights, (given) => {
      const permission = permissionsOf(given);
      expect(Object.values(permission)).not.toContain(undefined);
      expect(permission.canSubscribe).toBe(true);
      expect(permission.canPublish).toBe(permission.canPublishSources.length > 0);
    }),
  );
});
