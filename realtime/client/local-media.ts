import type { Rights } from "../protocol";
import { DeviceEffects } from "./device-effects";
import { DeviceWishes } from "./device-wishes";
import { type Choice, type DeviceKind, firstMedia, KINDS, type MediaView, wishesOf } from "./media-view";
import type { MediaPort, RoomPort } from "./ports";
import { ScreenShare } from "./screen-share";
import { SerialQueue } from "./serial-queue";
import { stopAll } from "./stop-tracks";
import { Store } from "./store";

type Allowed = Pick<Rights, "mic" | "cam" | "screen">;
/** The room somebody comes into, and what they may do in it. */
type Place = { room: { id: string }; rights: Allowed };

const NOTHING: Allowed = { mic: false, cam: false, screen: false };

/** The person's own microphone, camera and screen: asked for once, then carried from room to room. */
export class LocalMedia {
  readonly store: Store<MediaView>;
  readonly wishes = new DeviceWishes(this);
  readonly effects: DeviceEffects;
  #queue = new SerialQueue();
  /** A headset with a camera takes both devices away at once; each gets its own request, one after the other. */
  #replacing = new SerialQueue();
  #room: RoomPort | null = null;
  #allowed: Allowed = NOTHING;
  /** The room this person was in last; null before the first, since what comes with the entry was chosen before it. */
  #at: string | null = null;
  #screen: ScreenShare;
  #parked = false;
  #without = false;

