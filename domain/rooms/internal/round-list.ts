import { and, desc, eq, gt, inArray, isNull, lte, notExists, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { admissions, assignments, networkings, placements, rooms, rounds } from "@/db/schema/rooms";
import { perRevision } from "@/domain/kernel/memo";
import type { EventScope } from "@/domain/programme/queries";
import { agendaOf } from "@/domain/programme/queries/agenda";
import type { Id } from "@/lib/ids";
import { ANNOUNCED_MS, CHOICE_OPENS_MS, isChosen, roundState } from "../rules";
import type { Admission } from "./admissions";
import { asidesOfRounds } from "./asides";
import { listPresent, roomsOfConnected } from "./presence";
import type { Round } from "./round-rooms";
import { type Ground, type RoundView, viewOf } from "./round-view";
import type { LiveSession } from "./session";

const LISTED = 40;
/** So long after its end a round is shown as closing. */
const CLOSING_MS = 15_000;

/** Rooms and seats of these rounds, each read once. */
async function groundOf(
  reader: Reader,
  eventId: Id<"event">,
  { found, now }: Pick<Found, "found" | "now">,
): Promise<Ground> {
  const ids = found.map(({ id }) => id);
  const seats = await reader
    .select({
      roomId: assignments.roomId,
      roundId: assignments.roundId,
      admission: admissions,
      placement: placements,
      returnedAt: assignments.returnedAt,
      declinedAt: assignments.declinedAt,
      helpAskedAt: assignments.helpAskedAt,
      helpOnTheWayAt: assignments.helpOnTheWayAt,
    })
    .from(assignments)
    .innerJoin(admissions, eq(admissions.id, assignments.admissionId))
    .leftJoin(placements, eq(placements.admissionId, assignments.admissionId))
    .where(inArray(assignments.roundId, ids))
    .orderBy(admissions.displayName);
  const roomsOfRounds = await reader
    .select()
    .from(rooms)
    .where(inArray(rooms.roundId, ids))
    .orderBy(rooms.label);
  const isOfAgenda = roomsOfRounds.some(({ sessionId }) => sessionId !== null);
  return {
    ...{ seats, roomsOfRounds, agenda: isOfAgenda ? await agendaOf(eventId, reader) : [] },
    asides: found.some((round) => roundState(round, now) === "open")
      ? await asidesOfRounds(reader, ids, now)
      : [],
    networkings: await networkingsOf(reader, found),
  };
}

async function networkingsOf(reader: Reader, found: readonly Round[]) {
  const ids = found.flatMap(({ networkingId }) => networkingId ?? []);
  if (ids.length === 0) return new Map();
  const rows = await reader
    .select({ id: networkings.id, rounds: networkings.rounds, stoppedAt: networkings.stoppedAt })
    .from(networkings)
    .where(inArray(networkings.id, ids));
  return new Map(rows.map((row) => [row.id, row]));
}

/** Every breakout round of the session, newest first, with its people: for hosts. */
export async function roundsForHosts(
  reader: Reader,
  { session, event, now }: { session: LiveSession; event: EventScope; now: Date },
) {
  const found = await reader
    .select()
    .from(rounds)
    .where(and(eq(rounds.liveSessionId, session.id), eq(rounds.kind, "breakout"), isNull(rounds.cancelledAt)))
    .orderBy(desc(rounds.createdAt))
    .limit(LISTED);
  const here = found.length === 0 ? [] : await listPresent(reader, event, now);
  return viewsOf(reader, { session, found, here, now });
}

type Asking = { session: LiveSession; admissionId: Id<"admission">; now: Date };

/** The round somebody is in or about to enter, with the people of the own room only; who is left over is for hosts. */
export async function roundsForPerson(reader: Reader, asking: Asking) {
  const { session, admissionId, now } = asking;
  const mine = await reader
    .select({ round: rounds, roomId: assignments.roomId, returnedAt: assignments.returnedAt })
    .from(assignments)
    .innerJoin(rounds, eq(rounds.id, assignments.roundId))
    .where(and(eq(assignments.admissionId, admissionId), eq(rounds.liveSessionId, session.id)));
  const current = mine.filter(
    ({ round }) =>
      !isChosen(round.rule) &&
      ["announced", "open", "closing"].includes(roundState(round, now)) &&
      isTold(round, now),
  );
  const found = [...current.map(({ round }) => round), ...(await pausesOf(reader, asking))];
  const views = await viewsOf(reader, { session, found, here: [], now });
  const given = views.map((view) => ({
    ...view,
    rooms: view.rooms.filter((room) => current.some(({ roomId }) => roomId === room.id)),
  }));
  const chosen = new Set<string>(mine.flatMap((row) => (row.returnedAt ? [] : [row.roomId])));
  return [...given, ...(await choicesFor(reader, asking, chosen))];
}

/** Whom one meets in rounds of a speed networking that are far ahead can still change, and is nobody's yet. */
const isTold = ({ rule, startsAt }: Round, now: Date) =>
  rule !== "networking" || Number(startsAt) - ANNOUNCED_MS.breakout <= now.getTime();

/** The round of a speed networking that runs without this person: they are told that it is a pause. */
async function pausesOf(reader: Reader, { session, admissionId, now }: Asking): Promise<Round[]> {
  const soon = new Date(now.getTime() + ANNOUNCED_MS.breakout);
  const running = await reader
    .select()
    .from(rounds)
    .where(
      and(
        eq(rounds.liveSessionId, session.id),
        eq(rounds.rule, "networking"),
        isNull(rounds.cancelledAt),
        lte(rounds.startsAt, soon),
        gt(rounds.endsAt, now),
        notExists(
          reader
            .select({ one: sql`1` })
            .from(assignments)
            .where(and(eq(assignments.roundId, rounds.id), eq(assignments.admissionId, admissionId))),
        ),
      ),
    );
  return running;
}

/**
 * The rounds among whose rooms everybody can choose now. Everybody asks after each choice of anybody, so they are read once
 * for all; how many are where is everybody's, who they are only in the own room, and there not where one merely watches.
 */
async function choicesFor(
  reader: Reader,
  { session, admissionId, now }: Asking,
  chosen: ReadonlySet<string>,
) {
  const once = { channel: session.eventId, key: "choices", seconds: 5, now };
  const views = await perRevision(reader, once, async () => {
    const found = await reader
      .select()
      .from(rounds)
      .where(isChoosable(session.id, now))
      .orderBy(rounds.startsAt);
    return viewsOf(reader, { session, found, here: [], now });
  });
  const isShown = (room: RoundView["rooms"][number], id: string) =>
    id === admissionId || (chosen.has(room.id) && (room.session?.mode ?? "roundtable") === "roundtable");
  return views.map((view) => ({
    ...view,
    rooms: view.rooms.map((room) => ({
      ...room,
      people: room.people.filter((person) => isShown(room, person.admissionId)),
    })),
  }));
}

const isChoosable = (sessionId: Id<"liveSession">, now: Date) =>
  and(
    eq(rounds.liveSessionId, sessionId),
    inArray(rounds.rule, ["own_choice", "free_choice"]),
    isNull(rounds.cancelledAt),
    lte(rounds.startsAt, new Date(now.getTime() + CHOICE_OPENS_MS)),
    gt(rounds.endsAt, new Date(now.getTime() - CLOSING_MS)),
  );

type Found = { session: LiveSession; found: Round[]; here: readonly Admission[]; now: Date };

async function viewsOf(reader: Reader, { session, found, here, now }: Found) {
  if (found.length === 0) return [];
  const ground = await groundOf(reader, session.eventId, { found, now });
  const connected = await roomsOfConnected(reader, session.eventId);
  return found.map((round) => viewOf({ round, ground, here, connected, now }));
}
