import "server-only";
import { and, desc, eq, getTableColumns, inArray, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { Reader } from "@/db/client";
import { audienceQuestions, questionSettings, questionVotes } from "@/db/schema/interaction-questions";
import { admissions } from "@/db/schema/rooms";
import type { Id } from "@/lib/ids";
import type { QuestionRow } from "../rules/questions";

/** More than any event's panel shows; a flood pushes the oldest out of sight, not out of the rows. */
const MOST = 1_000;

const counted = z.array(z.object({ root: z.string(), votes: z.coerce.number(), hall: z.coerce.number() }));
type Counts = ReadonlyMap<string, { votes: number; hall: number }>;

/**
 * Votes of the questions that stand by themselves: each voter once over all that count as one, and one more for each that
 * was merged, or for each name there, but not the name of whoever asked the one that stays. Who asked without a name is compared with nobody,
 * and nobody who asked with who voted: a number that rose by nothing would tell hosts who asked, or who voted for what.
 */
export async function countVotes(reader: Reader, eventId: Id<"event">): Promise<Counts> {
  const { rows } = await reader.execute(sql`
    with asked as (
      select id, coalesce(merged_into_id, id) as root, merged_into_id is not null as is_merged,
             hall_guest_id is not null as is_hall,
             case when is_anonymous or hall_guest_id is not null then id else admission_id end as known_as
        from audience_questions where event_id = ${eventId} and state <> 'withdrawn'),
    counts as (
      select asked.root, count(distinct coalesce(v.admission_id, v.hall_guest_id)) as votes,
             count(distinct v.hall_guest_id) as hall
        from asked join question_votes v on v.question_id = asked.id
       group by asked.root
      union all
      select one.root, count(distinct one.known_as), count(distinct one.known_as) filter (where one.is_hall)
        from asked one join asked stays on stays.id = one.root and stays.known_as <> one.known_as
       where one.is_merged
       group by one.root)
    select root, sum(votes) as votes, sum(hall) as hall from counts group by root`);
  return new Map(counted.parse(rows).map(({ root, votes, hall }) => [root, { votes, hall }]));
}

/** All questions of an event with their votes, the newest first: the same for everybody, and with who asked. */
export async function questionRows(reader: Reader, eventId: Id<"event">): Promise<QuestionRow[]> {
  const found = await reader
    .select({ question: audienceQuestions, name: admissions.displayName })
    .from(audienceQuestions)
    .leftJoin(admissions, eq(admissions.id, audienceQuestions.admissionId))
    .where(eq(audienceQuestions.eventId, eventId))
    .orderBy(desc(audienceQuestions.createdAt), desc(audienceQuestions.id))
    .limit(MOST);
  const counts = await countVotes(reader, eventId);
  return found.map(({ question, name }) => ({
    id: question.id,
    state: question.state,
    text: question.text,
    answer: question.answer,
    authorId: question.admissionId ?? question.hallGuestId ?? "",
    isHall: question.hallGuestId !== null,
    isAnonymous: question.isAnonymous,
    name: name ?? question.hallName,
    mergedIntoId: question.mergedIntoId,
    isPinned: question.pinnedAt !== null,
    isEdited: question.editedAt !== null,
    isStopped: question.stoppedAt !== null,
    at: question.createdAt,
    votes: counts.get(question.id)?.votes ?? 0,
    hallVotes: counts.get(question.id)?.hall ?? 0,
  }));
}

type Voter = { admissionId: Id<"admission"> } | { hallGuestId: Id<"hallGuest"> };

/** Questions of an event for which this person, or this browser in the hall, has voted. */
export async function votedBy(reader: Reader, eventId: Id<"event">, voter: Voter): Promise<Set<string>> {
  const isMine =
    "admissionId" in voter
      ? eq(questionVotes.admissionId, voter.admissionId)
      : eq(questionVotes.hallGuestId, voter.hallGuestId);
  const found = await reader
    .select({ id: questionVotes.questionId })
    .from(questionVotes)
    .innerJoin(audienceQuestions, eq(audienceQuestions.id, questionVotes.questionId))
    .where(and(isMine, eq(audienceQuestions.eventId, eventId)));
  return new Set(found.map(({ id }) => id));
}

/** What signals carry: votes of the questions for which everybody can vote now. */
export async function openVotes(reader: Reader, eventId: Id<"event">): Promise<Record<string, number>> {
  const open = await reader
    .select({ id: audienceQuestions.id })
    .from(audienceQuestions)
    .where(
      and(
        eq(audienceQuestions.eventId, eventId),
        inArray(audienceQuestions.state, ["new", "on_air"]),
        isNull(audienceQuestions.mergedIntoId),
      ),
    )
    .orderBy(desc(audienceQuestions.createdAt))
    .limit(MOST / 5);
  const counts = await countVotes(reader, eventId);
  return Object.fromEntries(open.map(({ id }) => [id, counts.get(id)?.votes ?? 0]));
}

export type QuestionSettings = Omit<typeof questionSettings.$inferSelect, "eventId">;
const DEFAULTS: QuestionSettings = {
  isOpen: true,
  isModerated: false,
  allowsAnonymous: true,
  hallToken: null,
  projectorToken: null,
};

/** How an event takes questions; as the defaults say where nobody has said anything. */
export async function questionSettingsOf(reader: Reader, eventId: Id<"event">): Promise<QuestionSettings> {
  const { eventId: _, ...columns } = getTableColumns(questionSettings);
  const [found] = await reader
    .select(columns)
    .from(questionSettings)
    .where(eq(questionSettings.eventId, eventId));
  return found ?? DEFAULTS;
}
