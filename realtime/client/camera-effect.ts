import type { BackgroundProcessorWrapper, SwitchBackgroundProcessorOptions } from "@livekit/track-processors";
import { type Background, pictureOf } from "./backgrounds";

/** The build lays these files here; nothing is fetched from anybody else. */
const ASSETS = {
  tasksVisionFileSet: "/vision",
  modelAssetPath: "/vision/selfie_segmentation.tflite",
};
const BLUR_PX = 12;
/** More costs a lot of power and hardly shows. */
const MOST_FPS = 24;
/** A browser that has drawn nothing by then will not: it lacks the power, or the page is not looked at. */
const FIRST_PICTURE_MS = 15_000;

/** `release`: no pictures are made any more; the camera goes on. */
type Dressed = { raw: MediaStreamTrack; processor: BackgroundProcessorWrapper; release: () => void };
type Processors = Pick<
  typeof import("@livekit/track-processors"),
  "BackgroundProcessor" | "supportsBackgroundProcessors"
>;

/**
 * Puts a background behind the person before any room gets the picture, so that it moves along from room to room and
 * stands in the preview too. Code and model are loaded when somebody first wants one.
 */
export class CameraEffect {
  #dressed = new WeakMap<MediaStreamTrack, Dressed>();

  constructor(private readonly load: () => Promise<Processors> = () => import("@livekit/track-processors")) {}

  /** The camera with this background: the same track where that will do. Throws where the browser cannot. */
  async dress(track: MediaStreamTrack, background: Background): Promise<MediaStreamTrack> {
    const known = this.#dressed.get(track);
    if (background === "none") return known ? this.#undress(track, known) : track;
    if (!known) return this.#begin(track, background);
    await known.processor.switchTo(modeOf(background));
    return track;
  }

  #undress(track: MediaStreamTrack, { raw, release }: Dressed): MediaStreamTrack {
    this.#dressed.delete(track);
    release();
    return raw;
  }

  async #begin(raw: MediaStreamTrack, background: Background): Promise<MediaStreamTrack> {
    const { BackgroundProcessor, supportsBackgroundProcessors } = await this.load();
    if (!supportsBackgroundProcessors()) throw new Error("this browser cannot put backgrounds behind people");
    const first = Promise.withResolvers<void>();
    const processor = BackgroundProcessor({
      ...modeOf(background),
      ...{ assetPaths: ASSETS, maxFps: MOST_FPS, onFrameProcessed: () => first.resolve() },
    });
    const { Track } = await import("livekit-client");
    const element = await playing(raw);
    try {
      await processor.init({ kind: Track.Kind.Video, track: raw, element });
      // Its very first picture is the camera's own, so nobody gets any before there is one with a background.
      await within(FIRST_PICTURE_MS, first.promise);
    } catch (error) {
      await processor.destroy();
      throw error;
    }
    const shown = processor.processedTrack;
    if (!shown) throw new Error("the processor gives no track");
    shown.contentHint = raw.contentHint;
    this.#follow(shown, { raw, processor }, element);
    return shown;
  }

  /** What is shown ends when the camera does, and stopping it lets the camera's light go out. */
  #follow(
    shown: MediaStreamTrack,
    { raw, processor }: Omit<Dressed, "release">,
    element: HTMLVideoElement,
  ): void {
    const stopShown = shown.stop.bind(shown);
    // A made track knows neither its size nor its device, and publishing would wait a second for the size.
    const settingsShown = shown.getSettings.bind(shown);
    shown.getSettings = () => ({ ...raw.getSettings(), ...settingsShown() });
    const release = () => {
      // The processor stops what it made, which from here on is not the camera.
      shown.stop = stopShown;
      void processor.destroy();
      element.srcObject = null;
      stopShown();
    };
    this.#dressed.set(shown, { raw, processor, release });
    shown.stop = () => {
      raw.stop();
      release();
    };
    raw.addEventListener("ended", () => {
      if (!this.#dressed.has(shown)) return;
      release();
      shown.dispatchEvent(new Event("ended"));
    });
  }
}

function modeOf(background: Background): SwitchBackgroundProcessorOptions {
  const imagePath = pictureOf(background);
  return imagePath === null
    ? { mode: "background-blur", blurRadius: BLUR_PX }
    : { mode: "virtual-background", imagePath };
}

async function within(milliseconds: number, done: Promise<void>): Promise<void> {
  const late = Promise.withResolvers<void>();
  const timer = setTimeout(() => late.reject(new Error("no picture in time")), milliseconds);
  try {
    await Promise.race([done, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** Browsers without streams of frames read them off an element that plays. */
async function playing(track: MediaStreamTrack): Promise<HTMLVideoElement> {
  const element = document.createElement("video");
  element.muted = true;
  element.playsInline = true;
  element.srcObject = new MediaStream([track]);
  await element.play().catch(() => undefined);
  return element;
}
