import { copyFileSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { StackFailure } from "./failure.mjs";
import { root } from "./folders.mjs";

const packages = join(root, "node_modules");
const manifestOf = (name) => JSON.parse(readFileSync(join(packages, name, "package.json"), "utf8"));
const MODEL = "selfie_segmentation.tflite";

/**
 * Lays what backgrounds behind people need beside our own files, so that no browser fetches it from anybody else. The
 * program must be the very version that its user was made for: with another one backgrounds crash.
 */
export function copyVision() {
  const wanted = manifestOf("@livekit/track-processors").dependencies["@mediapipe/tasks-vision"];
  const { version } = manifestOf("@mediapipe/tasks-vision");
  if (version !== wanted) {
    throw new StackFailure(`backgrounds need @mediapipe/tasks-vision ${wanted}, installed is ${version}`);
  }
  const folder = join(root, "public", "vision");
  mkdirSync(folder, { recursive: true });
  const programs = join(packages, "@mediapipe", "tasks-vision", "wasm");
  for (const file of readdirSync(programs)) copyFileSync(join(programs, file), join(folder, file));
  copyFileSync(join(root, "scripts", "stack", "vision", MODEL), join(folder, MODEL));
}
