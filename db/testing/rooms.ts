import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { liveSessions, participations, rooms } from "@/db/schema/rooms";
import type { Actor } from "@/domain/policy";
import { createRound } from "@/domain/rooms/commands/create-round";
import { joinRoom } from "@/domain/rooms/commands/join-room";
import { markArrived } from "@/domain/rooms/commands/mark-arrived";
import { openRoom } from "@/domain/rooms/commands/open-room";
import { openRound } from "@/domain/rooms/commands/open-round";
import { standingOf } from "@/domain/rooms/queries/standing";
import { eventActor, seatActor } from "./actors";
import { anEvent, anEventRole, aRegistration } from "./makers";

/** The instant at which events of `aLiveEvent` went live; tests count seconds from it. */
export const START = new Date("2026-11-24T09:00:00Z");
export const at = (seconds: number) => new Date(START.getTime() + seconds * 1000);

export type Guest = {
  actor: Actor;
  admissionId: `adm_${string}`;
  tab: string;
};

type Event = Awaited<ReturnType<typeof anEvent>>;

/** Joins an actor with a tab of its own. Throws when the room refuses. */
export async function joined(
  event: Event,
  actor: Actor,
  { tab, now }: { tab: string; now: Date },
): Promise<Guest> {
  const result = await joinRoom({ actor, input: { eventId: event.id, tab }, now });
  if (!result.ok) throw new Error(`joining was refused: ${result.failure.reason}`);
  return { actor, admissionId: result.value.admissionId, tab };
}

/** Their browsers say that they are connected where the rows send them. */
export async function arrive({ id }: Pick<Event, "id">, guests: readonly Guest[], now: Date): Promise<void> {
  for (const { actor, tab } of guests) {
    const standing = await standingOf(db(), actor, { eventId: id, now });
    if (standing?.place?.state !== "room") throw new Error("this person belongs to no room");
    const { epoch } = standing.place;
    const said = await markArrived({ actor, input: { eventId: id, tab, epoch }, now });
    if (!said.ok) throw new Error(`arriving was refused: ${said.failure.reason}`);
  }
}

/** A registered participant who has joined. */
export async function aGuest(event: Event, now: Date = START): Promise<Guest> {
  const registration = await aRegistration(event, { provenAt: now, confirmedAt: now });
  return joined(event, seatActor(registration), { tab: `tab-${registration.id.slice(4, 16)}`, now });
}

type Options = Parameters<typeof anEvent>[0] & { guests?: number };

/** An event that its host has opened at START, with so many participants in its room. */
export async function aLiveEvent({ guests = 0, ...values }: Options = {}) {
  const event = await anEvent({ mode: "roundtable", startsAt: START, ...values });
  const host = await joined(event, eventActor(await anEventRole(event, "host"), event, "host"), {
    tab: "tab-host",
    now: START,
  });
  const opened = await openRoom({ actor: host.actor, input: { eventId: event.id }, now: START });
  if (!opened.ok) throw new Error(`going live was refused: ${opened.failure.reason}`);
  const people: Guest[] = [];
  for (let index = 0; index < guests; index++) people.push(await aGuest(event));
  return { event, host, people };
}

/** The room of an event in which everybody meets. */
export async function plenaryOf({ id }: Pick<Event, "id">) {
  const [found] = await db()
    .select({ room: rooms })
    .from(rooms)
    .innerJoin(liveSessions, eq(liveSessions.id, rooms.liveSessionId))
    .where(and(eq(liveSessions.eventId, id), eq(rooms.kind, "main")));
  if (!found) throw new Error("the event has no plenary yet");
  return found.room;
}

/** Somebody's time in the plenary, in seconds from START; without an end they are still there. */
export async function aStay(
  event: Pick<Event, "id">,
  { admissionId }: Pick<Guest, "admissionId">,
  { from = 0, to }: { from?: number; to?: number } = {},
): Promise<void> {
  await db()
    .insert(participations)
    .values({
      participantSid: `PA_${crypto.randomUUID()}`,
      eventId: event.id,
      admissionId,
      roomId: (await plenaryOf(event)).id,
      joinedAt: at(from),
      leftAt: to === undefined ? null : at(to),
      source: "webhook",
    });
}

type Draft = Record<string, unknown>;
type Live = Awaited<ReturnType<typeof aLiveEvent>>;

/** A drafted round; its `input` is what every command about it takes. */
export async function aDraft({ event, host }: Pick<Live, "event" | "host">, values: Draft = {}, now = at(1)) {
  const draft = { eventId: event.id, rule: "random_pairs", durationSeconds: 600, ...values };
  const made = await createRound({ actor: host.actor, input: draft, now });
  if (!made.ok) throw new Error(`the draft was refused: ${made.failure.reason}`);
  return { eventId: event.id, roundId: made.value.roundId };
}

/** A round that was opened at second 2, so that it runs from second 12 to second 612. */
export async function anOpenRound(live: Pick<Live, "event" | "host">, values: Draft = {}) {
  const input = await aDraft(live, values);
  const opened = await openRound({ actor: live.host.actor, input, now: at(2) });
  if (!opened.ok) throw new Error(`opening was refused: ${opened.failure.reason}`);
  return input;
}

/** The room somebody belongs to, or why to none. */
export async function whereIs(event: Pick<Event, "id">, { actor }: Pick<Guest, "actor">, now: Date) {
  const standing = await standingOf(db(), actor, { eventId: event.id, now });
  const place = standing?.place;
  if (!place) return "nowhere";
  if (place.state === "room") return place.room.kind === "main" ? "main" : place.room.label;
  return place.state === "wait" ? place.reason : place.state;
}

/** The first so many of a list, which must be that long. */
export function some<Item>(items: readonly Item[], count: number): Item[] {
  if (items.length < count) throw new Error(`expected ${count}, found ${items.length}`);
  return items.slice(0, count);
}

/** The id of the room somebody belongs to at `now`. */
export async function enterableRoom(event: Pick<Event, "id">, { actor }: Pick<Guest, "actor">, now: Date) {
  const standing = await standingOf(db(), actor, { eventId: event.id, now });
  if (standing?.place?.state !== "room") throw new Error("this person belongs to no room");
  return standing.place.room.id;
}
