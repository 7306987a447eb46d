import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { barePass } from "../kit/bare-rooms";
import type { Crew } from "../kit/browser-crew";
import { type Moves, PEOPLE, settle, type Window } from "./moves";

const LEAD_MS = 3000;
type Person = { page: Page; identity: string };

async function comeIn(crew: Crew, base: string, plenary: string): Promise<Person> {
  const identity = randomUUID();
  const page = await crew.page(base, "127.0.0.1");
  await page.goto("/");
  await page.evaluate((pass) => window.bareClient.prepare(pass), await barePass(plenary, identity));
  await page.getByRole("button", { name: "enter" }).click();
  await page.waitForFunction(() => document.title === "in");
  return { page, identity };
}

/** The coming rooms are connected first; then all hand their tracks over at the same moment. */
async function moveAll(people: Person[], roomOf: (index: number) => string): Promise<Window> {
  await Promise.all(
    people.map(async ({ page, identity }, index) => {
      const pass = await barePass(roomOf(index), identity);
      await page.evaluate((next) => window.bareClient.prepareNext(next), pass);
    }),
  );
  const from = Date.now();
  const at = from + LEAD_MS;
  await Promise.all(people.map(({ page }) => page.evaluate((when) => window.bareClient.moveAt(when), at)));
  await settle();
  return [from, Date.now()];
}

/** The same moves with livekit-client alone: no server tells anybody where to go. */
export async function bareMoves(crew: Crew, base: string, trips: number): Promise<Moves> {
  const plenary = `bench-${randomUUID()}`;
  const people: Person[] = [];
  for (let person = 0; person < PEOPLE; person++) people.push(await comeIn(crew, base, plenary));
  await settle();
  const windows: Window[] = [];
  const rooms: string[][] = [];
  const move = async (roomOf: (index: number) => string) => {
    windows.push(await moveAll(people, roomOf));
    rooms.push(people.map((_, index) => roomOf(index)));
  };
  for (let trip = 0; trip < trips; trip++) {
    const pairs = `bench-${randomUUID()}`;
    await move((index) => `${pairs}-${Math.floor(index / 2)}`);
    await move(() => plenary);
  }
  return { pages: people.map(({ page }) => page), windows, rooms };
}
