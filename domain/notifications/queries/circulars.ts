import "server-only";
import {
  and,
  arrayContains,
  count,
  desc,
  eq,
  inArray,
  isNotNull,
  lte,
  notInArray,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { checkIns } from "@/db/schema/attendance";
import { circularPeople, circulars, mails } from "@/db/schema/notifications";
import { people } from "@/db/schema/people";
import { events } from "@/db/schema/programme";
import { registrations } from "@/db/schema/registration";
import { admissions, liveSessions, participations } from "@/db/schema/rooms";
import { type Actor, can } from "@/domain/policy";
import { eventScope } from "@/domain/programme/queries";
import { hasAnswered } from "@/domain/registration/queries/by-answer";
import { hasNotFollowed } from "@/domain/registration/queries/unanswered";
import type { Id } from "@/lib/ids";
import { offTheList } from "../rules/circulars";
import { isNotRefused } from "./refusals";

export type CircularRow = typeof circulars.$inferSelect;
export type CircularView = CircularRow & {
  authorName: string;
  /** How many mails of it wait, went out, or came to nothing. */
  mails: { queued: number; sent: number; failed: number };
};
type Audience = Pick<
  CircularRow,
  | "id"
  | "eventId"
  | "statuses"
  | "presence"
  | "purpose"
  | "attendance"
  | "tag"
  | "questionId"
  | "answer"
  | "picked"
>;

/** Whom the door let in since they registered last, and nobody took that back. */
const wasLetIn: SQL = sql`exists (select 1 from ${checkIns}
   where ${checkIns.registrationId} = ${registrations.id} and ${checkIns.renewals} = ${registrations.renewals}
     and ${checkIns.undoneAt} is null)`;

/** Stays in the room from the start on, of the registration's own person: a sound check is no presence. */
const wasInRoom: SQL = sql`exists (select 1 from ${participations}
    join ${admissions} on ${admissions.id} = ${participations.admissionId}
    left join ${liveSessions} on ${liveSessions.eventId} = ${admissions.eventId}
   where ${admissions.registrationId} = ${registrations.id}
     and (${admissions.claimId} is null or ${registrations.provenAt} is null)
     and ${participations.joinedAt} is not null
     and coalesce(${participations.leftAt}, 'infinity'::timestamptz)
         > least(${events.startsAt}, coalesce(${liveSessions.openedAt}, ${events.startsAt})))`;

const wasThere: SQL = sql`(${wasLetIn} or ${wasInRoom})`;

const presenceOf = {
  anyone: undefined,
  attended: wasThere,
  absent: sql`not ${wasThere}`,
  // Whoever may write to an event's people may read what they said in confidence, and decides by it who is reminded.
  unanswered: hasNotFollowed({ inConfidence: true }),
} satisfies Record<Audience["presence"], SQL | undefined>;

/** The address is its holder's own, and never refused what no registration needs. */
const isWilling = () => and(isNotNull(registrations.provenAt), isNotRefused());

/** Those of a kind of seat, with a word of the office, with an answer, and among those who were ticked. */
const segmentOf = ({ id, attendance, tag, questionId, answer, picked }: Audience): SQL | undefined =>
  and(
    attendance === "all" ? undefined : eq(registrations.attendance, attendance),
    tag === "" ? undefined : arrayContains(registrations.tags, [tag]),
    // A question that is gone was answered by nobody; without this line it would mean everybody.
    answer !== null && questionId === null ? sql`false` : undefined,
    answer !== null && questionId !== null ? hasAnswered({ questionId, answer }) : undefined,
    picked
      ? sql`exists (select 1 from ${circularPeople}
           where ${circularPeople.circularId} = ${id} and ${circularPeople.registrationId} = ${registrations.id})`
      : undefined,
  );

/**
 * Whom a message is for, for queries that join events and registrations. News goes only to people who have shown that
 * the address is theirs, and never to one that refused it; and so does everything to who is not on the list.
 */
const isAudience = (audience: Audience) => {
  const { eventId, statuses, presence, purpose } = audience;
  return and(
    eq(registrations.eventId, eventId),
    inArray(registrations.status, statuses),
    presenceOf[presence],
    segmentOf(audience),
    purpose === "news" ? isWilling() : or(notInArray(registrations.status, [...offTheList]), isWilling()),
  );
};

/** How many people a message would reach now. */
export async function audienceCount(audience: Audience, reader: Reader = db()): Promise<number> {
  const [row] = await reader
    .select({ people: count() })
    .from(registrations)
    .innerJoin(events, eq(events.id, registrations.eventId))
    .where(isAudience(audience));
  return row?.people ?? 0;
}

/** Names the mail of one message to one registration; the writer and the query below use the same. */
export const circularKey = (circularId: Id<"circular">, registrationId: Id<"registration">): string =>
  `circular.sent:${circularId}:${registrationId}`;

/** Registrations that the message has still to be written to, in the order in which people came; at most `limit`. */
export async function listDueRecipients(
  circular: CircularRow,
  limit: number,
  reader: Reader = db(),
): Promise<Id<"registration">[]> {
  if (circular.releasedAt === null) return [];
  const rows = await reader
    .select({ id: registrations.id })
    .from(registrations)
    .innerJoin(events, eq(events.id, registrations.eventId))
    .where(
      and(
        isAudience(circular),
        lte(registrations.createdAt, circular.releasedAt),
        sql`not exists (select 1 from ${mails}
             where ${mails.dedupeKey} = ${`circular.sent:${circular.id}:`} || ${registrations.id})`,
      ),
    )
    .orderBy(registrations.place)
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Whether a mail of a message is still for its reader: nobody called it back, and the registration stands as it was meant. */
export async function isStillAudience(
  reader: Reader,
  { circularId, subjectId }: { circularId: Id<"circular"> | null; subjectId: string },
): Promise<boolean> {
  const circular = circularId && (await circularOf(circularId, reader));
  if (!circular) return true;
  if (circular.state === "stopped") return false;
  const isIt = and(sql`${registrations.id} = ${subjectId}`, inArray(registrations.status, circular.statuses));
  return (await reader.$count(registrations, isIt)) > 0;
}

/** Messages on their way. For the job that writes them. */
export const listSendingCirculars = (reader: Reader = db()): Promise<CircularRow[]> =>
  reader.select().from(circulars).where(eq(circulars.state, "sending")).orderBy(circulars.releasedAt);

/** One message as it stands. For jobs and commands, which have asked already who may know. */
export async function circularOf(
  id: Id<"circular">,
  reader: Reader = db(),
): Promise<CircularRow | undefined> {
  const [row] = await reader.select().from(circulars).where(eq(circulars.id, id));
  return row;
}

const mailsIn = (state: "queued" | "sent" | "failed") =>
  sql<number>`(select count(*) from ${mails} where ${mails.circularId} = ${circulars.id} and ${mails.state} = ${state})`.mapWith(
    Number,
  );

const views = (reader: Reader, condition: SQL | undefined): Promise<CircularView[]> =>
  reader
    .select({
      circular: circulars,
      authorName: people.name,
      queued: mailsIn("queued"),
      sent: mailsIn("sent"),
      failed: mailsIn("failed"),
    })
    .from(circulars)
    .leftJoin(people, eq(people.id, circulars.authorId))
    .where(condition)
    .orderBy(desc(circulars.createdAt), desc(circulars.id))
    .then((rows) =>
      rows.map(({ circular, authorName, ...counts }) => ({
        ...circular,
        authorName: authorName ?? "",
        mails: counts,
      })),
    );

async function mayManage(viewer: Actor, eventId: Id<"event">, reader: Reader): Promise<boolean> {
  const scope = await eventScope(reader, eventId);
  return scope !== undefined && can(viewer, "mails.manage", scope);
}

/** All messages of an event, newest first, for its organizers; undefined for everybody else. */
export async function listCirculars(
  viewer: Actor,
  eventId: Id<"event">,
  reader: Reader = db(),
): Promise<CircularView[] | undefined> {
  if (!(await mayManage(viewer, eventId, reader))) return undefined;
  return views(reader, eq(circulars.eventId, eventId));
}

/** One message of this event for its organizers; undefined for others, and for one of another event. */
export async function findCircular(
  viewer: Actor,
  { eventId, circularId }: { eventId: Id<"event">; circularId: Id<"circular"> },
  reader: Reader = db(),
): Promise<CircularView | undefined> {
  if (!(await mayManage(viewer, eventId, reader))) return undefined;
  const [row] = await views(reader, and(eq(circulars.eventId, eventId), eq(circulars.id, circularId)));
  return row;
}

/** Whose registration a message can be looked at with: the first people it is for. */
export async function listSampleReaders(
  viewer: Actor,
  circular: CircularRow,
  reader: Reader = db(),
): Promise<{ id: Id<"registration">; name: string }[]> {
  if (!(await mayManage(viewer, circular.eventId, reader))) return [];
  return reader
    .select({ id: registrations.id, name: registrations.name })
    .from(registrations)
    .innerJoin(events, eq(events.id, registrations.eventId))
    .where(isAudience(circular))
    .orderBy(registrations.place)
    .limit(50);
}
