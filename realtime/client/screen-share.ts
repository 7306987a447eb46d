import type { MediaPort, RoomPort } from "./ports";
import type { SerialQueue } from "./serial-queue";

type Setting = {
  port: MediaPort;
  queue: SerialQueue;
  room: () => RoomPort | null;
  isAllowed: () => boolean;
  onSharing: (sharing: boolean) => void;
};

/** The person's shared screen, with its sound where the browser gives one: asked for anew each time, and never moved along. */
export class ScreenShare {
  #tracks: readonly MediaStreamTrack[] = [];

  constructor(private readonly setting: Setting) {}

  async start(): Promise<void> {
    const { port, queue, room, isAllowed, onSharing } = this.setting;
    const shared = await port.shareScreen();
    if (!shared) return;
    const { picture, sound } = shared;
    const tracks = sound ? [picture, sound] : [picture];
    if (!isAllowed()) return stopAll(tracks);
    await this.stop();
    picture.contentHint = "text";
    picture.addEventListener("ended", () => void this.#ended(picture));
    this.#tracks = tracks;
    onSharing(true);
    try {
      await queue.add(async () => room()?.publish("screen", picture, () => false));
      if (sound) await queue.add(async () => this.#publishSound(picture, sound));
    } catch {
      await this.#ended(picture);
    }
  }

  async stop(): Promise<void> {
    const tracks = this.#tracks;
    this.#tracks = [];
    this.setting.onSharing(false);
    stopAll(tracks);
    const { queue, room } = this.setting;
    if (tracks.length > 1) await queue.add(async () => room()?.unpublish("screen_sound"));
    if (tracks.length > 0) await queue.add(async () => room()?.unpublish("screen"));
  }

  /** Without a room to take it out of: the page goes away. */
  drop(): void {
    stopAll(this.#tracks);
    this.#tracks = [];
  }

  /** Whoever stopped while the picture was on its way does not want its sound either. */
  async #publishSound(picture: MediaStreamTrack, sound: MediaStreamTrack): Promise<void> {
    if (this.#tracks.includes(picture))
      await this.setting.room()?.publish("screen_sound", sound, () => false);
  }

  /** An older screen that ends does not take the present one along. */
  async #ended(picture: MediaStreamTrack): Promise<void> {
    if (this.#tracks.includes(picture)) await this.stop();
  }
}

function stopAll(tracks: readonly MediaStreamTrack[]): void {
  for (const track of tracks) track.stop();
}
