import { CAPTION_TOPIC, captionsSaid, decode, GESTURE_TOPIC, gesture } from "../protocol";
import type { PassingNews } from "./ports";

/** What the server sends by data, of which nothing is kept: reactions, and what somebody writes. Nothing for all else. */
export function passing(topic: string | undefined, bytes: Uint8Array): PassingNews | undefined {
  if (topic === GESTURE_TOPIC) {
    const said = decode(gesture, new TextDecoder().decode(bytes));
    return said && { type: "reactions", counts: said.counts };
  }
  if (topic !== CAPTION_TOPIC) return undefined;
  const written = decode(captionsSaid, new TextDecoder().decode(bytes));
  return written && { type: "captions", said: written.said };
}
