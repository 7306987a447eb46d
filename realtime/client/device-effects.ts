import type { Background } from "./backgrounds";
import type { DeviceKind, MediaView } from "./media-view";
import type { Acquired, DeviceWish, MediaPort } from "./ports";
import type { Store } from "./store";

/** As much of the person's devices as an effect needs. */
type Devices = {
  readonly store: Store<MediaView>;
  choose(kind: DeviceKind, id: string): Promise<void>;
  replaceCamera(track: MediaStreamTrack): Promise<void>;
};

/** What is done to sound and picture before anybody gets them: noise taken out, a background put in. */
export class DeviceEffects {
  constructor(
    private readonly devices: Devices,
    private readonly port: MediaPort,
  ) {}

  /**
   * The devices as the person wants them. Whoever wants a background and cannot have it is not shown without: the camera
   * stays off, and they are told why.
   */
  async acquire(wish: Omit<DeviceWish, "suppressesNoise">): Promise<Acquired> {
    const { background, suppressesNoise } = this.devices.store.get();
    const got = await this.port.acquire({ ...wish, suppressesNoise });
    if (!got.cam || background === "none") return got;
    const cam = await this.#dressed(got.cam, background);
    if (cam) return { ...got, cam };
    got.cam.stop();
    return { ...got, cam: null, problem: "background" };
  }

  async setBackground(background: Background): Promise<void> {
    const { store } = this.devices;
    const before = store.get().background;
    const { camTrack } = store.get();
    store.set({ background, problem: null });
    if (!camTrack) return;
    store.set({ busy: true });
    const shown = await this.#dressed(camTrack, background);
    store.set({ busy: false });
    // Meanwhile the camera was switched off or changed for another one, which has its background by itself.
    if (store.get().camTrack !== camTrack) return shown?.stop();
    // What was there stays there, so that nobody is suddenly seen with less than they had.
    if (!shown) store.set({ background: before, problem: "background" });
    else if (shown !== camTrack) await this.devices.replaceCamera(shown);
  }

  /** Browsers that cannot change it while the microphone runs are asked for the microphone again. */
  async suppressNoise(on: boolean): Promise<void> {
    const { store } = this.devices;
    store.set({ suppressesNoise: on });
    const { micTrack, micId } = store.get();
    if (micTrack && !(await this.port.suppressNoise(micTrack, on))) {
      await this.devices.choose("mic", micId);
    }
  }

  async #dressed(track: MediaStreamTrack, background: Background): Promise<MediaStreamTrack | null> {
    try {
      return await this.port.dress(track, background);
    } catch {
      // No WebGL, too old a browser, or the model could not be loaded.
      return null;
    }
  }
}
