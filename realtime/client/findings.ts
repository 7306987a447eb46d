import type { MediaWay } from "./media-way";
import type { DeviceProblem, Reply } from "./ports";

/** What a test of one's technology looks at, in the order in which it is shown and reported. */
export const checks = ["browser", "camera", "microphone", "speaker", "plenum", "signal", "media"] as const;
export type Check = (typeof checks)[number];
/** `limited`: it works, but not as well as it could, or one can do without. `open`: nobody knows yet. */
export type Verdict = "good" | "limited" | "failed" | "open";

/** What can be the matter with a device; the room says the same words. */
const deviceVerdicts: Record<DeviceProblem, Verdict> = {
  blocked_page: "failed",
  blocked_system: "failed",
  blocked_system_microphone: "failed",
  no_camera: "limited",
  no_microphone: "limited",
  camera_busy: "failed",
  microphone_busy: "failed",
  insecure: "failed",
  background: "limited",
  unknown: "failed",
};

const verdicts = {
  browser_good: "good",
  browser_insecure: "failed",
  browser_no_webrtc: "failed",
  browser_no_devices: "limited",
  camera_good: "good",
  camera_no_picture: "failed",
  microphone_good: "good",
  microphone_silent: "failed",
  speaker_good: "good",
  speaker_unheard: "failed",
  plenum_good: "good",
  plenum_slow: "limited",
  plenum_away: "failed",
  signal_good: "good",
  signal_blocked: "failed",
  signal_away: "failed",
  signal_too_often: "open",
  signal_untested: "open",
  media_udp: "good",
  media_relay: "good",
  media_slow: "limited",
  media_tcp: "limited",
  media_blocked: "failed",
  media_untested: "open",
} as const satisfies Record<string, Verdict>;

type OwnReason = keyof typeof verdicts;
/** What one can do something about. */
type Flaw = { [One in OwnReason]: (typeof verdicts)[One] extends "good" ? never : One }[OwnReason];
export type Reason = OwnReason | DeviceProblem;
/** Numbers that the sentence about it names. */
type Values = Readonly<Record<string, number>>;
export type Finding = { reason: Reason; values: Values; at: Date };
export type Findings = Partial<Record<Check, Finding>>;

export const isDeviceProblem = (reason: Reason): reason is DeviceProblem => reason in deviceVerdicts;
export const verdictOf = (reason: Reason): Verdict =>
  isDeviceProblem(reason) ? deviceVerdicts[reason] : verdicts[reason];

export const isFlaw = (reason: OwnReason): reason is Flaw => verdicts[reason] !== "good";

/** The verdict on several findings together is the worst of them. */
export function worstOf(findings: readonly (Finding | undefined)[]): Verdict {
  const found = findings.map((one) => (one ? verdictOf(one.reason) : "open"));
  return (["failed", "limited", "open"] as const).find((verdict) => found.includes(verdict)) ?? "good";
}

export type Conclusion = { reason: OwnReason; values?: Values };

/** What this browser has of what the room is made of. */
export type Abilities = { secure: boolean; webrtc: boolean; devices: boolean };

export function aboutBrowser({ secure, webrtc, devices }: Abilities): Conclusion {
  if (!secure) return { reason: "browser_insecure" };
  if (!webrtc) return { reason: "browser_no_webrtc" };
  return { reason: devices ? "browser_good" : "browser_no_devices" };
}

/** An answer that takes longer is felt in every click. */
const SLOW_ANSWER_MS = 1000;

/** The middle of several answers: the first one also pays for the connection. */
export function aboutPlenum(answers: readonly number[]): Conclusion {
  const middle = answers.toSorted((one, other) => one - other)[Math.floor(answers.length / 2)];
  if (middle === undefined) return { reason: "plenum_away" };
  const ms = Math.round(middle);
  return { reason: ms > SLOW_ANSWER_MS ? "plenum_slow" : "plenum_good", values: { ms } };
}

/** Why there is no room to test in: Plenum or its room server cannot be reached, or this address has tested too often. */
export function aboutNoRoom(reply: Exclude<Reply<unknown>, { ok: true }>): Conclusion {
  const tooOften = "refusal" in reply && reply.refusal.reason === "rate_limited";
  return { reason: tooOften ? "signal_too_often" : "signal_away" };
}

/** `signalMs`: until the room server had let us in; `way`: the one that sound and picture took. */
export type RoomProbe = { signalMs: number | null; way: MediaWay | null };

/** A longer way there and back makes people talk at the same time (ITU-T G.114: 150 ms one way). */
const SLOW_WAY_MS = 300;

export function aboutRoom({ signalMs, way }: RoomProbe): { signal: Conclusion; media: Conclusion } {
  if (signalMs === null) {
    return { signal: { reason: "signal_blocked" }, media: { reason: "media_untested" } };
  }
  return { signal: { reason: "signal_good", values: { ms: Math.round(signalMs) } }, media: aboutWay(way) };
}

function aboutWay(way: MediaWay | null): Conclusion {
  if (!way) return { reason: "media_blocked" };
  const values = { ms: Math.round(way.roundTripMs) };
  if (way.protocol === "tcp") return { reason: "media_tcp", values };
  if (way.roundTripMs > SLOW_WAY_MS) return { reason: "media_slow", values };
  return { reason: way.relayed ? "media_relay" : "media_udp", values };
}
