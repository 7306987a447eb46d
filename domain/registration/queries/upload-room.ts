import "server-only";
import { and, asc, eq, isNull, lt, type SQL, sql } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { registrations } from "@/db/schema/registration";
import { uploads } from "@/db/schema/registration-uploads";
import type { Actor } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { bringerHash } from "@/lib/tokens";
import { bytesToFree, GIVES_WAY_AFTER_MS, type LyingUpload, type Room } from "../internal/upload-room";

/** Who brings a file to an event, as the room there is counted. */
export type Bringer = { eventId: Id<"event">; source: string; isKnown: boolean };

/** Whoever has shown an address of theirs counts by that; strangers by the address of the internet they come from. */
export function bringerOf(
  actor: Actor,
  { eventId, address }: { eventId: Id<"event">; address: string },
): Bringer {
  const seats = actor.type === "person" || actor.type === "guest" ? actor.seats : [];
  const mailed = seats.find((seat) => seat.via === "mail" && seat.eventId === eventId);
  const known = actor.type === "person" ? actor.personId : mailed?.registrationId;
  return { eventId, source: bringerHash(known ?? `address ${address}`), isKnown: known !== undefined };
}

/** Files of one kind of people that came with no registration yet, or with one whose address nobody has proven. */
const isUnproven = ({ eventId, isKnown }: Bringer) =>
  and(eq(uploads.eventId, eventId), eq(uploads.isKnown, isKnown), isNull(registrations.provenAt));
const ofRegistration = eq(registrations.id, uploads.registrationId);
const isOld = (now: Date) => lt(uploads.createdAt, new Date(now.getTime() - GIVES_WAY_AFTER_MS));

const bytesWhere = (which: SQL | undefined) =>
  sql`coalesce(sum(${uploads.fileBytes}) filter (where ${which}), 0)`.mapWith(Number);

/** What lies there unproven of this one, and of all who share the room with them. */
export async function roomOf(bringer: Bringer, now: Date, reader: Reader): Promise<Room> {
  const isOwn = eq(uploads.source, bringer.source);
  const [row] = await reader
    .select({
      all: bytesWhere(sql`true`),
      allOld: bytesWhere(isOld(now)),
      own: bytesWhere(isOwn),
      ownOld: bytesWhere(and(isOwn, isOld(now))),
    })
    .from(uploads)
    .leftJoin(registrations, ofRegistration)
    .where(isUnproven(bringer));
  const { all = 0, allOld = 0, own = 0, ownOld = 0 } = row ?? {};
  return { own: { bytes: own, old: ownOld }, all: { bytes: all, old: allOld } };
}

type Asked = { eventId: Id<"event">; address: string; bytes: number };

/** Whether so much more may lie there; asked before anybody works at a file. The command asks again, where it counts. */
export async function hasRoomForUpload(actor: Actor, asked: Asked, now: Date): Promise<boolean> {
  return bytesToFree(await roomOf(bringerOf(actor, asked), now, db()), asked.bytes) !== undefined;
}

/** As many old files are looked at as make room for any form; there may be thousands of small ones. */
const MOST_AT_ONCE = 5_000;

/** Files that may give way to those of this one, held; what somebody answers with at this moment stays. */
export const lockGivingWay = (bringer: Bringer, now: Date, reader: Reader): Promise<LyingUpload[]> =>
  reader
    .select({
      id: uploads.id,
      fileId: uploads.fileId,
      registrationId: uploads.registrationId,
      questionId: uploads.questionId,
      source: uploads.source,
      bytes: uploads.fileBytes,
      createdAt: uploads.createdAt,
    })
    .from(uploads)
    .leftJoin(registrations, ofRegistration)
    .where(and(isUnproven(bringer), isOld(now)))
    .orderBy(asc(uploads.createdAt))
    .limit(MOST_AT_ONCE)
    .for("update", { of: uploads, skipLocked: true });
