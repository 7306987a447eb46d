import "server-only";
import { countWalkIns, doorNameOf, listDoor } from "@/domain/attendance/queries/door";
import type { DoorAnswer, DoorPeople } from "@/domain/attendance/schema";
import type { Actor } from "@/domain/policy";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";
import { type Id, idOf } from "@/lib/ids";
import { ownPath } from "@/lib/own-path";
import { now } from "@/lib/time/clock";
import type { Done, Door } from "./doors";

/** The page of the door from which a form came. */
export const doorPage = ({ body }: Door): string => href(localeOf(body.locale), ownPath(body.back, "/o"));

/** The same, telling what has been done; whoever follows the address later only reads it. */
function doorPageAfter(door: Door, told: Record<string, string>): string {
  const [path = "", query = ""] = doorPage(door).split("?");
  const kept = new URLSearchParams(query);
  for (const [name, value] of Object.entries(told)) kept.set(name, value);
  return `${path}?${kept}`;
}

/** The event that a door's address names. */
export const atDoor = ({ body, params }: Door): Record<string, unknown> => ({
  ...body,
  eventId: params.eventId,
});

type LetIn = Pick<DoorAnswer, "state" | "at"> & { registrationId: Id<"registration"> };

/** After somebody was let in. Names are read now: an answer of a command may be stored, and they must not be. */
export async function afterCheckIn({ state, at, registrationId }: LetIn, door: Door): Promise<Done> {
  const eventId = idOf("event").parse(door.params.eventId);
  const person = await doorNameOf(door.actor, { eventId, registrationId });
  const { name = "", organisation = "" } = person ?? {};
  const json: DoorAnswer = { state, at, registrationId, name, organisation };
  return { to: doorPageAfter(door, { state, at, who: registrationId, q: "" }), json };
}

/** After an entry was taken back, or somebody had been quicker. */
export const afterUndo = (value: { undone: boolean }, door: Door): Done => ({
  to: doorPageAfter(door, { state: value.undone ? "out" : "changed", q: "" }),
  json: value,
});

/** Everybody who may come and who has, for a scanner that is open. */
export async function peopleAtDoor({ actor, params }: Door): Promise<DoorPeople | undefined> {
  const eventId = idOf("event").safeParse(params.eventId);
  return eventId.success ? peopleFor(actor, eventId.data) : undefined;
}

/** The same for the page that opens the scanner. */
export async function peopleFor(viewer: Actor, eventId: Id<"event">): Promise<DoorPeople | undefined> {
  const people = await listDoor(viewer, eventId);
  if (!people) return undefined;
  const walkIns = await countWalkIns(viewer, eventId);
  return { now: now().toISOString(), walkIns, people: people.map(onScanner) };
}

type Listed = NonNullable<Awaited<ReturnType<typeof listDoor>>>[number];

/** A row of the list in the form that JSON keeps. */
const onScanner = ({ arrival, ...person }: Listed): DoorPeople["people"][number] => ({
  ...person,
  arrival: arrival && { at: arrival.at.toISOString(), how: arrival.how },
});
