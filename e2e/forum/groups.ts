import { z } from "zod";
import { killPart } from "../fixtures/browser-processes";
import { sql } from "../fixtures/database";
import { patience } from "../fixtures/environment";
import { expect } from "../fixtures/test";
import { type Forum, PARTICIPANTS } from "./forum";

/** The shortest a round of the script lasts, in seconds. */
const ROUND_SECONDS = 30;
const ROUNDS = 4;
/** Between two rounds everybody is in the plenary, long enough to be seen there. */
const BREAK_SECONDS = 20;

async function backInPlenary({ rooms }: Forum): Promise<void> {
  for (const room of [rooms.ada, rooms.ben]) await room.expectInside("main", 80);
}

/** Two sets are prepared beforehand; each opens, holds all twelve, and ends by the clock. */
export async function twoSets(forum: Forum): Promise<void> {
  const { desk, rooms } = forum;
  const common = { durationSeconds: ROUND_SECONDS };
  await desk.act("rounds", { ...common, title: "Zu zweit", rule: "random_pairs", groupSize: 2 });
  await desk.act("rounds", { ...common, title: "Zu viert", rule: "groups", groupSize: 4 });
  for (const [title, size] of [
    ["Zu zweit", 2],
    ["Zu viert", 4],
  ] as const) {
    const { id } = await desk.set(title);
    await expect
      .poll(() => desk.ask(`rounds/${id}`, { action: "open" }), { timeout: patience(30) })
      .toBe(200);
    for (const room of [rooms.ada, rooms.ben]) await room.expectInside("breakout", 30);
    const set = await desk.set(title);
    expect(set.rooms.map(({ people }) => people.length)).toEqual(
      Array.from({ length: PARTICIPANTS / size }, () => size),
    );
    await backInPlenary(forum);
  }
}

const pairRow = z.object({ one: z.string(), other: z.string() });

/** Who was brought together in a round of the networking. */
const pairsOf = ({ slug }: Forum, round: number) =>
  sql(
    pairRow,
    `select m.one_id as one, m.other_id as other from round_meetings m
       join rounds r on r.id = m.round_id join live_sessions l on l.id = r.live_session_id
       join events e on e.id = l.event_id
      where e.slug = $1 and r.position = $2`,
    [slug, round],
  );

/** Pairs of a round whose two are not connected in one room, as their own connections say. */
async function apart(forum: Forum, ids: ReadonlyMap<string, string>, round: number): Promise<number> {
  const where = forum.crowd.rooms;
  for (const [name, room] of [
    [forum.ada.name, forum.rooms.ada],
    [forum.ben.name, forum.rooms.ben],
  ] as const) {
    const isThere = (await room.fact("room-kind")) === "breakout";
    where.set(ids.get(name) ?? name, isThere ? await room.fact("room-id") : name);
  }
  const pairs = await pairsOf(forum, round);
  const together = pairs.filter(({ one, other }) => where.has(one) && where.get(one) === where.get(other));
  return PARTICIPANTS / 2 - together.length;
}

const admissionRow = z.object({ id: z.string(), name: z.string() });

async function admissionsOf({ slug }: Forum): Promise<Map<string, string>> {
  const rows = await sql(
    admissionRow,
    `select a.id, a.display_name as name from admissions a join events e on e.id = a.event_id where e.slug = $1`,
    [slug],
  );
  return new Map(rows.map(({ id, name }) => [name, id]));
}

/** Four rounds in pairs; in the second one the host's laptop dies, and a co-host goes on. */
export async function networking(forum: Forum): Promise<void> {
  const { henrike, host, zoe, ada, desk, rooms } = forum;
  const people = await host.openPanel("people");
  await people.getByRole("button", { name: `Aktionen für ${zoe.name}` }).click();
  await henrike.page.getByRole("menuitem", { name: "Zur Co-Moderation machen" }).click();
  await rooms.zoe.expectFact("role", "cohost");
  await rooms.zoe.openPanel("breakouts");
  const times = { rounds: ROUNDS, durationSeconds: ROUND_SECONDS, breakSeconds: BREAK_SECONDS };
  await expect
    .poll(() => desk.ask("networkings", { action: "start", ...times }), { timeout: patience(30) })
    .toBe(200);
  const ids = await admissionsOf(forum);
  const met: string[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    await expect(zoe.page.getByTestId("networking")).toContainText(`Runde ${round} von ${ROUNDS}`, {
      timeout: patience(60),
    });
    await expect
      .poll(() => apart(forum, ids, round), {
        message: `pairs apart in round ${round}`,
        timeout: patience(50),
      })
      .toBe(0);
    met.push(...(await pairsOf(forum, round)).map(({ one, other }) => `${one} ${other}`));
    if (round === 2) {
      await killPart(henrike, "whole");
      const console = await rooms.zoe.openPanel("console");
      await console.getByRole("textbox", { name: "Durchsage an alle" }).fill("Wir machen weiter.");
      await console.getByTestId("console-announce").getByRole("button", { name: "An alle senden" }).click();
      await expect(ada.page.getByTestId("host-message")).toContainText("Wir machen weiter.");
      await rooms.zoe.openPanel("breakouts");
    }
    await backInPlenary(forum);
  }
  expect(new Set(met).size, "pairs, none of which met twice").toBe((PARTICIPANTS / 2) * ROUNDS);
}
