import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "@playwright/test";
import { readProbe } from "../kit/browser-crew";
import { timesOf } from "../kit/statistics";
import { longestGapMs } from "./gaps";

export const PEOPLE = 4;
const SETTLE_MS = 4000;

/** Begin and end of the time in which everybody moved once, in milliseconds since 1970. */
export type Window = readonly [number, number];
export type Moves = { pages: Page[]; windows: Window[] };

/** Lets everybody be heard for a while, so that the end of a gap lies inside its window. */
export const settle = () => pause(SETTLE_MS);

/** The longest silence and the longest standstill of each person in each window; closes the pages. */
export async function gapsOf({ pages, windows }: Moves) {
  const probes = await Promise.all(pages.map(readProbe));
  await Promise.all(pages.map((page) => page.context().close()));
  const gaps = (kind: "sounds" | "frames") =>
    probes.flatMap((probe) => windows.map((window) => longestGapMs(probe[kind], window)));
  return {
    moves: pages.length * windows.length,
    sound: timesOf(gaps("sounds")),
    frames: timesOf(gaps("frames")),
  };
}
export type Gaps = Awaited<ReturnType<typeof gapsOf>>;
