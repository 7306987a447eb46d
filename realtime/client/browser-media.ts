import type { Background } from "./backgrounds";
import { CameraEffect } from "./camera-effect";
import { deviceProblem } from "./device-problem";
import type { Acquired, Device, DeviceProblem, Devices, DeviceWish, MediaPort, SharedScreen } from "./ports";

const AUDIO: MediaTrackConstraints = {
  echoCancellation: true,
  autoGainControl: true,
};
const VIDEO: MediaTrackConstraints = {
  width: { ideal: 1280 },
  height: { ideal: 720 },
  frameRate: { ideal: 24 },
};
/**
 * Sound as it is: what improves speech spoils a film. Browsers without it give none and take the rest. The sound of the
 * whole machine has the voices of this very room in it, which only newer browsers can take out again.
 */
function screenWish() {
  const canLeaveOwnOut = "restrictOwnAudio" in navigator.mediaDevices.getSupportedConstraints();
  return {
    video: { frameRate: { ideal: 15 }, width: { max: 1920 }, height: { max: 1080 } },
    audio: {
      ...{ echoCancellation: false, noiseSuppression: false, autoGainControl: false },
      restrictOwnAudio: true,
    },
    systemAudio: canLeaveOwnOut ? "include" : "exclude",
    surfaceSwitching: "include",
    selfBrowserSurface: "exclude",
  };
}

const BOTH_GRANTED_MS = 400;

type Asked = { mic: boolean; cam: boolean };
const NOTHING: Acquired = { mic: null, cam: null, problem: null };

/** The browser's devices. Every call of getUserMedia of a room page goes through here and is counted. */
export class BrowserMedia implements MediaPort {
  calls = 0;
  #effect = new CameraEffect();

  async acquire(wish: DeviceWish): Promise<Acquired> {
    const asked = { mic: wish.mic !== false, cam: wish.cam !== false };
    if (!asked.mic && !asked.cam) return NOTHING;
    if (!navigator.mediaDevices) return { ...NOTHING, problem: "insecure" };
    const together = await this.#request(wish);
    if (!together.problem || !asked.mic || !asked.cam || !worthSplitting(together.problem)) return together;
    const mic = await this.#request({ ...wish, cam: false });
    const cam = await this.#request({ ...wish, mic: false });
    return { mic: mic.mic, cam: cam.cam, problem: mic.problem ?? cam.problem };
  }

  async shareScreen(): Promise<SharedScreen | null> {
    try {
      const stream = await navigator.mediaDevices.getDisplayMedia(screenWish());
      const [picture] = stream.getVideoTracks();
      return picture ? { picture, sound: stream.getAudioTracks()[0] ?? null } : null;
    } catch {
      // Closing the browser's dialog is an answer, not an error.
      return null;
    }
  }

  dress(camera: MediaStreamTrack, background: Background): Promise<MediaStreamTrack> {
    return this.#effect.dress(camera, background);
  }

  async suppressNoise(microphone: MediaStreamTrack, on: boolean): Promise<boolean> {
    await microphone.applyConstraints({ ...AUDIO, noiseSuppression: on }).catch(() => undefined);
    return microphone.getSettings().noiseSuppression === on;
  }

  onGranted(listener: () => void): () => void {
    const stops: (() => void)[] = [];
    let isOver = false;
    // Who allows both allows one after the other, and a request between the two would fail again.
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(listener, BOTH_GRANTED_MS);
    };
    const watch = async (name: "camera" | "microphone") => {
      const status = await navigator.permissions.query({ name });
      const changed = () => {
        if (status.state === "granted") soon();
      };
      if (isOver) return;
      status.addEventListener("change", changed);
      stops.push(() => status.removeEventListener("change", changed));
    };
    // Browsers that do not know these names leave it to the person's click.
    for (const name of ["camera", "microphone"] as const) void watch(name).catch(() => undefined);
    return () => {
      isOver = true;
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
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
        audio: asked.mic && {
          ...AUDIO,
          noiseSuppression: wish.suppressesNoise,
          ...device(wish.mic, relaxed),
        },
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

const worthSplitting = (problem: DeviceProblem) => problem !== "blocked_page" && problem !== "insecure";

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
