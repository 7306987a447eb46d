import type { DeviceProblem } from "./ports";

/** What a failed request for devices means for the person. `permission` is what the Permissions API says. */
export function deviceProblem(
  errorName: string,
  asked: { mic: boolean; cam: boolean },
  permission: "granted" | "denied" | "prompt" | "unknown" = "unknown",
): DeviceProblem {
  const camera = asked.cam;
  switch (errorName) {
    case "NotAllowedError":
    case "PermissionDeniedError":
      if (permission !== "granted") return "blocked_page";
      return camera ? "blocked_system" : "blocked_system_microphone";
    case "NotFoundError":
    case "DevicesNotFoundError":
      return camera ? "no_camera" : "no_microphone";
    case "NotReadableError":
    case "TrackStartError":
    case "AbortError":
      return camera ? "camera_busy" : "microphone_busy";
    case "SecurityError":
    case "TypeError":
      return "insecure";
    default:
      return "unknown";
  }
}
