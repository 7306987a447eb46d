import { expect, it } from "vitest";
import { deviceProblem } from "./device-problem";

const both = { mic: true, cam: true };
const mic = { mic: true, cam: false };

it.each([
  ["NotAllowedError", both, "denied", "blocked_page"],
  ["NotAllowedError", both, "prompt", "blocked_page"],
  ["NotAllowedError", both, "granted", "blocked_system"],
  ["NotAllowedError", mic, "granted", "blocked_system_microphone"],
  ["NotFoundError", both, "unknown", "no_camera"],
  ["NotFoundError", mic, "unknown", "no_microphone"],
  ["NotReadableError", both, "granted", "camera_busy"],
  ["NotReadableError", mic, "granted", "microphone_busy"],
  ["SecurityError", both, "unknown", "insecure"],
  ["SomethingElse", both, "unknown", "unknown"],
] as const)("%s for %o with permission %s means %s", (name, asked, permission, problem) => {
  expect(deviceProblem(name, asked, permission)).toBe(problem);
});
