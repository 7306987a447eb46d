import type { Rights } from "../protocol";
import type { Device, DeviceProblem, MediaKind, MediaPort, RoomPort } from "./ports";
import { SerialQueue } from "./serial-queue";
import { Store } from "./store";

export type MediaView = {
  /** What the person wants; survives every connection. */
  mic: boolean;
  cam: boolean;
  listenOnly: boolean;
  sharing: boolean;
  busy: boolean;
  problem: DeviceProblem | null;
  micTrack: MediaStreamTrack | null;
  camTrack: MediaStreamTrack | null;
  micId: string;
  camId: string;
  speakerId: string;
  mics: Device[];
  cams: Device[];
  speakers: Device[];
  gumCalls: number;
};
export type Choice = Pick<MediaView, "mic" | "cam" | "listenOnly" | "micId" | "camId" | "speakerId">;
type Allowed = Pick<Rights, "mic" | "cam" | "screen">;

const NOTHING: Allowed = { mic: false, cam: false, screen: false };

/** The person's own microphone, camera and screen: asked for once, then carried from room to room. */
export class LocalMedia {
  readonly store: Store<MediaView>;
  #queue = new SerialQueue();
  #room: RoomPort | null = null;
  #allowed: Allowed = NOTHING;
  #screen: MediaStreamTrack | null = null;

  constructor(
    private readonly port: MediaPort,
    choice: Choice,
  ) {
    this.store = new Store<MediaView>({
      ...choice,
      sharing: false,
      busy: false,
      problem: null,
      micTrack: null,
      camTrack: null,
      mics: [],
      cams: [],
      speakers: [],
      gumCalls: 0,
    });
  }

  get view(): MediaView {
    return this.store.get();
  }

  /** Asks for what is wanted and not there yet: one request for both devices. */
  async acquire(kinds: readonly ("mic" | "cam")[] = ["mic", "cam"]): Promise<void> {
    const { mic, cam, micTrack, camTrack, micId, camId, busy } = this.view;
    const wish = {
      mic: kinds.includes("mic") && mic && !micTrack && (micId || true),
      cam: kinds.includes("cam") && cam && !camTrack && (camId || true),
    };
    if (busy || (!wish.mic && !wish.cam)) return;
    this.store.set({ busy: true, problem: null });
    const got = await this.port.acquire(wish);
    if (got.mic) this.#adopt("mic", got.mic);
    if (got.cam) this.#adopt("cam", got.cam);
    this.store.set({
      busy: false,
      problem: got.problem,
      mic: wish.mic && !got.mic ? false : this.view.mic,
      cam: wish.cam && !got.cam ? false : this.view.cam,
      gumCalls: this.port.calls,
    });
    await this.refreshDevices();
  }

  async setMic(on: boolean): Promise<void> {
    this.store.set({ mic: on, listenOnly: on ? false : this.view.listenOnly });
    if (on) await this.acquire(["mic"]);
    if (this.view.micTrack) this.view.micTrack.enabled = this.view.mic;
    await this.#sync("mic");
  }

  /** Before entering: a wish, and the preview that is already there follows it. */
  wishMic(on: boolean): void {
    this.store.set({ mic: on });
    if (this.view.micTrack) this.view.micTrack.enabled = on;
  }

  async wishCam(on: boolean): Promise<void> {
    this.store.set({ cam: on });
    if (on && this.view.micTrack) await this.acquire(["cam"]);
    if (on) return;
    this.view.camTrack?.stop();
    this.store.set({ camTrack: null });
  }

  /** Devices of last time, without a dialog: only when the browser has granted both already. */
  async restore(): Promise<void> {
    if (this.view.micTrack || this.view.camTrack || this.view.listenOnly) return;
    if (await this.port.alreadyGranted()) await this.setUp();
  }

  /** „Erneut versuchen“ after a refusal: both switches are on again, as they were before it. */
  async retry(): Promise<void> {
    this.store.set({ mic: true, cam: true });
    await this.setUp();
  }

