import "server-only";
import { and, asc, eq, inArray, isNull, or } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Reader } from "@/db/client";
import { checkIns } from "@/db/schema/attendance";
import { chatMessages } from "@/db/schema/interaction";
import { pollBallots, polls } from "@/db/schema/interaction-polls";
import { events } from "@/db/schema/programme";
import { registrations } from "@/db/schema/registration";
import { admissions, participations, sanctions } from "@/db/schema/rooms";
import { secondsOf } from "@/domain/attendance/queries/own-seconds";
import { answersOf } from "@/domain/interaction/rules/polls";
import { mentionsIn, withNames } from "@/domain/interaction/schema/chat";
import { type Holder, isOf } from "@/domain/registration/queries/of-person";
import { type Id, idOf } from "@/lib/ids";
import type { Entry } from "../rules";

/** The person's own places in rooms; a claim is whoever typed the address, so it is nobody's. */
export const ownAdmissions = (reader: Reader, holder: Holder) =>
  and(
    isNull(admissions.claimId),
    or(
      eq(admissions.personId, holder.personId),
      inArray(
        admissions.registrationId,
        reader.select({ id: registrations.id }).from(registrations).where(isOf(holder)),
      ),
    ),
  );

const admitted = (reader: Reader, holder: Holder) =>
  reader
    .select({ admission: admissions, event: events })
    .from(admissions)
    .innerJoin(events, eq(events.id, admissions.eventId))
    .where(ownAdmissions(reader, holder))
    .orderBy(asc(events.startsAt));

/** What hosts decided about these admissions, in its order. */
async function decidedAbout(reader: Reader, admissionIds: readonly Id<"admission">[]) {
  if (admissionIds.length === 0) return new Map<Id<"admission">, { kind: string }[]>();
  const { admissionId, kind, createdAt } = sanctions;
  const rows = await reader
    .select({ admissionId, kind })
    .from(sanctions)
    .where(inArray(admissionId, [...admissionIds]))
    .orderBy(asc(createdAt));
  return Map.groupBy(rows, (row) => row.admissionId);
}

/** Where somebody was, for how many minutes, and what hosts decided about them. Reads nobody else's presence. */
export async function heldRooms(reader: Reader, holder: Holder, now: Date): Promise<Entry[]> {
  const own = await admitted(reader, holder);
  const ids = own.map(({ admission }) => admission.id);
  const secondsById = await secondsOf(reader, ids, now);
  const decided = await decidedAbout(reader, ids);
  return own.map(({ admission, event }) => {
    const seconds = secondsById.get(admission.id);
    return {
      event: event.title,
      name: admission.displayName,
      organisation: admission.organisation,
      role: admission.role,
      createdAt: admission.createdAt,
      minutes: seconds === undefined ? null : Math.round(seconds / 60),
      sanctions: (decided.get(admission.id) ?? []).map(({ kind }) => kind).join(", "),
    };
  });
}

/** Minutes in rooms, and when somebody was let in at a door. */
export async function heldStays(reader: Reader, holder: Holder): Promise<Entry[]> {
  const stays = await reader
    .select({ event: events.title, joinedAt: participations.joinedAt, leftAt: participations.leftAt })
    .from(participations)
    .innerJoin(admissions, eq(admissions.id, participations.admissionId))
    .innerJoin(events, eq(events.id, participations.eventId))
    .where(ownAdmissions(reader, holder))
    .orderBy(asc(participations.joinedAt));
  const doors = await reader
    .select({ event: events.title, at: checkIns.at })
    .from(checkIns)
    .innerJoin(registrations, eq(registrations.id, checkIns.registrationId))
    .innerJoin(events, eq(events.id, checkIns.eventId))
    .where(isOf(holder))
    .orderBy(asc(checkIns.at));
  return [...stays, ...doors];
}

const readers = alias(admissions, "readers");

/** The names of whoever somebody mentioned, as long as they are not erased. */
async function namesOf(reader: Reader, mentioned: readonly string[]): Promise<Map<string, string>> {
  const ids = mentioned.flatMap((id) => idOf("admission").safeParse(id).data ?? []);
  if (ids.length === 0) return new Map();
  const rows = await reader
    .select({ id: admissions.id, name: admissions.displayName })
    .from(admissions)
    .where(inArray(admissions.id, ids));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** What somebody wrote in the chat, and what they answered to polls. */
export async function heldMessages(reader: Reader, holder: Holder): Promise<Entry[]> {
  const rows = await reader
    .select({ message: chatMessages, event: events.title, partner: readers.displayName })
    .from(chatMessages)
    .innerJoin(admissions, eq(admissions.id, chatMessages.admissionId))
    .innerJoin(events, eq(events.id, chatMessages.eventId))
    .leftJoin(readers, eq(readers.id, chatMessages.toAdmissionId))
    .where(ownAdmissions(reader, holder))
    .orderBy(asc(chatMessages.createdAt));
  const names = await namesOf(
    reader,
    rows.flatMap(({ message }) => mentionsIn(message.text)),
  );
  const messages = rows.map(({ message, event, partner }) => ({
    event,
    at: message.createdAt,
    text: withNames(message.text, (id) => names.get(id) ?? "…"),
    ...(partner ? { partner } : {}),
    hidden: message.hiddenAt !== null,
  }));
  return [...messages, ...(await heldBallots(reader, holder))];
}

async function heldBallots(reader: Reader, holder: Holder): Promise<Entry[]> {
  const rows = await reader
    .select({ ballot: pollBallots, poll: polls, event: events.title })
    .from(pollBallots)
    .innerJoin(polls, eq(polls.id, pollBallots.pollId))
    .innerJoin(admissions, eq(admissions.id, pollBallots.admissionId))
    .innerJoin(events, eq(events.id, pollBallots.eventId))
    .where(ownAdmissions(reader, holder))
    .orderBy(asc(pollBallots.castAt));
  return rows.map(({ ballot, poll, event }) => ({
    event,
    at: ballot.castAt,
    question: poll.question,
    answer: answersOf(poll, ballot).join(", "),
  }));
}
