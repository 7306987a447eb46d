import type { AsideKind } from "@/domain/rooms/rules/asides";
import type { CaptionsSaid, Gesture, Signal, Target, WhereAmI } from "../protocol";
import type { Cause } from "../state";
import type { Background } from "./backgrounds";

/** The outside world of a room session: real implementations beside, fakes in `testing/`. */
export type MediaKind = "mic" | "cam" | "screen" | "screen_sound";

/** Which pictures of others are received: as large as they are shown, small ones to save power and data, or none at all. */
export type Pictures = "all" | "small" | "none";

/** Something that can play in an element; LiveKit's track behind it, unseen. */
export type Playable = {
  sid: string;
  attach: (element: HTMLMediaElement) => void;
  detach: (element: HTMLMediaElement) => void;
};

/** One person in the LiveKit room, as views need it. */
export type Presence = {
  id: string;
  name: string;
  own: boolean;
  joinedAt: number;
  micMuted: boolean;
  hasMic: boolean;
  camera: Playable | null;
  screen: Playable | null;
  voices: readonly Playable[];
  quality: "good" | "poor" | "lost" | "unknown";
};

/** A host's second ear or voice in this room. */
export type Beside = { id: string; kind: AsideKind; name: string; voices: readonly Playable[] };

export type RoomReading = {
  people: readonly Presence[];
  /** Hosts who listen here, or speak to all rooms, and are themselves elsewhere: nobody's tile. */
  asides: readonly Beside[];
  speakers: readonly string[];
  /** Remote tracks that are subscribed now. */
  tracks: number;
  /** Remote tracks that are wanted and have not come yet, by their ids. */
  awaited: readonly string[];
  canPlay: boolean;
  /** What LiveKit allows us to publish now; changes while connected. */
  mayPublish: boolean;
};

/** What nobody keeps: whoever is not here misses it. */
export type PassingNews =
  | { type: "reactions"; counts: Gesture["counts"] }
  | { type: "captions"; said: CaptionsSaid["said"] };

export type RoomNews =
  | { type: "changed" }
  | { type: "resuming" | "reconnecting" | "reconnected" }
  | { type: "disconnected"; cause: Cause }
  | { type: "muted_by_host"; kind: "mic" | "cam" | "screen" }
  | PassingNews;

/** One connection to one LiveKit room; never used again after `disconnect` or a lost connection. */
export interface RoomPort {
  /** Resolves when connected. `receiving`: everything from the first moment on; else nothing before `receive`. */
  connect(target: Pick<Target, "url" | "token">, receiving: boolean): Promise<void>;
  /** Starts to receive sound and picture; `visible` limits the pictures in large rooms. */
  receive(): void;
  showOnly(ids: readonly string[]): void;
  /** Asks anew for every track that is awaited. */
  subscribeAgain(): void;
  receivePictures(pictures: Pictures): void;
  publish(kind: MediaKind, track: MediaStreamTrack, isMuted: () => boolean): Promise<void>;
  unpublish(kind: MediaKind): Promise<void>;
  /** Frees the track for another room at once; this one, which is being left, works off its absence by itself. */
  letGo(kind: MediaKind): Promise<void>;
  mute(kind: "mic" | "cam", muted: boolean): Promise<void>;
  startAudio(): Promise<void>;
  setSpeaker(deviceId: string): Promise<void>;
  read(): RoomReading;
  readonly alive: boolean;
  onNews(listener: (news: RoomNews) => void): void;
  disconnect(): Promise<void>;
}

export type DeviceProblem =
  | "blocked_page"
  | "blocked_system"
  | "blocked_system_microphone"
  | "no_camera"
  | "no_microphone"
  | "camera_busy"
  | "microphone_busy"
  | "insecure"
  | "background"
  | "unknown";

export type DeviceWish = { mic: string | boolean; cam: string | boolean; suppressesNoise: boolean };
export type Acquired = {
  mic: MediaStreamTrack | null;
  cam: MediaStreamTrack | null;
  problem: DeviceProblem | null;
};
export type SharedScreen = { picture: MediaStreamTrack; sound: MediaStreamTrack | null };
export type Devices = { mics: Device[]; cams: Device[]; speakers: Device[] };
export type Device = { id: string; label: string };

export interface MediaPort {
  /** One combined request; when it fails, one per kind. A string is a device id. */
  acquire(wish: DeviceWish): Promise<Acquired>;
  /** Asks which screen, with its sound where the browser can give it; null when the person thinks better of it. */
  shareScreen(): Promise<SharedScreen | null>;
  /** The camera with this background behind the person; throws where that cannot be had. */
  dress(camera: MediaStreamTrack, background: Background): Promise<MediaStreamTrack>;
  /** False when the browser cannot change it while the microphone runs. */
  suppressNoise(microphone: MediaStreamTrack, on: boolean): Promise<boolean>;
  devices(): Promise<Devices>;
  /** Both permissions are granted already, so that asking shows no dialog. */
  alreadyGranted(): Promise<boolean>;
  /** Told when the person has allowed in the browser what was forbidden there; returns how to stop. */
  onGranted(listener: () => void): () => void;
  onDevicesChanged(listener: () => void): () => void;
  /** getUserMedia calls so far. */
  readonly calls: number;
}

export type Refusal = { kind: string; reason: string };
/** `refusal` is what the server said; `unreachable` everything else: network, 5xx, an unknown shape. */
export type Reply<Value> =
  | { ok: true; value: Value }
  | { ok: false; refusal: Refusal }
  | { ok: false; unreachable: true };

/** The reason of a refusal, `offline` when there was no answer, nothing when it worked. */
export function refusalOf(reply: Reply<unknown>): string | null {
  if (reply.ok) return null;
  return "refusal" in reply ? reply.refusal.reason : "offline";
}

export interface ControlPort {
  whereAmI(): Promise<Reply<WhereAmI>>;
  join(takeOver: boolean): Promise<Reply<WhereAmI>>;
  /** POST below `/api/rooms/{event}/`; what the server answers beyond success does not matter here. */
  post(path: string, body?: object): Promise<Reply<unknown>>;
  get(path: string): Promise<Reply<unknown>>;
  /** Signals from the first moment on, with own reconnects; returns how to stop. */
  listen(eventSlug: string, listener: (signal: Signal) => void): () => void;
}

export interface ClockPort {
  /** Own time in epoch milliseconds. */
  now(): number;
  after(milliseconds: number, run: () => void): () => void;
  random(): number;
}

export type SessionPorts = {
  control: ControlPort;
  media: MediaPort;
  clock: ClockPort;
  makeRoom: () => RoomPort;
};