  /** Asks and publishes what came, if there is a room. */
  async setUp(): Promise<void> {
    this.store.set({ listenOnly: false });
    await this.acquire();
    await Promise.all([this.#sync("mic"), this.#sync("cam")]);
  }

  /** Off stops the device, so that its light goes out; on asks for it again. */
  async setCam(on: boolean): Promise<void> {
    this.store.set({ cam: on, listenOnly: on ? false : this.view.listenOnly });
    if (on) await this.acquire(["cam"]);
    if (!on) {
      await this.#queue.add(async () => this.#room?.mute("cam", true));
      this.view.camTrack?.stop();
      this.store.set({ camTrack: null });
    }
    await this.#sync("cam");
  }

  async choose(kind: "mic" | "cam", id: string): Promise<void> {
    const former = kind === "mic" ? this.view.micTrack : this.view.camTrack;
    this.store.set(
      kind === "mic" ? { micId: id, mic: true, micTrack: null } : { camId: id, cam: true, camTrack: null },
    );
    await this.acquire([kind]);
    await this.#sync(kind);
    former?.stop();
  }

  async chooseSpeaker(id: string): Promise<void> {
    this.store.set({ speakerId: id });
    await this.#room?.setSpeaker(id).catch(() => undefined);
  }

  async share(on: boolean): Promise<void> {
    if (!on) return this.stopSharing();
    const track = await this.port.shareScreen();
    if (!track || !this.#allowed.screen) return track?.stop();
    track.contentHint = "text";
    track.addEventListener("ended", () => void this.stopSharing());
    this.#screen = track;
    this.store.set({ sharing: true });
    await this.#queue
      .add(async () => this.#room?.publish("screen", track, false))
      .catch(() => this.stopSharing());
  }

  async stopSharing(): Promise<void> {
    const track = this.#screen;
    this.#screen = null;
    this.store.set({ sharing: false });
    track?.stop();
    if (track) await this.#queue.add(async () => this.#room?.unpublish("screen"));
  }

  /** From now on this room gets the tracks, as far as the rights go. Resolves when they are published. */
  async bind(room: RoomPort, allowed: Allowed): Promise<void> {
    this.#room = room;
    this.#allowed = allowed;
    if (this.view.speakerId) await room.setSpeaker(this.view.speakerId).catch(() => undefined);
    await Promise.all([this.#sync("mic"), this.#sync("cam")]);
  }

  /**
   * Carries the tracks over into a room that is connected already: first the microphone, so that the gap in sound is
   * as short as it can be. A track has one sender, so it leaves the old room before it enters the new one.
   */
  async carryTo(room: RoomPort, allowed: Allowed): Promise<void> {
    await this.stopSharing();
    const old = this.#room;
    this.#room = room;
    this.#allowed = allowed;
    for (const kind of ["mic", "cam"] as const) {
      if (old?.alive) await this.#queue.add(() => old.unpublish(kind));
      await this.#sync(kind);
    }
    if (this.view.speakerId) await room.setSpeaker(this.view.speakerId).catch(() => undefined);
  }

  /** Takes the tracks out of the room without stopping them: a track has one sender. */
  async release(): Promise<void> {
    const room = this.#room;
    this.#room = null;
    await this.stopSharing();
    if (!room?.alive) return;
    await this.#queue.add(() => room.unpublish("mic"));
    await this.#queue.add(() => room.unpublish("cam"));
  }

  /** Rights can change while connected: whoever loses them comes back muted. */
  async allow(allowed: Allowed): Promise<void> {
    const former = this.#allowed;
    this.#allowed = allowed;
    if (former.screen && !allowed.screen) await this.stopSharing();
    if (former.mic && !allowed.mic) this.store.set({ mic: false });
    if (former.cam && !allowed.cam) await this.setCam(false);
    if (former.mic !== allowed.mic) await this.#sync("mic");
  }

  mutedByHost(kind: "mic" | "cam"): void {
    this.store.set(kind === "mic" ? { mic: false } : { cam: false });
  }

  async refreshDevices(): Promise<void> {
    this.store.set(await this.port.devices());
  }

  /** Without devices; the switches keep what they were for the next time. */
  listenOnly(): void {
    this.view.micTrack?.stop();
    this.view.camTrack?.stop();
    this.store.set({ micTrack: null, camTrack: null, listenOnly: true });
  }

  stop(): void {
    this.#room = null;
    for (const track of [this.view.micTrack, this.view.camTrack, this.#screen]) track?.stop();
    this.store.set({ micTrack: null, camTrack: null, sharing: false });
  }

  #adopt(kind: "mic" | "cam", track: MediaStreamTrack): void {
    track.addEventListener("ended", () => void this.#unplugged(kind, track));
    this.store.set(kind === "mic" ? { micTrack: track } : { camTrack: track });
  }

  /** A device that is pulled out is replaced by the default one; the mute state stays as it was. */
  async #unplugged(kind: "mic" | "cam", track: MediaStreamTrack): Promise<void> {
    const current = kind === "mic" ? this.view.micTrack : this.view.camTrack;
    if (current !== track) return;
    this.store.set(kind === "mic" ? { micTrack: null, micId: "" } : { camTrack: null, camId: "" });
    await this.acquire([kind]);
    await this.#sync(kind);
  }

  /** Makes the room equal to the wish: publish when there is a track, else only the mute state. */
  #sync(kind: Exclude<MediaKind, "screen">): Promise<void> {
    return this.#queue.add(async () => {
      const room = this.#room;
      const track = kind === "mic" ? this.view.micTrack : this.view.camTrack;
      if (!room?.alive || !track || !this.#allowed[kind]) return;
      await room.publish(kind, track, !this.view[kind]).catch(() => undefined);
    });
  }
}
