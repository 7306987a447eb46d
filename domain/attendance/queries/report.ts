import "server-only";
import { eq } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { attendanceTotals } from "@/db/schema/attendance";
import { eventFeedback } from "@/db/schema/attendance-afterwards";
import { liveSessions } from "@/db/schema/rooms";
import { pollResults } from "@/domain/interaction/queries/polls";
import { questionRows } from "@/domain/interaction/queries/question-rows";
import { type TakingPart, takingPartIn } from "@/domain/interaction/queries/taking-part";
import { eventTalkReport } from "@/domain/matchmaking/queries/talk-report";
import { type Actor, can } from "@/domain/policy";
import { type EventScope, eventScope } from "@/domain/programme/queries";
import { type EventNumbers, eventNumbers } from "@/domain/registration/queries/numbers";
import type { Id } from "@/lib/ids";
import { keptAttendance } from "../queries";
import { hasBegun, minutesOf } from "../rules";
import type { Curve } from "../rules/curve";
import { type FeedbackSummary, feedbackSummary } from "../rules/feedback";
import { type Stayed, stayed } from "../rules/report";
import { arrivalsOf } from "./door";
import { curveOf, speakingIn } from "./live";

type Registered = Pick<EventNumbers, "states" | "seats">;
/** What is known of an event afterwards, in numbers: nobody stands in it by name, whoever reads it. */
export type EventReport = {
  about: Pick<EventScope, "eventId" | "networkId" | "title" | "slug" | "startsAt" | "endsAt" | "timeZone">;
  /** When it was really opened and ended, where it took place in a room. */
  held: { openedAt: Date | null; endedAt: Date | null };
  registered: Registered;
  /** How many of those with a registration came, and how. */
  came: { door: number; online: number } | null;
  /** Of everybody who was in the rooms, also who ran it; null where no minutes are kept. */
  stayed: Stayed | null;
  curve: Curve | null;
  networks: { id: string; name: string; count: number }[];
  speaking: Awaited<ReturnType<typeof speakingIn>>;
  taking: TakingPart;
  /** What most people wanted to know, by the words that everybody could read, until questions go. */
  questions: { text: string; votes: number; isAnswered: boolean }[];
  polls: Awaited<ReturnType<typeof pollResults>>;
  feedback: FeedbackSummary;
  /** What was asked, agreed and held; null for an event without talks. Everything about them has a report of its own. */
  talks: { requested: number; talks: number; held: number; minutes: number; noShows: number } | null;
};

async function feedbackOf(reader: Reader, eventId: Id<"event">): Promise<FeedbackSummary> {
  const { score, note } = eventFeedback;
  return feedbackSummary(
    await reader.select({ score, note }).from(eventFeedback).where(eq(eventFeedback.eventId, eventId)),
  );
}

async function heldTimes(reader: Reader, eventId: Id<"event">): Promise<EventReport["held"]> {
  const { openedAt, endedAt } = liveSessions;
  const [row] = await reader
    .select({ openedAt, endedAt })
    .from(liveSessions)
    .where(eq(liveSessions.eventId, eventId));
  return row ?? { openedAt: null, endedAt: null };
}

const MOST_QUESTIONS = 10;
const OPEN_STATES: readonly string[] = ["new", "on_air", "answered"];

/** Those with the most votes of what was neither withdrawn nor dismissed, each with what was merged into it. */
async function questionsOf(reader: Reader, eventId: Id<"event">): Promise<EventReport["questions"]> {
  const rows = await questionRows(reader, eventId);
  return rows
    .filter(({ state, mergedIntoId }) => mergedIntoId === null && OPEN_STATES.includes(state))
    .toSorted((one, other) => other.votes - one.votes || one.at.getTime() - other.at.getTime())
    .slice(0, MOST_QUESTIONS)
    .map(({ text, votes, state }) => ({ text, votes, isAnswered: state === "answered" }));
}

/** Who was there how long, as numbers: of the people as long as they are kept, and of their sums after that. */
async function presenceOf(reader: Reader, eventId: Id<"event">, now: Date) {
  const [total] = await reader.select().from(attendanceTotals).where(eq(attendanceTotals.eventId, eventId));
  if (total) {
    const { people, seconds, peak, checkedIn } = total;
    const mean = people > 0 ? minutesOf(seconds / people) : 0;
    const came = { door: checkedIn, online: people };
    return { came, stayed: { people, peak, mean, median: null, lengths: null }, curve: null };
  }
  const arrivals = [...(await arrivalsOf(eventId, reader)).values()];
  const door = arrivals.filter(({ how }) => how === "door").length;
  const came = { door, online: arrivals.length - door };
  const curve = await curveOf(reader, { eventId, now });
  if (!curve) return { came, stayed: null, curve: null };
  const present = await keptAttendance(reader, { eventId, now });
  return {
    came,
    stayed: stayed(
      present.map(({ seconds }) => seconds),
      curve.peak.count,
    ),
    curve,
  };
}

async function talksOf(viewer: Actor, event: EventScope, now: Date): Promise<EventReport["talks"]> {
  const report = await eventTalkReport(viewer, event.eventId, now);
  if (!report || report.total.people === 0) return null;
  const { requested, talks, held, minutes, noShows } = report.total.counts;
  return { requested, talks, held, minutes, noShows };
}

/**
 * The report on an event from its start on, for its organizers and those of its partners; undefined for everybody else. It is
 * the same for all of them but for networks, of which each sees its own, because it holds sums alone; names and minutes of
 * people are in the list that the desk exports.
 */
export async function eventReport(
  viewer: Actor,
  { eventId, now }: { eventId: Id<"event">; now: Date },
  reader: Reader = db(),
): Promise<EventReport | undefined> {
  const event = await eventScope(reader, eventId);
  if (!event || !can(viewer, "attendance.read", event) || !hasBegun(event, now)) return undefined;
  const { networkId, title, slug, startsAt, endsAt, timeZone } = event;
  const numbers = await eventNumbers(viewer, eventId, reader);
  const polls = await pollResults(viewer, eventId, now);
  // Ballots go with the chat; what was counted of them when a poll was closed stays.
  const ballots = polls.reduce((sum, { result }) => sum + result.people, 0);
  return {
    about: { eventId, networkId, title, slug, startsAt, endsAt, timeZone },
    held: await heldTimes(reader, eventId),
    registered: { states: numbers?.states ?? [], seats: numbers?.seats ?? [] },
    ...(await presenceOf(reader, eventId, now)),
    networks: numbers?.networks ?? [],
    speaking: await speakingIn(reader, eventId),
    taking: { ...(await takingPartIn(reader, eventId)), ballots },
    questions: await questionsOf(reader, eventId),
    polls,
    feedback: await feedbackOf(reader, eventId),
    talks: await talksOf(viewer, event, now),
  };
}
