import { setTimeout as pause } from "node:timers/promises";
import type { Target, WhereAmI } from "@/realtime/protocol";
import { type LiveEvent, locate } from "../kit/live-event";
import type { Fleet } from "../rooms/fleet";
import type { Afternoon, Attendee } from "./afternoon";
import { endOf, isLate, isMissing, LATE_MS, SLOTS, type Stay, startOf } from "./script";

/** As a browser does that hears nothing: it asks again after some seconds, and at the moment it was told of. */
const ASK_MS = 4_000;
/** The partner may be among the last whose turn it is to connect. */
const PARTNER_MS = 20_000;
/** Bots stay so long after the last talk, and then all go. */
const AFTER_LAST_MS = 5_000;

/** How one person came into the room of one slot. */
export type Arrival = {
  slot: number;
  /** From the moment at which the product had them there. */
  passMs: number;
  connectMs: number;
  /** Until it was the bot's turn to connect, which is the bench's own doing. */
  waitedMs: number;
  isRight: boolean;
};
export type Followed = { stays: Stay[]; arrivals: Arrival[]; errors: string[] };
type Ground = { event: LiveEvent; afternoon: Afternoon; fleet: Fleet };

const talkIn = (place: WhereAmI): Target | undefined =>
  place.state === "room" && place.target.room.kind === "talk" ? place.target : undefined;

/** The talk's room in which this person belongs now or next, with the moment from which on; undefined until it is known. */
const comingTalk = (place: WhereAmI): number | undefined =>
  place.state === "room" && place.next?.room.kind === "talk" ? place.next.epoch[1] : undefined;

type Given = { target: Target; since: number };

/** Asks the product's own door until it says that somebody belongs into a talk other than the last one. */
async function nextTalk(
  { event }: Ground,
  { guest }: Attendee,
  { last, until }: { last: string | undefined; until: number },
): Promise<Given | undefined> {
  while (Date.now() < until) {
    const place = await locate(guest, event.slug);
    const target = talkIn(place);
    if (target && target.room.id !== last) return { target, since: target.epoch[1] };
    const coming = comingTalk(place);
    const wait = coming === undefined ? ASK_MS : Math.min(ASK_MS, Math.max(50, coming - Date.now()));
    await pause(wait);
  }
  return undefined;
}

async function inSlot(ground: Ground, person: number, { slot, last }: { slot: number; last?: string }) {
  const { afternoon, fleet } = ground;
  const attendee = afternoon.people[person];
  if (!attendee) throw new Error("nobody");
  const until = endOf(afternoon.first, slot);
  const given = await nextTalk(ground, attendee, { last, until });
  if (!given) throw new Error(`nobody told a room for slot ${slot}`);
  if (isLate(person, slot)) await pause(Math.max(0, startOf(afternoon.first, slot) + LATE_MS - Date.now()));
  const called = isLate(person, slot) ? Date.now() : given.since;
  // Who comes late asks for a token of their own: the first one is for who comes at once.
  const target = isLate(person, slot)
    ? talkIn(await locate(attendee.guest, ground.event.slug))
    : given.target;
  if (!target) throw new Error("the room was gone");
  const passMs = Math.max(0, Date.now() - called);
  const hear = { receive: false, tracks: 0, waitMs: PARTNER_MS, cam: false } as const;
  const bot = await fleet.enter({ url: target.url, token: target.token, mic: "none", ...hear });
  const isRight = afternoon.rooms.get(attendee.admissionId)?.[slot] === target.room.id;
  const arrival: Arrival = { slot, passMs, connectMs: bot.connectMs, waitedMs: bot.waitedMs, isRight };
  return { arrival, roomId: target.room.id, from: Date.now(), quit: bot.quit };
}

/** Until the product has somebody elsewhere: in the room of the next talk, or in the plenary after the last. */
async function untilHandedOver(
  ground: Ground,
  attendee: Attendee,
  { roomId, slot }: { roomId: string; slot: number },
) {
  const { first } = ground.afternoon;
  const isLast = slot === SLOTS - 1;
  const until = isLast ? endOf(first, slot) + AFTER_LAST_MS : startOf(first, slot + 1);
  while (Date.now() < until) {
    const place = await locate(attendee.guest, ground.event.slug);
    const target = talkIn(place);
    if (target && target.room.id !== roomId) return;
    const coming = comingTalk(place);
    await pause(Math.min(ASK_MS, Math.max(50, Math.min(coming ?? until, until) - Date.now())));
  }
}

/** One person through the whole afternoon. What goes wrong in a slot is told, and the next slot comes all the same. */
export async function follow(ground: Ground, person: number): Promise<Followed> {
  const followed: Followed = { stays: [], arrivals: [], errors: [] };
  const attendee = ground.afternoon.people[person];
  if (!attendee) return followed;
  let last: string | undefined;
  for (let slot = 0; slot < SLOTS; slot++) {
    if (isMissing(person, slot)) {
      last = ground.afternoon.rooms.get(attendee.admissionId)?.[slot];
      await pause(Math.max(0, endOf(ground.afternoon.first, slot) - Date.now()));
      continue;
    }
    try {
      const here = await inSlot(ground, person, { slot, ...(last === undefined ? {} : { last }) });
      followed.arrivals.push(here.arrival);
      last = here.roomId;
      await untilHandedOver(ground, attendee, { roomId: here.roomId, slot });
      followed.stays.push({ slot, from: here.from, to: Date.now() });
      await here.quit();
    } catch (error) {
      followed.errors.push(error instanceof Error ? error.message : String(error));
    }
  }
  return followed;
}
