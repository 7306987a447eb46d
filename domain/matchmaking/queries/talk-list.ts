import "server-only";
import { desc, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { talkChanges } from "@/db/schema/matchmaking-talks";
import { type Actor, can } from "@/domain/policy";
import { eventScope } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";
import { now as clockNow } from "@/lib/time/clock";
import type { Span } from "../rules";
import { cardsOf } from "./cards";
import { type TalkRecord, type TalkSideRecord, talkRecords } from "./talk-records";

type PersonId = Id<"person">;

export type ListedSide = Pick<TalkSideRecord, "personId" | "came" | "isCorrected"> & {
  name: string;
  organisation: string;
  /** How often this person did not come to a talk of the event. */
  misses: number;
};
export type ListedTalk = Pick<
  TalkRecord,
  "meetingId" | "startsAt" | "endsAt" | "state" | "minutes" | "place"
> & {
  /** When it was to be before it was moved last. */
  movedFrom: Span | null;
  isReleased: boolean;
  sides: ListedSide[];
};
export type TalkList = { talks: ListedTalk[]; all: number; page: number };

/** As many talks as one page of the list holds. */
export const TALKS_PER_PAGE = 50;

const missesIn = (records: readonly TalkRecord[]) => {
  const misses = new Map<PersonId, number>();
  for (const { sides } of records)
    for (const { personId, came } of sides)
      if (came === "missed") misses.set(personId, (misses.get(personId) ?? 0) + 1);
  return misses;
};

async function changesOf(records: readonly TalkRecord[]) {
  const ids = records.map(({ meetingId }) => meetingId);
  if (ids.length === 0) return [];
  return db()
    .select()
    .from(talkChanges)
    .where(inArray(talkChanges.meetingId, ids))
    .orderBy(desc(talkChanges.sequence));
}

const isAhead = ({ state }: TalkRecord) => state === "ahead" || state === "running";

/** Talks that are to be looked after, and nothing of who came to them. */
const aheadOf = (records: readonly TalkRecord[]): TalkRecord[] =>
  records.filter(isAhead).map((record) => ({
    ...record,
    minutes: 0,
    sides: record.sides.map((side) => ({ ...side, came: "unknown" as const })),
  }));

/**
 * The talks of an event by time, for its office: what became of each, and who did not come, which nobody else is shown but the
 * two. A partner's organizers, who book talks here too, see those that are not over, and read in the report what became of
 * their own people. Undefined for who books none.
 */
export async function talkList(
  viewer: Actor,
  { eventId, page = 1 }: { eventId: Id<"event">; page?: number },
  now = clockNow(),
): Promise<TalkList | undefined> {
  const scope = await eventScope(db(), eventId);
  const here = scope && { networkId: scope.networkId, eventId };
  if (!here || !can(viewer, "meeting.book", here)) return undefined;
  const all = await talkRecords({ eventId }, now);
  const records = can(viewer, "meeting.correct", here) ? all : aheadOf(all);
  const shown = records.slice((page - 1) * TALKS_PER_PAGE, page * TALKS_PER_PAGE);
  const people = shown.flatMap(({ sides }) => sides.map(({ personId }) => ({ eventId, personId })));
  const [cardOf, changes] = [await cardsOf(db(), people), await changesOf(shown)];
  const misses = missesIn(records);
  const sideOf = ({ personId, came, isCorrected }: TalkSideRecord): ListedSide => {
    const { name = "", organisation = "" } = cardOf(eventId, personId)?.partner ?? {};
    return { personId, came, isCorrected, name, organisation, misses: misses.get(personId) ?? 0 };
  };
  const talks = shown.map(({ sides, meetingId, startsAt, endsAt, state, minutes, place }): ListedTalk => {
    const mine = changes.filter((change) => change.meetingId === meetingId);
    const moved = mine.find(({ kind }) => kind === "moved");
    return {
      ...{ meetingId, startsAt, endsAt, state, minutes, place, sides: sides.map(sideOf) },
      movedFrom: moved ? { startsAt: moved.fromStartsAt, endsAt: moved.fromEndsAt } : null,
      isReleased: mine[0]?.kind === "released",
    };
  });
  return { talks, all: records.length, page };
}
