import { z } from "zod";
import { decode } from "../protocol";
import type { Choice } from "./media-view";

const choice = z.object({
  mic: z.boolean().catch(true),
  cam: z.boolean().catch(true),
  listenOnly: z.boolean().catch(false),
  micId: z.string().catch(""),
  camId: z.string().catch(""),
  speakerId: z.string().catch(""),
});
const tabNote = z.object({
  tab: z.string().min(8),
  entered: z.boolean(),
  devices: z.boolean().default(true),
});
export type TabNote = z.infer<typeof tabNote>;

const FIRST: Choice = { mic: true, cam: true, listenOnly: false, micId: "", camId: "", speakerId: "" };
const CHOICE_KEY = "plenum.devices";
const tabKey = (slug: string) => `plenum.room.${slug}`;

/** Devices and switches of last time; necessary storage, nothing about the person. */
export function readChoice(): Choice {
  return decode(choice, read("localStorage", CHOICE_KEY)) ?? FIRST;
}

export function writeChoice(value: Choice): void {
  const { mic, cam, listenOnly, micId, camId, speakerId } = value;
  write("localStorage", CHOICE_KEY, JSON.stringify({ mic, cam, listenOnly, micId, camId, speakerId }));
}

/** The tab's own name, whether it was inside and came with devices: a reload comes back as it was, without a second click. */
export function readTab(slug: string): TabNote {
  const known = decode(tabNote, read("sessionStorage", tabKey(slug)));
  const note = known ?? {
    tab: `tab_${crypto.randomUUID().replaceAll("-", "")}`,
    entered: false,
    devices: true,
  };
  if (!known) writeTab(slug, note);
  return note;
}

export function writeTab(slug: string, note: TabNote): void {
  write("sessionStorage", tabKey(slug), JSON.stringify(note));
}

function read(kind: "localStorage" | "sessionStorage", key: string): string {
  try {
    return window[kind].getItem(key) ?? "";
  } catch {
    // Storage can be forbidden; then every visit is the first one.
    return "";
  }
}

function write(kind: "localStorage" | "sessionStorage", key: string, value: string): void {
  try {
    window[kind].setItem(key, value);
  } catch {
    // Forbidden or full: the room works without being remembered.
    return;
  }
}
