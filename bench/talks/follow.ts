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
  /** From the moment at which the product had them there until it had told them so. */
  passMs: number;
  /** Leaving the room of the talk before, which a bot does before it connects anew. */
  leaveMs: number;
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

/** Where the product has somebody, since when, and when it said so. */
type Given = { target: Target; since: number; toldAt: number };
/** The talk before, its bot, and what was said of the next one already while it went on. */
type Before = {
  roomId: string | undefined;
  given?: Given | undefined;
  quit?: (() => Promise<void>) | undefined;
};

/** Asks the product's own door until it says that somebody belongs into a talk other than the last one. */
async function nextTalk(
  { event }: Ground,
  { guest }: Attendee,
  { last, until }: { last: string | undefined; until: number },
): Promise<Given | undefined> {
  while (Date.now() < until) {
    const place = await locate(guest, event.slug);
    const target = talkIn(place);
    if (target && target.room.id !== last) return { target, since: target.epoch[1], toldAt: Date.now() };
    const coming = Math.min(comingTalk(place) ?? until, until);
    await pause(Math.min(ASK_MS, Math.max(50, coming - Date.now())));
  }
  return undefined;
}

/** Who comes late asks for a token of their own: the first one is for who comes at once. */
async function comingLate({ event, afternoon }: Ground, { guest }: Attendee, slot: number): Promise<Given> {
  await pause(Math.max(0, startOf(afternoon.first, slot) + LATE_MS - Date.now()));
  const since = Date.now();
  const target = talkIn(await locate(guest, event.slug));
  if (!target) throw new Error("the room was gone");
  return { target, since, toldAt: Date.now() };
}

async function inSlot(ground: Ground, person: number, { slot, before }: { slot: number; before: Before }) {
  const { afternoon, fleet } = ground;
  const attendee = afternoon.people[person];
  if (!attendee) throw new Error("nobody");
  const until = endOf(afternoon.first, slot);
  const told = before.given ?? (await nextTalk(ground, attendee, { last: before.roomId, until }));
  if (!told) throw new Error(`nobody told a room for slot ${slot}`);
  const { target, since, toldAt } = isLate(person, slot) ? await comingLate(ground, attendee, slot) : told;
  const leaving = Date.now();
  await before.quit?.();
  const times = { passMs: Math.max(0, toldAt - since), leaveMs: before.quit ? Date.now() - leaving : 0 };
  const hear = { receive: false, tracks: 0, waitMs: PARTNER_MS, cam: false } as const;
  const bot = await fleet.enter({ url: target.url, token: target.token, mic: "none", ...hear });
  const isRight = afternoon.rooms.get(attendee.admissionId)?.[slot] === target.room.id;
  const arrival: Arrival = { slot, ...times, connectMs: bot.connectMs, waitedMs: bot.waitedMs, isRight };
  return { arrival, roomId: target.room.id, from: Date.now(), quit: bot.quit };
}

/** Until the product has somebody elsewhere: in the room of the next talk, which it answers with, or in the plenary after the last. */
async function untilHandedOver(
  ground: Ground,
  attendee: Attendee,
  { roomId, slot }: { roomId: string; slot: number },
): Promise<Given | undefined> {
  const { first } = ground.afternoon;
  const isLast = slot === SLOTS - 1;
  const until = isLast ? endOf(first, slot) + AFTER_LAST_MS : startOf(first, slot + 1);
  return nextTalk(ground, attendee, { last: roomId, until });
}

/** One person through the whole afternoon. What goes wrong in a slot is told, and the next slot comes all the same. */
export async function follow(ground: Ground, person: number): Promise<Followed> {
  const followed: Followed = { stays: [], arrivals: [], errors: [] };
  const attendee = ground.afternoon.people[person];
  if (!attendee) return followed;
  let before: Before = { roomId: undefined };
  for (let slot = 0; slot < SLOTS; slot++) {
    if (isMissing(person, slot)) {
      before = { roomId: ground.afternoon.rooms.get(attendee.admissionId)?.[slot] };
      await pause(Math.max(0, endOf(ground.afternoon.first, slot) - Date.now()));
      continue;
    }
    try {
      const { arrival, roomId, from, quit } = await inSlot(ground, person, { slot, before });
      followed.arrivals.push(arrival);
      const given = await untilHandedOver(ground, attendee, { roomId, slot });
      followed.stays.push({ slot, from, to: Date.now() });
      const goesOn = given !== undefined && !isMissing(person, slot + 1);
      if (!goesOn) await quit();
      before = goesOn ? { roomId, given, quit } : { roomId };
    } catch (error) {
      followed.errors.push(error instanceof Error ? error.message : String(error));
    }
  }
  return followed;
}
