import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { talkWindows } from "@/db/schema/matchmaking";
import { events } from "@/db/schema/programme";
import { requiredCounts } from "@/domain/forms/queries";
import type { Actor } from "@/domain/policy";
import { type EventSummary, isVisibleTo, listPublicEvents } from "@/domain/programme/queries";
import { summariesOf } from "@/domain/programme/queries/event-rows";
import { listMembersEvents, MOST_FOR_MEMBERS } from "@/domain/programme/queries/visible-events";
import { isBesideLong } from "@/domain/programme/rules/long-events";
import type { Id } from "@/lib/ids";
import { isTaken, MOST_OFFERED, type WeekOutcome } from "../labels";
import { listMyRegistrations, type MyRegistration } from "../queries";
import { heldEvents, isHeld } from "../rules";
import { closedReason } from "../rules/window";

/** An event of a series that can be ticked: whether the viewer is in it, what its own form insists on, and talks. */
export type WeekEvent = { event: EventSummary; taken: boolean; questions: number; talks: boolean };

const byStart = (one: EventSummary, other: EventSummary) =>
  one.startsAt.getTime() - other.startsAt.getTime() || one.id.localeCompare(other.id);

/**
 * What of a series somebody can register for now: what is public, and of the rest what its members see. Events for the
 * invited alone want a code and have their own form. The nearest of them: no page grows with the calendar.
 */
export async function weekOf(
  viewer: Actor,
  { seriesId, now }: { seriesId: Id<"series">; now: Date },
  reader: Reader = db(),
): Promise<WeekEvent[]> {
  const [open, ofMembers, mine] = await Promise.all([
    listPublicEvents({ seriesId, from: now }, reader),
    listMembersEvents(viewer, { now, seriesId, limit: MOST_FOR_MEMBERS }, reader),
    listMyRegistrations(viewer, reader),
  ]);
  const all = [...open, ...ofMembers.events]
    .filter((event) => !closedReason(event, now) && !event.seats.invitationOnly)
    .sort(byStart)
    .slice(0, MOST_OFFERED);
  const ids = all.map(({ id }) => id);
  const [taken, asked, talks] = [
    heldEvents(mine),
    await requiredCounts(ids, reader),
    await eventsWithTalks(ids, reader),
  ];
  return all.map((event) => ({
    event,
    taken: taken.has(event.id),
    questions: asked.get(event.id) ?? 0,
    talks: talks.has(event.id),
  }));
}

/** Which of these events have hours for talks by appointment, and so ask whether one takes part in them. */
export async function eventsWithTalks(
  ids: readonly Id<"event">[],
  reader: Reader = db(),
): Promise<ReadonlySet<Id<"event">>> {
  if (ids.length === 0) return new Set();
  const rows = await reader
    .select({ eventId: talkWindows.eventId })
    .from(talkWindows)
    .where(inArray(talkWindows.eventId, [...ids]));
  return new Set(rows.map(({ eventId }) => eventId));
}

export type WeekAnswer = {
  event: EventSummary;
  outcome: WeekOutcome;
  waitingPlace: number | null;
  questions: number;
};

const seatsOf = (viewer: Actor) => (viewer.type === "person" || viewer.type === "guest" ? viewer.seats : []);

/**
 * What became of each event of a form, as its address says: told of events that the viewer may know, and that somebody
 * is in only where this browser holds a seat. Who has proven who they are sees their place in line.
 */
export async function weekAnswers(
  viewer: Actor,
  said: ReadonlyMap<Id<"event">, WeekOutcome>,
  reader: Reader = db(),
): Promise<{ answers: WeekAnswer[]; mine: MyRegistration[] }> {
  const ids = [...said.keys()];
  if (ids.length === 0) return { answers: [], mine: [] };
  const [rows, mine, asked] = await Promise.all([
    reader.select().from(events).where(inArray(events.id, ids)),
    listMyRegistrations(viewer, reader),
    requiredCounts(ids, reader),
  ]);
  const held = new Set<string>([...heldEvents(mine), ...seatsOf(viewer).map(({ eventId }) => eventId)]);
  const known = rows.filter((row) => isVisibleTo(viewer, { ...row, eventId: row.id }) || held.has(row.id));
  const all = (await summariesOf(reader, known)).sort(byStart);
  const answers = all.flatMap((event) => {
    const outcome = said.get(event.id);
    if (!outcome || (isTaken(outcome) && !held.has(event.id))) return [];
    const own = mine.find(({ eventId }) => eventId === event.id);
    return [{ event, outcome, waitingPlace: own?.waitingPlace ?? null, questions: asked.get(event.id) ?? 0 }];
  });
  return { answers, mine: mine.filter(isHeld) };
}

/** Something else at the same time; `isBeside` where one of the two takes so long that somebody can be in both. */
export type Clash = { id: string; title: string; language: string; isBeside: boolean };

type Told = Pick<EventSummary, "id" | "title" | "language" | "startsAt" | "endsAt">;

/** Which of the others take place while this event does. */
const during = (event: Pick<Told, "startsAt" | "endsAt">, others: readonly Told[]): Clash[] =>
  others
    .filter(({ startsAt, endsAt }) => startsAt < event.endsAt && event.startsAt < endsAt)
    .map((other) => {
      const { id, title, language } = other;
      return { id, title, language, isBeside: isBesideLong(event, other) };
    });

/** Of the events that a browser holds seats of, those that take place while this one does. For pages that know no more. */
export async function clashesAmong(
  event: Pick<EventSummary, "id" | "startsAt" | "endsAt">,
  heldIds: ReadonlySet<string>,
  reader: Reader = db(),
): Promise<Clash[]> {
  const others = [...heldIds].filter((id): id is Id<"event"> => id !== event.id);
  if (others.length === 0) return [];
  const rows = await reader
    .select()
    .from(events)
    .where(
      and(
        inArray(events.id, others),
        eq(events.membersOnly, false),
        inArray(events.status, ["published", "live"]),
      ),
    );
  return during(event, rows);
}

/** Of what the same person is registered for, the rest that takes place at the time of one registration. */
export async function clashesOf(
  viewer: Actor,
  { email, personId, event }: Pick<MyRegistration, "email" | "personId" | "event">,
  reader: Reader = db(),
): Promise<Clash[]> {
  const mine = (await listMyRegistrations(viewer, reader)).filter(
    (one) => isHeld(one) && (one.email === email || (personId !== null && one.personId === personId)),
  );
  const others = mine
    .map((one) => one.event)
    .filter(({ id, status }) => id !== event.id && (status === "published" || status === "live"));
  return during(event, others);
}
