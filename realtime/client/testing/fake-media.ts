import type { Background } from "../backgrounds";
import type { Acquired, Devices, DeviceWish, MediaPort, SharedScreen } from "../ports";

/** As much of a MediaStreamTrack as the session touches. */
export class FakeTrack extends EventTarget {
  enabled = true;
  readyState: "live" | "ended" = "live";
  contentHint = "";

  constructor(readonly kind: "audio" | "video") {
    super();
  }

  stop(): void {
    this.readyState = "ended";
  }

  /** What the browser does when a device is pulled out. */
  unplug(): void {
    this.readyState = "ended";
    this.dispatchEvent(new Event("ended"));
  }
}

/** Devices that are always there, and a count of how often somebody asked. */
export class FakeMedia implements MediaPort {
  calls = 0;
  made: FakeTrack[] = [];
  problem: Acquired["problem"] = null;
  /** Whether the browser would give both without a question. */
  granted = false;

  async acquire(wish: DeviceWish): Promise<Acquired> {
    this.calls += 1;
    if (this.problem) return { mic: null, cam: null, problem: this.problem };
    return {
      mic: wish.mic ? this.#make("audio") : null,
      cam: wish.cam ? this.#make("video") : null,
      problem: null,
    };
  }

  /** Whether backgrounds can be had, and what each dressed camera has behind it. */
  hasBackgrounds = true;
  behind = new Map<MediaStreamTrack, Background>();
  /** How long it takes: until the test says so. */
  drawing: Promise<void> = Promise.resolve();

  async dress(camera: MediaStreamTrack, background: Background): Promise<MediaStreamTrack> {
    await this.drawing;
    if (!this.hasBackgrounds) throw new Error("no backgrounds here");
    const isDressed = this.behind.has(camera);
    const shown = isDressed === (background !== "none") ? camera : this.#make("video");
    if (background === "none") this.behind.delete(camera);
    else this.behind.set(shown, background);
    return shown;
  }

  /** Whether the browser can change it while the microphone runs. */
  changesNoise = true;
  suppressed: boolean[] = [];

  async suppressNoise(_: MediaStreamTrack, on: boolean): Promise<boolean> {
    this.suppressed.push(on);
    return this.changesNoise;
  }

  onGranted(): () => void {
    return () => undefined;
  }

  /** Whether a shared screen comes with its sound. */
  screenHasSound = false;

  async shareScreen(): Promise<SharedScreen | null> {
    return { picture: this.#make("video"), sound: this.screenHasSound ? this.#make("audio") : null };
  }

  async devices(): Promise<Devices> {
    return { mics: [], cams: [], speakers: [] };
  }

  async alreadyGranted(): Promise<boolean> {
    return this.granted;
  }

  onDevicesChanged(): () => void {
    return () => undefined;
  }

  #make(kind: "audio" | "video"): MediaStreamTrack {
    const track = new FakeTrack(kind);
    this.made.push(track);
    return track as Partial<MediaStreamTrack> as MediaStreamTrack;
  }
}
