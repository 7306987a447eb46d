import { decodeQR } from "qr/decode.js";

/** Larger pictures read no better and take longer. */
const MOST_PIXELS = 640;
/** Between two looks; a look takes some 10 ms. */
const LOOK_MS = 120;
/** The same code counts anew only when it was out of sight for so long. */
const GONE_MS = 2_500;

/** What a picture of the camera shows, if it shows a code. */
function codeIn(video: HTMLVideoElement, canvas: HTMLCanvasElement): string | undefined {
  const { videoWidth, videoHeight } = video;
  if (videoWidth === 0) return undefined;
  const scale = Math.min(1, MOST_PIXELS / Math.max(videoWidth, videoHeight));
  canvas.width = Math.round(videoWidth * scale);
  canvas.height = Math.round(videoHeight * scale);
  const pencil = canvas.getContext("2d", { willReadFrequently: true });
  if (!pencil) return undefined;
  pencil.drawImage(video, 0, 0, canvas.width, canvas.height);
  try {
    return decodeQR(pencil.getImageData(0, 0, canvas.width, canvas.height));
  } catch {
    // Most pictures show no code, or half of one.
    return undefined;
  }
}

/** Tells a code that is held before the camera once, until it has been away. */
export function onceInSight(): (code: string, now: number) => boolean {
  let last = { code: "", at: Number.NEGATIVE_INFINITY };
  return (code, now) => {
    const isNew = code !== last.code || now - last.at > GONE_MS;
    last = { code, at: now };
    return isNew;
  };
}

/** Looks at the camera's pictures until the returned function is called. */
export function scanFrames(video: HTMLVideoElement, onCode: (code: string) => void): () => void {
  const canvas = document.createElement("canvas");
  const isNew = onceInSight();
  const look = () => {
    const code = codeIn(video, canvas);
    if (code && isNew(code, performance.now())) onCode(code);
  };
  const timer = setInterval(look, LOOK_MS);
  return () => clearInterval(timer);
}
