import { expect } from "@playwright/test";
import { z } from "zod";
import type { Bots } from "../fixtures/bots";
import { sql } from "../fixtures/database";
import { patience } from "../fixtures/environment";
import { RoomPage } from "../pages/room-page";
import { type Attendee, done } from "./people";
import {
  endOf,
  isMissing,
  late,
  outcomeOf,
  PEOPLE,
  SLOTS,
  startOf,
  type Talk,
  talkOf,
  talks,
  WITH_BROWSER,
} from "./script";
import { type Afternoon, personOf } from "./wishes";

const tabOf = ({ nth }: Attendee) => `tab-of-number-${nth}`;
const isBot = (nth: number) => !WITH_BROWSER.some((one) => one === nth);
const where = z.object({
  state: z.string(),
  target: z
    .object({ room: z.object({ id: z.string(), kind: z.string() }), url: z.string(), token: z.string() })
    .optional(),
});

const found = z.object({ meeting_id: z.string(), room_id: z.string() });
/** The talk's row and its room, by who is in it. */
export async function rowOf(afternoon: Afternoon, { people }: Talk) {
  const [one, other] = people.map((nth) => personOf(afternoon, nth).personId);
  const [row] = await sql(
    found,
    `select m.id as meeting_id, r.id as room_id from meetings m join rooms r on r.round_id = m.round_id
      where m.event_id = $1 and m.status = 'accepted' and (
        select count(*) from meeting_people p where p.meeting_id = m.id and p.person_id in ($2, $3)) = 2`,
    [afternoon.event.id, one ?? "", other ?? ""],
  );
  if (!row) throw new Error(`${people.join(" and ")} have no talk`);
  return row;
}

async function placeOf({ event }: Afternoon, attendee: Attendee) {
  const path = `/api/where-am-i?event=${event.slug}&tab=${tabOf(attendee)}`;
  return where.parse(JSON.parse(done(await attendee.visitor.ask(path), "where-am-i").text));
}

const untilClock = (at: number, message: string) =>
  expect
    .poll(() => Date.now() >= at, { message, timeout: at - Date.now() + patience(20), intervals: [500] })
    .toBe(true);

type Playing = { afternoon: Afternoon; bots: Bots };

/** Asks where they belong until the product has them in this room, and goes there. */
async function comeTo(
  { afternoon, bots }: Playing,
  attendee: Attendee,
  { roomId, slot }: { roomId: string; slot: number },
) {
  let place = await placeOf(afternoon, attendee);
  await expect
    .poll(
      async () => {
        place = await placeOf(afternoon, attendee);
        return place.target?.room.id;
      },
      {
        message: `number ${attendee.nth} is told the room of slot ${slot}`,
        timeout: endOf(afternoon.first, slot) - Date.now(),
        intervals: [2_000],
      },
    )
    .toBe(roomId);
  if (attendee.nth === late.person && slot === late.slot) {
    await untilClock(startOf(afternoon.first, slot) + late.seconds * 1000, "who is late comes late");
    place = await placeOf(afternoon, attendee);
  }
  if (!place.target) throw new Error("no room");
  await bots.enter(String(attendee.nth), place.target);
}

/** One person without a browser, through all slots: goes where the product says, and leaves after each talk. */
export async function botPlays(afternoon: Afternoon, nth: number, bots: Bots): Promise<void> {
  const attendee = personOf(afternoon, nth);
  const room = `/api/rooms/${afternoon.event.slug}/join`;
  done(await attendee.visitor.ask(room, { json: { tab: tabOf(attendee) } }), "joining");
  for (let slot = 0; slot < SLOTS; slot++) {
    const talk = talkOf(nth, slot);
    if (!talk || isMissing(nth, slot)) continue;
    const { room_id: roomId } = await rowOf(afternoon, talk);
    await comeTo({ afternoon, bots }, attendee, { roomId, slot });
    await untilClock(endOf(afternoon.first, slot) + 5_000, "the talk is over");
    await bots.leave(String(nth));
  }
}

export async function allBotsPlay(afternoon: Afternoon, bots: Bots): Promise<void> {
  const all = Array.from({ length: PEOPLE }, (_, nth) => nth).filter(isBot);
  await Promise.all(all.map((nth) => botPlays(afternoon, nth, bots)));
}

/** One person with a browser: it stays on the room's page, which brings them from talk to talk by itself. */
export async function browserPlays(afternoon: Afternoon, nth: number): Promise<void> {
  const { browser } = personOf(afternoon, nth);
  if (!browser) throw new Error(`number ${nth} has no browser`);
  const room = new RoomPage(browser.page);
  await room.open(afternoon.event.slug);
  await room.enter();
  for (let slot = 0; slot < SLOTS; slot++) {
    const talk = talkOf(nth, slot);
    if (!talk) continue;
    const { room_id: roomId } = await rowOf(afternoon, talk);
    const seconds = (startOf(afternoon.first, slot) - Date.now()) / 1000 + 10;
    await expect(room.mirror, `number ${nth} in slot ${slot}`).toHaveAttribute("data-room-id", roomId, {
      timeout: Math.max(10, seconds) * 1000,
    });
    await room.expectInside("talk");
    await room.expectPeople(2, 60);
  }
  await untilClock(endOf(afternoon.first, SLOTS - 1) + 5_000, "the last talk is over");
}

/** Everybody who came says what came of it: Ada in the page of her talk, the others at its door. */
export async function sayOutcomes(afternoon: Afternoon): Promise<void> {
  for (const talk of talks) {
    const { meeting_id } = await rowOf(afternoon, talk);
    for (const nth of talk.people) {
      const outcome = outcomeOf(nth, talk);
      if (!outcome) continue;
      const { visitor } = personOf(afternoon, nth);
      const path = `/api/meetings/${meeting_id}/outcome`;
      const headers = { accept: "application/json" };
      done(await visitor.ask(path, { json: { outcome }, headers }), "the outcome");
    }
  }
}
