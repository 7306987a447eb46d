import { describe, expect, it } from "vitest";
import {
  aboutBrowser,
  aboutNoRoom,
  aboutPlenum,
  aboutRoom,
  type Finding,
  isDeviceProblem,
  type Reason,
  verdictOf,
  worstOf,
} from "./findings";

const finding = (reason: Reason): Finding => ({ reason, values: {}, at: new Date(0) });

describe("what a browser can do", () => {
  it.each([
    [{ secure: true, webrtc: true, devices: true }, "browser_good"],
    [{ secure: true, webrtc: true, devices: false }, "browser_no_devices"],
    [{ secure: true, webrtc: false, devices: true }, "browser_no_webrtc"],
    [{ secure: false, webrtc: false, devices: false }, "browser_insecure"],
  ] as const)("%o is %s", (abilities, reason) => expect(aboutBrowser(abilities).reason).toBe(reason));
});

describe("the answers of Plenum", () => {
  it("counts the middle one, because the first also opens the connection", () => {
    expect(aboutPlenum([1800, 40.4, 38])).toEqual({ reason: "plenum_good", values: { ms: 40 } });
  });

  it("tells slow ones and none", () => {
    expect(aboutPlenum([1001, 1002, 90])).toEqual({ reason: "plenum_slow", values: { ms: 1001 } });
    expect(aboutPlenum([])).toEqual({ reason: "plenum_away" });
  });
});

describe("the room server", () => {
  const udp = { protocol: "udp", relayed: false, roundTripMs: 12.4 } as const;
  const media = (way: Parameters<typeof aboutRoom>[0]["way"]) => aboutRoom({ signalMs: 80, way }).media;

  it("says how long it took to be let in", () => {
    expect(aboutRoom({ signalMs: 80.6, way: udp }).signal).toEqual({
      reason: "signal_good",
      values: { ms: 81 },
    });
  });

  it("is blocked before the WebSocket, and then nothing is known of the way of media", () => {
    const { signal, media } = aboutRoom({ signalMs: null, way: null });
    expect([signal.reason, media.reason]).toEqual(["signal_blocked", "media_untested"]);
  });

  it.each([
    [udp, "media_udp"],
    [{ ...udp, relayed: true }, "media_relay"],
    [{ ...udp, roundTripMs: 301 }, "media_slow"],
    [{ ...udp, protocol: "tcp" }, "media_tcp"],
    [{ ...udp, protocol: "tcp", relayed: true, roundTripMs: 900 }, "media_tcp"],
    [null, "media_blocked"],
  ] as const)("takes %o for %s", (way, reason) => expect(media(way).reason).toBe(reason));

  it("tells whoever tests too often from a server that is away", () => {
    const refusal = { kind: "unavailable", reason: "rate_limited" };
    expect(aboutNoRoom({ ok: false, refusal }).reason).toBe("signal_too_often");
    expect(aboutNoRoom({ ok: false, unreachable: true }).reason).toBe("signal_away");
    expect(aboutNoRoom({ ok: false, refusal: { ...refusal, reason: "livekit" } }).reason).toBe("signal_away");
  });
});

describe("verdicts", () => {
  it("knows what can be the matter with a device from what the test finds itself", () => {
    expect(isDeviceProblem("camera_busy")).toBe(true);
    expect(isDeviceProblem("camera_no_picture")).toBe(false);
  });

  it("lets nobody fail who has no camera, because one can take part without", () => {
    expect(verdictOf("no_camera")).toBe("limited");
    expect(verdictOf("blocked_page")).toBe("failed");
  });

  it("takes the worst of several, and is open while something was not looked at", () => {
    expect(worstOf([undefined, undefined])).toBe("open");
    expect(worstOf([finding("signal_good"), undefined])).toBe("open");
    expect(worstOf([finding("signal_good"), finding("media_udp")])).toBe("good");
    expect(worstOf([finding("media_untested"), finding("plenum_slow")])).toBe("limited");
    expect(worstOf([finding("plenum_good"), finding("media_tcp")])).toBe("limited");
    expect(worstOf([finding("media_tcp"), finding("signal_blocked")])).toBe("failed");
  });
});
