import { type DeviceKind, type MediaView, wishesOf } from "./media-view";
import type { Store } from "./store";

/** As much of the person's devices as a wish needs. */
type Devices = {
  readonly store: Store<MediaView>;
  acquire(kinds: readonly DeviceKind[]): Promise<void>;
  setUp(kinds?: readonly DeviceKind[]): Promise<void>;
};

/** What somebody wants of the devices before they are asked for, and once more after they failed. */
export class DeviceWishes {
  constructor(private readonly devices: Devices) {}

  /** Before entering: a wish, and the preview that is already there follows it. */
  mic(on: boolean): void {
    const { store } = this.devices;
    store.set({ mic: on });
    const { micTrack } = store.get();
    if (micTrack) micTrack.enabled = on;
  }

  async cam(on: boolean): Promise<void> {
    const { store } = this.devices;
    store.set({ cam: on });
    if (on && store.get().micTrack) await this.devices.acquire(["cam"]);
    if (on) return;
    store.get().camTrack?.stop();
    store.set({ camTrack: null });
  }

  /** „Erneut versuchen“: what could not be had is wanted again; a microphone that is there stays as muted as it is. */
  async retry(): Promise<void> {
    const { store } = this.devices;
    const { missing } = store.get();
    store.set(wishesOf(store.get()));
    await this.devices.setUp(missing);
  }

  /** „Kamera und Mikrofon prüfen“: who wants neither by now means both. */
  async check(): Promise<void> {
    const { store } = this.devices;
    const { mic, cam } = wishesOf(store.get());
    store.set(mic || cam ? { mic, cam } : { mic: true, cam: true });
    await this.devices.setUp();
  }
}
