import type { Actor } from "@/domain/policy";
import { joinRoom } from "@/domain/rooms/commands/join-room";
import { openRoom } from "@/domain/rooms/commands/open-room";
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

/** A registered participant who has joined. */
export async function aGuest(event: Event, now: Date = START): Promise<Guest> {
  const registration = await aRegistration(event, { provenAt: now });
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