  constructor(
    readonly port: MediaPort,
    choice: Choice,
    private readonly onReplaced: () => void = () => undefined,
  ) {
    this.store = new Store<MediaView>(firstMedia(choice));
    this.effects = new DeviceEffects(this, port);
    this.#screen = new ScreenShare({
      port,
      queue: this.#queue,
      room: () => this.#room,
      isAllowed: () => this.#allowed.screen,
      onSharing: (sharing) => this.store.set({ sharing }),
    });
  }

  get view(): MediaView {
    return this.store.get();
  }

  /** Asks for what is wanted and not there yet: one request for both devices. */
  async acquire(kinds: readonly DeviceKind[] = KINDS): Promise<void> {
    const wish = { mic: this.#wishFor("mic", kinds), cam: this.#wishFor("cam", kinds) };
    const { busy, problem } = this.view;
    if (busy || (!wish.mic && !wish.cam)) return;
    this.#without = false;
    this.store.set({ busy: true, problem: null });
    const got = await this.effects.acquire(wish);
    this.store.set({ busy: false, gumCalls: this.port.calls });
    // Meanwhile the person went in to listen.
    if (this.view.listenOnly) return stopAll(got.mic, got.cam);
    if (got.mic) this.#adopt("mic", got.mic);
    // A background takes seconds when it is the first one; who switches the camera off meanwhile means it.
    if (this.view.cam && got.cam) this.#adopt("cam", got.cam);
    else stopAll(got.cam);
    const failed = KINDS.filter((kind) => wish[kind] && this.view[kind] && !got[kind]);
    const missing = KINDS.filter(
      (kind) => failed.includes(kind) || (!wish[kind] && this.view.missing.includes(kind)),
    );
    this.store.set({
      missing,
      problem: (failed.length > 0 ? got.problem : null) ?? (missing.length > 0 ? problem : null),
      mic: this.view.mic && !failed.includes("mic"),
      cam: this.view.cam && !failed.includes("cam"),
    });
    await this.refreshDevices();
  }

  /** The chosen device, any device, or none. */
  #wishFor(kind: DeviceKind, kinds: readonly DeviceKind[]): string | boolean {
    const { mic, cam, micId, camId } = this.view;
    const wanted = kinds.includes(kind) && (kind === "mic" ? mic : cam) && !this.#trackOf(kind);
    return wanted && ((kind === "mic" ? micId : camId) || true);
  }

  async setMic(on: boolean): Promise<void> {
    this.store.set({ mic: on, listenOnly: on ? false : this.view.listenOnly });
    if (on) await this.acquire(["mic"]);
    this.#capture("mic");
    await this.#sync("mic");
  }

  /**
   * The person comes in without having been asked for devices. Whatever they wished elsewhere, and whatever they may do
   * here later, nothing is switched on before a click of their own.
   */
  comeWithout(): void {
    this.#without = true;
  }

  get camesWithout(): boolean {
    return this.#without;
  }

  /** Devices of last time, without a dialog: only when the browser has granted both already. */
  async restore(): Promise<void> {
    if (this.#without || this.view.micTrack || this.view.camTrack || this.view.listenOnly) return;
    if (await this.port.alreadyGranted()) await this.setUp();
  }

  /** The person goes on without the device. */
  dismissProblem(): void {
    this.store.set({ problem: null, missing: [] });
  }

  /** Asks and publishes what came, if there is a room. */
  async setUp(kinds: readonly DeviceKind[] = KINDS): Promise<void> {
    this.store.set({ listenOnly: false });
    await this.acquire(kinds);
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

  /** Before the entry a chosen device is tried at once. Inside, a choice is no switch: what is off stays off. */
  async choose(kind: DeviceKind, id: string): Promise<void> {
    const former = this.#trackOf(kind);
    const on = this.#at === null || (this.view[kind] && former !== null);
    this.store.set(
      kind === "mic" ? { micId: id, mic: on, micTrack: null } : { camId: id, cam: on, camTrack: null },
    );
    if (on) await this.acquire([kind]);
    await this.#sync(kind);
    former?.stop();
  }

  /** The same camera in another look; nobody is asked for it. */
  async replaceCamera(track: MediaStreamTrack): Promise<void> {
    this.#adopt("cam", track);
    await this.#sync("cam");
  }

  async chooseSpeaker(id: string): Promise<void> {
    this.store.set({ speakerId: id });
    await this.#room?.setSpeaker(id).catch(() => undefined);
  }

  share(on: boolean): Promise<void> {
    return on ? this.#screen.start() : this.#screen.stop();
  }

  /** From now on this room gets the tracks, as far as the rights go. Resolves when they are published. */
  async bind(room: RoomPort, place: Place): Promise<void> {
    this.#room = room;
    this.#take(place.rights, place.room.id);
    if (this.view.speakerId) await room.setSpeaker(this.view.speakerId).catch(() => undefined);
    await Promise.all([this.#sync("mic"), this.#sync("cam")]);
  }

  /**
   * Carries the tracks over into a room that is connected already: first the microphone, so that the gap in sound is
   * as short as it can be. A track has one sender, so it leaves the old room before it enters the new one.
   */
  async carryTo(room: RoomPort, place: Place): Promise<void> {
    await this.#screen.stop();
    const old = this.#room;
    this.#room = room;
    this.#take(place.rights, place.room.id);
    for (const kind of ["mic", "cam"] as const) {
      if (old?.alive) await this.#queue.add(() => old.letGo(kind));
      await this.#sync(kind);
    }
    if (this.view.speakerId) await room.setSpeaker(this.view.speakerId).catch(() => undefined);
  }

  /** Takes the tracks out of the room without stopping them: a track has one sender. */
  async release(): Promise<void> {
    const room = this.#room;
    this.#room = null;
    await this.#screen.stop();
    if (!room?.alive) return;
    await this.#queue.add(() => room.letGo("mic"));
    await this.#queue.add(() => room.letGo("cam"));
  }

  /** Rights can change while connected: whoever loses them comes back muted. */
  async allow(allowed: Allowed): Promise<void> {
    const former = this.#allowed;
    this.#take(allowed, this.#at);
    if (former.screen && !allowed.screen) await this.#screen.stop();
    if (former.mic && !allowed.mic) this.store.set({ mic: false });
    if (former.cam && !allowed.cam) await this.setCam(false);
    if (former.mic !== allowed.mic) await this.#sync("mic");
  }

  /**
   * A device that becomes allowed while one is inside stays off until its owner's own click, also one that was on in
   * another room before. Only whoever moves brings the devices along as they are.
   */
  #take(allowed: Allowed, roomId: string | null): void {
    for (const kind of KINDS) {
      const gained = this.#at !== null && !this.#allowed[kind] && allowed[kind];
      if (gained && (roomId === this.#at || !this.#trackOf(kind))) this.#turnOff(kind);
    }
    this.#allowed = allowed;
    this.#at = roomId;
    for (const kind of KINDS) this.#capture(kind);
  }

  /** A muted microphone stays at hand; a camera is stopped, so that its light goes out. */
  #turnOff(kind: DeviceKind): void {
    if (kind === "cam") this.view.camTrack?.stop();
    this.store.set(kind === "mic" ? { mic: false } : { cam: false, camTrack: null });
  }

  /** Nothing is recorded that the room may not get; the track stays, so that nobody is asked for it again. */
  #capture(kind: DeviceKind): void {
    const track = this.#trackOf(kind);
    if (track) track.enabled = this.view[kind] && (this.#at === null || this.#allowed[kind]);
  }

  mutedByHost(kind: DeviceKind | "screen"): void {
    if (kind === "screen") void this.share(false);
    else this.store.set(kind === "mic" ? { mic: false } : { cam: false });
  }

  async refreshDevices(): Promise<void> {
    this.store.set(await this.port.devices());
  }

  /** Without devices; the switches keep what they were for the next time. */
  listenOnly(): void {
    stopAll(this.view.micTrack, this.view.camTrack);
    const nothing = { micTrack: null, camTrack: null, problem: null, missing: [] };
    this.store.set({ ...wishesOf(this.view), ...nothing, listenOnly: true });
  }

  stop(): void {
    this.#room = null;
    this.#screen.drop();
    stopAll(this.view.micTrack, this.view.camTrack);
    this.store.set({ micTrack: null, camTrack: null, sharing: false });
  }

  /** Another window has the place: no device stays on in one that shows nothing. */
  park(): void {
    this.#parked = this.#parked || this.view.micTrack !== null || this.view.camTrack !== null;
    this.stop();
  }

  /** Devices again that were parked; whoever came without is not asked. */
  async unpark(): Promise<void> {
    if (this.#parked) await this.acquire();
    this.#parked = false;
  }

  #adopt(kind: DeviceKind, track: MediaStreamTrack): void {
    track.addEventListener("ended", () => void this.#unplugged(kind, track));
    this.store.set(kind === "mic" ? { micTrack: track } : { camTrack: track });
    this.#capture(kind);
  }

  /** A device that is pulled out is replaced by the default one; the mute state stays as it was. */
  async #unplugged(kind: DeviceKind, track: MediaStreamTrack): Promise<void> {
    if (this.#trackOf(kind) !== track) return;
    this.store.set(kind === "mic" ? { micTrack: null, micId: "" } : { camTrack: null, camId: "" });
    await this.#replacing.add(() => this.acquire([kind]));
    if (this.#trackOf(kind)) this.onReplaced();
    await this.#sync(kind);
  }

  #trackOf(kind: DeviceKind): MediaStreamTrack | null {
    return kind === "mic" ? this.view.micTrack : this.view.camTrack;
  }

  /** Makes the room equal to the wish: publish when there is a track, else say that there is none. */
  #sync(kind: DeviceKind): Promise<void> {
    return this.#queue.add(async () => {
      const room = this.#room;
      const track = this.#trackOf(kind);
      if (!room?.alive || !this.#allowed[kind]) return;
      // A device that is gone sends nothing any more, and the others are to see that.
      const told = track ? room.publish(kind, track, () => !this.view[kind]) : room.mute(kind, true);
      await told.catch(() => undefined);
    });
  }
}
