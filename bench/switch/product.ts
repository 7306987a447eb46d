import type { Page } from "@playwright/test";
import { z } from "zod";
import { type Crew, enter, expectFact, openPrejoin } from "../kit/browser-crew";
import { direct, type LiveEvent } from "../kit/live-event";
import { type Moves, PEOPLE, settle, type Window } from "./moves";

const RECALL_SECONDS = 5;
const created = z.object({ roundId: z.string() });

async function windowOf(pages: Page[], move: () => Promise<void>, kind: string): Promise<Window> {
  const from = Date.now();
  await move();
  await Promise.all(pages.map((page) => expectFact(page, "room-kind", kind)));
  await Promise.all(pages.map((page) => expectFact(page, "state", "live")));
  await settle();
  return [from, Date.now()];
}

const roomsOf = (pages: Page[]) =>
  Promise.all(
    pages.map(async (page) => (await page.getByTestId("room-state").getAttribute("data-room-id")) ?? ""),
  );

/** The host opens pairs at random and calls them back, over HTTP as the console does; the pages move by themselves. */
async function roundTrip(event: LiveEvent, pages: Page[]) {
  const round = { rule: "random_pairs", groupSize: 2, durationSeconds: 600 };
  const { roundId } = created.parse(JSON.parse(await direct(event, "rounds", round)));
  const act = (action: object) => direct(event, `rounds/${roundId}`, action);
  const out = await windowOf(pages, async () => void (await act({ action: "open" })), "breakout");
  const recall = { action: "recall", seconds: RECALL_SECONDS };
  const there = await roomsOf(pages);
  const back = await windowOf(pages, async () => void (await act(recall)), "main");
  return { windows: [out, back], rooms: [there, await roomsOf(pages)] };
}

/** Four people of Plenum go from the plenary to bilateral breakouts and back, so many times. */
export async function productMoves(
  { base, event, crew }: { base: string; event: LiveEvent; crew: Crew },
  trips: number,
): Promise<Moves> {
  const pages: Page[] = [];
  for (let person = 0; person < PEOPLE; person++) {
    const page = await openPrejoin(crew, base, await event.guest("proven"));
    await enter(page);
    await expectFact(page, "state", "live");
    pages.push(page);
  }
  await settle();
  const windows: Window[] = [];
  const rooms: string[][] = [];
  for (let trip = 0; trip < trips; trip++) {
    const there = await roundTrip(event, pages);
    windows.push(...there.windows);
    rooms.push(...there.rooms);
  }
  return { pages, windows, rooms };
}
