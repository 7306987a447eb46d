import type { Background } from "./backgrounds";
import type { Device, DeviceProblem, MediaKind } from "./ports";

/** The state of the person's own devices, as views see it. */
export type MediaView = {
  /** What the person wants; survives every connection. */
  mic: boolean;
  cam: boolean;
  listenOnly: boolean;
  sharing: boolean;
  busy: boolean;
  problem: DeviceProblem | null;
  /** What was wanted and could not be had: „Erneut versuchen“ asks for this and nothing else. */
  missing: readonly DeviceKind[];
  micTrack: MediaStreamTrack | null;
  camTrack: MediaStreamTrack | null;
  micId: string;
  camId: string;
  speakerId: string;
  /** What stands behind the person. */
  background: Background;
  /** The browser takes noise out of the microphone. */
  suppressesNoise: boolean;
  mics: Device[];
  cams: Device[];
  speakers: Device[];
  gumCalls: number;
};
export type Choice = Pick<
  MediaView,
  "mic" | "cam" | "listenOnly" | "micId" | "camId" | "speakerId" | "background" | "suppressesNoise"
>;
/** Both devices, the browser's own ones, as they are. */
export const FIRST_CHOICE: Choice = {
  ...{ mic: true, cam: true, listenOnly: false, micId: "", camId: "", speakerId: "" },
  ...{ background: "none", suppressesNoise: true },
};
/** What can be missing at the door; a screen is asked for anew each time. */
export type DeviceKind = Exclude<MediaKind, "screen" | "screen_sound">;
export const KINDS: readonly DeviceKind[] = ["mic", "cam"];

export const firstMedia = (choice: Choice): MediaView => ({
  ...choice,
  sharing: false,
  busy: false,
  problem: null,
  missing: [],
  micTrack: null,
  camTrack: null,
  mics: [],
  cams: [],
  speakers: [],
  gumCalls: 0,
});

/** What the person wants of both: a device that failed is still wanted. */
export const wishesOf = ({ mic, cam, missing }: MediaView): Pick<MediaView, DeviceKind> => ({
  mic: mic || missing.includes("mic"),
  cam: cam || missing.includes("cam"),
});

/** What to remember for the next time. */
export const choiceOf = (view: MediaView): Choice => ({ ...view, ...wishesOf(view) });
