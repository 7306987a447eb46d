import { z } from "zod";
import { decode } from "../protocol";
import { backgrounds } from "./backgrounds";
import { readStored, writeStored } from "./browser-storage";
import { type Choice, FIRST_CHOICE } from "./media-view";

const choice = z.object({
  mic: z.boolean().catch(true),
  cam: z.boolean().catch(true),
  listenOnly: z.boolean().catch(false),
  micId: z.string().catch(""),
  camId: z.string().catch(""),
  speakerId: z.string().catch(""),
  background: z.enum(backgrounds).catch("none"),
  suppressesNoise: z.boolean().catch(true),
});
const tabNote = z.object({
  tab: z.string().min(8),
  entered: z.boolean(),
  devices: z.boolean().default(true),
});
export type TabNote = z.infer<typeof tabNote>;

const CHOICE_KEY = "plenum.devices";
const tabKey = (slug: string) => `plenum.room.${slug}`;

/** Devices and switches of last time; necessary storage, nothing about the person. */
export function readChoice(): Choice {
  return decode(choice, readStored("localStorage", CHOICE_KEY)) ?? FIRST_CHOICE;
}

export function writeChoice(value: Choice): void {
  // What is not in the schema (tracks, lists) is left out by it.
  writeStored("localStorage", CHOICE_KEY, JSON.stringify(choice.parse(value)));
}

/** The tab's own name, whether it was inside and came with devices: a reload comes back as it was, without a second click. */
export function readTab(slug: string): TabNote {
  const known = decode(tabNote, readStored("sessionStorage", tabKey(slug)));
  const note = known ?? {
    tab: `tab_${crypto.randomUUID().replaceAll("-", "")}`,
    entered: false,
    devices: true,
  };
  if (!known) writeTab(slug, note);
  return note;
}

export function writeTab(slug: string, note: TabNote): void {
  writeStored("sessionStorage", tabKey(slug), JSON.stringify(note));
}
