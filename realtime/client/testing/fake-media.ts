import type { Acquired, Devices, DeviceWish, MediaPort } from "../ports";

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

  async shareScreen(): Promise<MediaStreamTrack | null> {
    return this.#make("video");
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
