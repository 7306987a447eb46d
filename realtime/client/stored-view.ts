import { z } from "zod";
import { decode } from "../protocol";
import { readStored, writeStored } from "./browser-storage";

export const captionSizes = [100, 125, 150, 200] as const;
export const captionPlaces = ["below", "above"] as const;

const view = z.object({
  /** The own picture is not shown to oneself while others are here. */
  hidesOwn: z.boolean().catch(false).default(false),
  /** Small pictures of the others, to save power and data. */
  savesPower: z.boolean().catch(false).default(false),
  /** The space bar opens the microphone for as long as it is held. */
  pushToTalk: z.boolean().catch(true).default(true),
  /** Single letters are shortcuts. Off unless somebody wants it (WCAG 2.1.4). */
  letterKeys: z.boolean().catch(false).default(false),
  /** Captions stand beside the pictures as soon as somebody writes. */
  captions: z.boolean().catch(true).default(true),
  /** In percent of the room's text. */
  captionSize: z.literal(captionSizes).catch(100).default(100),
  captionPlace: z.enum(captionPlaces).catch("below").default("below"),
});
export type ViewChoice = z.infer<typeof view>;

const VIEW_KEY = "plenum.view";

/** How this person likes to see and run rooms on this device; necessary storage, nothing about the person. */
export function readView(): ViewChoice {
  return decode(view, readStored("localStorage", VIEW_KEY)) ?? view.parse({});
}

export function writeView(choice: ViewChoice): void {
  writeStored("localStorage", VIEW_KEY, JSON.stringify(choice));
}
