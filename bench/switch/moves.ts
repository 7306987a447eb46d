import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "@playwright/test";
import { readProbe } from "../kit/browser-crew";
import { timesOf } from "../kit/statistics";
import { longestGapMs } from "./gaps";
import { phasesOf, traceOf } from "./trace";

export const PEOPLE = 4;
const SETTLE_MS = 4000;

/** Begin and end of the time in which everybody moved once, in milliseconds since 1970. */
export type Window = readonly [number, number];
/** `rooms`: where each page was at the end of each window. */
export type Moves = { pages: Page[]; windows: Window[]; rooms: string[][] };

/** Lets everybody be heard for a while, so that the end of a gap lies inside its window. */
export const settle = () => pause(SETTLE_MS);

const readNotes = (page: Page) => page.evaluate(() => window.moveNotes);

/** The longest silence and the longest standstill of each person in each window, and what each silence was made of. */
export async function gapsOf({ pages, windows, rooms }: Moves) {
  const probes = await Promise.all(
    pages.map(async (page) => ({ ...(await readProbe(page)), notes: await readNotes(page) })),
  );
  await Promise.all(pages.map((page) => page.context().close()));
  const gaps = (kind: "sounds" | "frames") =>
    probes.flatMap((probe) => windows.map((window) => longestGapMs(probe[kind], window)));
  const traces = windows.flatMap((window, move) =>
    probes.map((listener, index) => {
      const inRoom = (_: unknown, other: number) =>
        other !== index && rooms[move]?.[other] === rooms[move]?.[index];
      return traceOf(listener, probes.filter(inRoom), window);
    }),
  );
  return {
    moves: traces.length,
    sound: timesOf(gaps("sounds")),
    frames: timesOf(gaps("frames")),
    ...phasesOf(traces),
  };
}
export type Gaps = Awaited<ReturnType<typeof gapsOf>>;
