import { expect } from "@playwright/test";
import { z } from "zod";
import type { Bots } from "../fixtures/bots";
import { sql } from "../fixtures/database";
import { RoomPage } from "../pages/room-page";
import {
  type Afternoon,
  type Attendee,
  done,
  json,
  personOf,
  talkOf,
  untilAfter,
  untilClock,
} from "./afternoon";
import {
  ADA,
  endOf,
  everybody,
  isBot,
  isHeld,
  isMissing,
  late,
  outcomeOf,
  SECOND_CHOICE,
  SLOTS,
  STANDBY,
  startOf,
  type Talk,
  WITH_BROWSER,
} from "./script";
import { acceptAsStandby, expectNudge, giveUp } from "./standby";

const tabOf = ({ nth }: Attendee) => `tab-of-number-${nth}`;
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

/** As a browser does: it says that it is still there, and asks where its person belongs. */
async function placeOf({ event }: Afternoon, attendee: Attendee) {
  const tab = tabOf(attendee);
  await attendee.visitor.ask(`/api/rooms/${event.slug}/heartbeat`, { json: { tab }, headers: json });
  const asked = await attendee.visitor.ask(`/api/where-am-i?event=${event.slug}&tab=${tab}`);
  return where.parse(JSON.parse(done(asked, "where-am-i").text));
}

type Playing = { afternoon: Afternoon; bots: Bots };
type Place = z.output<typeof where>;

/** Asks where they belong until the product has them in this room. */
async function toldRoom({ afternoon }: Playing, attendee: Attendee, { roomId, slot }: Told): Promise<Place> {
  let place: Place | undefined;
  await expect
    .poll(
      async () => {
        place = await placeOf(afternoon, attendee);
        return place.target?.room.id;
      },
      {
        message: `number ${attendee.nth} is told the room of slot ${slot}`,
        timeout: endOf(afternoon.first, slot) - Date.now(),
        intervals: [4_000],
      },
    )
    .toBe(roomId);
  if (!place) throw new Error("nowhere");
  return place;
}
type Told = { roomId: string; slot: number };

async function comeTo(playing: Playing, attendee: Attendee, told: Told): Promise<void> {
  const { afternoon, bots } = playing;
  let place = await toldRoom(playing, attendee, told);
  if (attendee.nth === late.person && told.slot === late.slot) {
    const at = startOf(afternoon.first, told.slot) + late.seconds * 1000;
    await untilClock(at, "who is late comes late");
    await expectNudge(afternoon, late);
    place = await placeOf(afternoon, attendee);
  }
  if (!place.target) throw new Error("no room");
  await bots.enter(String(attendee.nth), place.target);
}

/** They are in the plenary, as far as the product knows, until somebody needs one of them. */
async function standBy({ afternoon }: Playing): Promise<void> {
  const both = [STANDBY.person, SECOND_CHOICE].map((nth) => personOf(afternoon, nth));
  for (const attendee of both) await join(afternoon, attendee);
  let isAsked = false;
  const accepted = acceptAsStandby(afternoon).finally(() => {
    isAsked = true;
  });
  const waited = expect
    .poll(
      async () => {
        for (const attendee of both) await placeOf(afternoon, attendee);
        return isAsked;
      },
      { timeout: startOf(afternoon.first, STANDBY.slot) - Date.now(), intervals: [10_000] },
    )
    .toBe(true);
  await Promise.all([accepted, waited]);
}

const join = async ({ event }: Afternoon, attendee: Attendee) =>
  done(
    await attendee.visitor.ask(`/api/rooms/${event.slug}/join`, { json: { tab: tabOf(attendee) } }),
    "joining",
  );

/** One person without a browser, through all slots: goes where the product says, and leaves after each talk. */
async function botPlays(playing: Playing, nth: number): Promise<void> {
  const { afternoon, bots } = playing;
  const attendee = personOf(afternoon, nth);
  if (nth === STANDBY.person) await standBy(playing);
  else await join(afternoon, attendee);
  for (let slot = 0; slot < SLOTS; slot++) {
    const talk = talkOf(afternoon, nth, slot);
    if (!talk) continue;
    const { room_id: roomId } = await rowOf(afternoon, talk);
    await comeTo(playing, attendee, { roomId, slot });
    await untilClock(endOf(afternoon.first, slot) + 5_000, "the talk is over");
    await bots.leave(String(nth));
  }
}

/** Who never comes does nothing, and who is nobody's first choice only waits. */
export async function allBotsPlay(afternoon: Afternoon, bots: Bots): Promise<void> {
  const all = everybody.filter((nth) => isBot(nth) && !isMissing(nth) && nth !== SECOND_CHOICE);
  await Promise.all(all.map((nth) => botPlays({ afternoon, bots }, nth)));
}

/** One person with a browser: it stays on the room's page, which brings them from talk to talk by itself. */
async function browserPlays(afternoon: Afternoon, nth: number): Promise<void> {
  const { browser } = personOf(afternoon, nth);
  if (!browser) throw new Error(`number ${nth} has no browser`);
  const room = new RoomPage(browser.page);
  await room.open(afternoon.event.slug);
  await room.enter();
  for (let slot = 0; slot < SLOTS; slot++) {
    const talk = talkOf(afternoon, nth, slot);
    if (!talk) continue;
    const { room_id: roomId } = await rowOf(afternoon, talk);
    await expect(room.mirror, `number ${nth} in slot ${slot}`).toHaveAttribute("data-room-id", roomId, {
      timeout: untilAfter(afternoon, slot, 30),
    });
    await room.expectInside("talk");
    if (isHeld(talk))
      await expect(room.mirror, `both of slot ${slot}`).toHaveAttribute("data-participants", "2", {
        timeout: untilAfter(afternoon, slot, 60),
      });
    else await giveUp(afternoon);
  }
  await untilClock(endOf(afternoon.first, SLOTS - 1) + 5_000, "the last talk is over");
}

export const allBrowsersPlay = (afternoon: Afternoon) =>
  Promise.all(WITH_BROWSER.map((nth) => browserPlays(afternoon, nth)));

const OUTCOME_WORDS = {
  no_common_interest: "Kein gemeinsames Interesse",
  interesting: "Interessant, vorerst keine Zusammenarbeit",
  cooperation_possible: "Zusammenarbeit möglich",
} as const;

/** Everybody who came says what came of it: Ada in the page of her talk, the others at its door. */
export async function sayOutcomes(afternoon: Afternoon): Promise<void> {
  for (const talk of afternoon.talks.filter(isHeld)) {
    const { meeting_id } = await rowOf(afternoon, talk);
    for (const nth of talk.people) {
      const outcome = outcomeOf(nth, talk);
      if (!outcome) continue;
      const { visitor, browser } = personOf(afternoon, nth);
      if (nth === ADA && browser) {
        await browser.page.goto(`/me/talks/${meeting_id}`);
        await browser.page.getByRole("button", { name: OUTCOME_WORDS[outcome] }).click();
        await expect(browser.page.getByText("Danke, das ist notiert.")).toBeVisible();
        continue;
      }
      const path = `/api/meetings/${meeting_id}/outcome`;
      done(await visitor.ask(path, { json: { outcome }, headers: json }), "the outcome");
    }
  }
}
