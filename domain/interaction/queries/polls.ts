import "server-only";
import { and, asc, eq, isNotNull } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { pollBallots, polls } from "@/db/schema/interaction-polls";
import { perRevision } from "@/domain/kernel/memo";
import { type Actor, can } from "@/domain/policy";
import { eventScope } from "@/domain/programme/queries";
import { standingOf } from "@/domain/rooms/queries/standing";
import { keptOut } from "@/domain/rooms/rules";
import type { Id } from "@/lib/ids";
import { ok } from "@/lib/result";
import { countBallots, type Poll } from "../internal/poll-rows";
import { pollState, seesCorrect, seesTally, shownWords } from "../rules/polls";
import { linesOfPoll, type Tally, tally } from "../schema/polls";

/** So long at most the same numbers are given to everybody who asks, whatever is signalled. */
const KEPT_SECONDS = 10;

/** Drafts last, in the order in which they were prepared; before them what was launched, in its order. */
const pollsOf = (reader: Reader, eventId: Id<"event">): Promise<Poll[]> =>
  reader
    .select()
    .from(polls)
    .where(eq(polls.eventId, eventId))
    .orderBy(asc(polls.openedAt), asc(polls.createdAt), asc(polls.id));

/** The result: as it was counted when the poll was closed, else as it is now, read once however many ask. */
async function tallyNow(reader: Reader, poll: Poll, now: Date): Promise<Tally> {
  if (poll.closedAt) return tally.parse(poll.tally);
  const memo = { channel: poll.eventId, key: `tally ${poll.id}`, seconds: KEPT_SECONDS, now };
  return perRevision(reader, memo, () => countBallots(reader, poll));
}

const resultOf = ({ people, counts, words }: Tally, poll: Poll, isManager: boolean) => ({
  people,
  counts,
  words: shownWords(words, { hidden: poll.hiddenWords, isManager }),
});

/**
 * `GET polls`: what was launched in this event, with the reader's own answer; results as far as they are shared. Hosts also get
 * drafts and every result, and nobody's answers.
 */
export async function listPolls(actor: Actor, eventId: Id<"event">, now: Date) {
  const reader = db();
  const standing = await standingOf(reader, actor, { eventId, now });
  if (!standing || !can(actor, "room.enter", standing)) return keptOut(standing);
  const isManager = can(actor, "poll.manage", standing);
  const all = await pollsOf(reader, eventId);
  const seen = isManager ? all : all.filter(({ openedAt }) => openedAt !== null);
  const own = await ownBallots(reader, eventId, standing.me?.admission.id);
  const views = seen.map(async (poll) => ({
    id: poll.id,
    kind: poll.kind,
    question: poll.question,
    options: poll.options,
    state: pollState(poll),
    shared: poll.sharedAt !== null,
    openedAt: poll.openedAt?.toISOString() ?? null,
    mine: own.get(poll.id) ?? null,
    correct: seesCorrect(poll, isManager) ? poll.correct : null,
    result:
      poll.openedAt && seesTally(poll, isManager)
        ? resultOf(await tallyNow(reader, poll, now), poll, isManager)
        : null,
  }));
  const mayAnswer =
    standing.me !== undefined && standing.place?.state === "room" && can(actor, "poll.answer", standing);
  return ok({ polls: await Promise.all(views), mayAnswer });
}

async function ownBallots(reader: Reader, eventId: Id<"event">, admissionId: Id<"admission"> | undefined) {
  if (!admissionId) return new Map<string, { picks: number[]; words: string[] }>();
  const { pollId, picks, words } = pollBallots;
  const rows = await reader
    .select({ pollId, picks, words })
    .from(pollBallots)
    .where(and(eq(pollBallots.eventId, eventId), eq(pollBallots.admissionId, admissionId)));
  return new Map(rows.map((row) => [row.pollId, { picks: row.picks, words: row.words }]));
}

export type DeskPoll = NonNullable<Awaited<ReturnType<typeof pollsForDesk>>>["polls"][number];

/** An event's polls for its desk, with drafts as they were written and results in numbers; undefined for who sees no desk of it. */
export async function pollsForDesk(viewer: Actor, eventId: Id<"event">, now: Date) {
  const reader = db();
  const event = await eventScope(reader, eventId);
  if (!event || !can(viewer, "event.readDesk", event)) return undefined;
  const all = await pollsOf(reader, eventId);
  const views = all.map(async (poll) => ({
    id: poll.id,
    kind: poll.kind,
    question: poll.question,
    options: poll.options,
    correct: poll.correct,
    lines: linesOfPoll(poll),
    state: pollState(poll),
    shared: poll.sharedAt !== null,
    openedAt: poll.openedAt,
    closedAt: poll.closedAt,
    result: poll.openedAt ? resultOf(await tallyNow(reader, poll, now), poll, false) : null,
  }));
  return { polls: await Promise.all(views), mayManage: can(viewer, "poll.manage", event) };
}

export type PollResult = Awaited<ReturnType<typeof pollResults>>[number];

/** What came of an event's polls, for its report and its files: launched ones only, and no words that a host hid. */
export async function pollResults(viewer: Actor, eventId: Id<"event">, now: Date) {
  const reader = db();
  const event = await eventScope(reader, eventId);
  if (!event || !can(viewer, "event.readDesk", event)) return [];
  const launched = await reader
    .select()
    .from(polls)
    .where(and(eq(polls.eventId, eventId), isNotNull(polls.openedAt)))
    .orderBy(asc(polls.openedAt), asc(polls.id));
  return Promise.all(
    launched.map(async (poll) => ({
      kind: poll.kind,
      question: poll.question,
      options: poll.options,
      correct: poll.correct,
      openedAt: poll.openedAt,
      closedAt: poll.closedAt,
      result: resultOf(await tallyNow(reader, poll, now), poll, false),
    })),
  );
}
