import { deviceProblem } from "./device-problem";
import type { Acquired, Device, DeviceProblem, Devices, DeviceWish, MediaPort } from "./ports";

const AUDIO: MediaTrackConstraints = {
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
};
const VIDEO: MediaTrackConstraints = {
  width: { ideal: 1280 },
  height: { ideal: 720 },
  frameRate: { ideal: 24 },
};

type Asked = { mic: boolean; cam: boolean };
const NOTHING: Acquired = { mic: null, cam: null, problem: null };

/** The browser's devices. Every call of getUserMedia of a room page goes through here and is counted. */
export class BrowserMedia implements MediaPort {
  calls = 0;

  async acquire(wish: DeviceWish): Promise<Acquired> {
    const asked = { mic: wish.mic !== false, cam: wish.cam !== false };
    if (!asked.mic && !asked.cam) return NOTHING;
    if (!navigator.mediaDevices) return { ...NOTHING, problem: "insecure" };
    const together = await this.#request(wish);
    if (!together.problem || !asked.mic || !asked.cam || !worthSplitting(together.problem)) return together;
    const mic = await this.#request({ mic: wish.mic, cam: false });
    const cam = await this.#request({ mic: false, cam: wish.cam });
    return { mic: mic.mic, cam: cam.cam, problem: mic.problem ?? cam.problem };
  }

  async shareScreen(): Promise<MediaStreamTrack | null> {
    try {
      const stream = await navigator.mediaDevices.getDisplayMedia({
        video: { frameRate: { ideal: 15 }, width: { max: 1920 }, height: { max: 1080 } },
        audio: false,
      });
      return stream.getVideoTracks()[0] ?? null;
    } catch {
      // Closing the browser's dialog is an answer, not an error.
      return null;
    }
  }

  async devices(): Promise<Devices> {
    const list = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
    const of = (kind: MediaDeviceKind): Device[] =>
      list
        .filter((device) => device.kind === kind && device.deviceId !== "")
        .map((device) => ({ id: device.deviceId, label: device.label }));
    return { mics: of("audioinput"), cams: of("videoinput"), speakers: of("audiooutput") };
  }

  async alreadyGranted(): Promise<boolean> {
    const states = await Promise.all([permissionOf("microphone"), permissionOf("camera")]);
    return states.every((state) => state === "granted");
  }

  onDevicesChanged(listener: () => void): () => void {
    navigator.mediaDevices?.addEventListener("devicechange", listener);
    return () => navigator.mediaDevices?.removeEventListener("devicechange", listener);
  }

  async #request(wish: DeviceWish, relaxed = false): Promise<Acquired> {
    const asked: Asked = { mic: wish.mic !== false, cam: wish.cam !== false };
    try {
      this.calls += 1;
      const stream = await navigator.mediaDevices.getUserMedia({
        audio: asked.mic && { ...AUDIO, ...device(wish.mic, relaxed) },
        video: asked.cam && { ...VIDEO, ...device(wish.cam, relaxed) },
      });
      const cam = stream.getVideoTracks()[0] ?? null;
      if (cam) cam.contentHint = "motion";
      return { mic: stream.getAudioTracks()[0] ?? null, cam, problem: null };
    } catch (error) {
      const name = error instanceof Error ? error.name : "";
      if (name === "OverconstrainedError" && !relaxed) return this.#request(wish, true);
      return { ...NOTHING, problem: await explain(name, asked) };
    }
  }
}

/** A remembered device may be gone: the retry after OverconstrainedError asks without `exact`. */
function device(wish: string | boolean, relaxed: boolean): MediaTrackConstraints {
  if (typeof wish !== "string" || wish === "") return {};
  return { deviceId: relaxed ? wish : { exact: wish } };
}

const worthSplitting = (problem: DeviceProblem) =>
  problem !== "blocked_page" && problem !== "blocked_system" && problem !== "insecure";

async function explain(name: string, asked: Asked): Promise<DeviceProblem> {
  return deviceProblem(name, asked, await permissionOf(asked.cam ? "camera" : "microphone"));
}

async function permissionOf(name: "camera" | "microphone"): Promise<PermissionState | "unknown"> {
  try {
    return (await navigator.permissions.query({ name })).state;
  } catch {
    // Firefox and old Safari do not know these names.
    return "unknown";
  }
}
