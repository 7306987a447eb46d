import "server-only";
import { and, eq, inArray, isNotNull, isNull, lt } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { formQuestions } from "@/db/schema/forms";
import { events } from "@/db/schema/programme";
import { registrations } from "@/db/schema/registration";
import { uploads } from "@/db/schema/registration-uploads";
import { questionsFor } from "@/domain/answers/rules";
import { questionsOf } from "@/domain/forms/queries";
import type { Question } from "@/domain/forms/rules";
import { type Actor, can } from "@/domain/policy";
import { eventScope } from "@/domain/programme/queries";
import type { GivenFile } from "@/domain/programme/queries/materials";
import { type Id, idOf } from "@/lib/ids";
import { keptSince } from "@/lib/privacy/retention";
import { type ClosedReason, closedReason } from "../rules/window";

/**
 * The file of an answer, for whoever may read that answer: its giver, and the hosts of the event; a confidential one its
 * giver and the office alone. What nobody has answered with yet, and all that is foreign, looks missing.
 */
export async function findUpload(
  viewer: Actor,
  uploadId: unknown,
  reader: Reader = db(),
): Promise<GivenFile | undefined> {
  const id = idOf("upload").safeParse(uploadId);
  if (!id.success) return undefined;
  const [row] = await reader
    .select({ upload: uploads, registration: registrations, network: events.networkId, asked: formQuestions })
    .from(uploads)
    .innerJoin(registrations, eq(registrations.id, uploads.registrationId))
    .innerJoin(events, eq(events.id, uploads.eventId))
    .innerJoin(formQuestions, eq(formQuestions.id, uploads.questionId))
    .where(and(eq(uploads.id, id.data), isNotNull(uploads.registrationId)));
  if (!row) return undefined;
  const { upload, registration, asked } = row;
  const scope = {
    networkId: row.network,
    eventId: upload.eventId,
    registrationId: registration.id,
    ownerIds: registration.personId ? [registration.personId] : [],
  };
  if (!can(viewer, "registration.read", scope)) return undefined;
  const isTrusted = can(viewer, "registration.update", scope) || can(viewer, "answers.readSensitive", scope);
  if (asked.sensitive && !isTrusted) return undefined;
  return { fileId: upload.fileId, type: upload.fileType, name: upload.fileName };
}

type FileQuestions = {
  eventId: Id<"event"> | undefined;
  questions: Question[];
  /** Why nobody can register; of an event that not everybody sees, nothing is told. */
  closed?: ClosedReason | undefined;
};

/** What an event that can be registered for asks files for; asked before a byte of them is read. */
export async function fileQuestionsOf(
  asked: unknown,
  { now, stage }: { now: Date; stage: "registration" | "any" },
  reader: Reader = db(),
): Promise<FileQuestions> {
  const id = idOf("event").safeParse(asked);
  const event = id.success ? await eventScope(reader, id.data) : undefined;
  const closed = event && stage === "registration" ? closedReason(event, now) : undefined;
  if (!event || closed) {
    const isTold = closed !== "missing" && event?.membersOnly === false;
    return { eventId: undefined, questions: [], closed: isTold ? closed : undefined };
  }
  const { eventId } = event;
  const files = (await questionsOf(eventId, reader)).filter(({ kind }) => kind === "file");
  return { eventId, questions: questionsFor(files, { hasPlace: stage === "any" }) };
}

/** The event of a registration that this viewer may change. */
export async function eventOfOwn(
  viewer: Actor,
  registrationId: unknown,
  reader: Reader = db(),
): Promise<Id<"event"> | undefined> {
  const id = idOf("registration").safeParse(registrationId);
  if (!id.success) return undefined;
  const [row] = await reader
    .select({ eventId: events.id, networkId: events.networkId, personId: registrations.personId })
    .from(registrations)
    .innerJoin(events, eq(events.id, registrations.eventId))
    .where(eq(registrations.id, id.data));
  const scope = row && { ...row, registrationId: id.data, ownerIds: row.personId ? [row.personId] : [] };
  return scope && can(viewer, "registration.update", scope) ? scope.eventId : undefined;
}

/** Which of these files some answer, or a form that is still being filled in, names. */
export async function uploadsInUse(
  ids: readonly Id<"file">[],
  reader: Reader = db(),
): Promise<Set<Id<"file">>> {
  if (ids.length === 0) return new Set();
  const rows = await reader
    .select({ id: uploads.fileId })
    .from(uploads)
    .where(inArray(uploads.fileId, [...ids]));
  return new Set(rows.map(({ id }) => id));
}

/** Files that came with a form which was never accepted, held: nobody answers with one that is going. */
export const lockForgettableUploads = (reader: Reader, { now, limit }: { now: Date; limit: number }) =>
  reader
    .select({ id: uploads.id, eventId: uploads.eventId })
    .from(uploads)
    .where(and(isNull(uploads.registrationId), lt(uploads.createdAt, keptSince("uploads", now))))
    .limit(limit)
    .for("update");
