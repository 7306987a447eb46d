import { BrowserMedia } from "@/realtime/client/browser-media";
import { LocalMedia } from "@/realtime/client/local-media";
import { readChoice } from "@/realtime/client/stored-choice";

/** Camera and microphone, each for itself: what is wrong with one says nothing about the other. */
export type OwnDevices = { camera: LocalMedia; microphone: LocalMedia };

/**
 * The devices that the room would take, and nothing switched on. What is chosen here is not remembered: the page says
 * that it keeps nothing.
 */
export function ownDevices(): OwnDevices {
  const port = new BrowserMedia();
  const choice = { ...readChoice(), mic: false, cam: false, listenOnly: false, background: "none" } as const;
  return { camera: new LocalMedia(port, choice), microphone: new LocalMedia(port, choice) };
}

/**
 * One device at a time: on iOS a second one silences the first, and nothing stays on that nobody looks at. A device that
 * is still being asked for is let go as soon as it comes.
 */
export function stopAll({ camera, microphone }: OwnDevices): void {
  camera.listenOnly();
  microphone.listenOnly();
}
