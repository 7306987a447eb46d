import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { captionWriters } from "@/db/schema/interaction-captions";
import { admissions } from "@/db/schema/rooms";
import { type Actor, can } from "@/domain/policy";
import { standingOf } from "@/domain/rooms/queries/standing";
import { keptOut } from "@/domain/rooms/rules";
import type { Id } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import type { CaptionKind } from "../schema/captions";

/** `GET captions`: who writes down what is spoken. What they write is in no row, so nothing of it can be read here. */
export async function listCaptionWriters(actor: Actor, eventId: Id<"event">, now: Date) {
  const standing = await standingOf(db(), actor, { eventId, now });
  if (!standing || !can(actor, "room.enter", standing)) return keptOut(standing);
  const { admissionId, language } = captionWriters;
  const writers = await db()
    .select({ admissionId, name: admissions.displayName, language })
    .from(captionWriters)
    .innerJoin(admissions, eq(admissions.id, admissionId))
    .where(eq(captionWriters.eventId, eventId))
    .orderBy(asc(captionWriters.createdAt), asc(admissionId));
  return ok({ writers });
}

type Asked = { eventId: Id<"event">; kind: CaptionKind; now: Date };

/**
 * The room that somebody may write into now, by its name at LiveKit, and as whom. Captions are for those whom the hosts asked,
 * also while everything is on hold, because hosts go on speaking; what one says oneself follows the chat.
 */
export async function roomToCaption(actor: Actor, { eventId, kind, now }: Asked) {
  const standing = await standingOf(db(), actor, { eventId, now });
  if (!standing || !can(actor, "chat.post", standing)) return keptOut(standing);
  const { me, place, rights, session } = standing;
  if (!me) return fail("conflict", "not_joined");
  if (place?.state !== "room") return fail("conflict", "not_in_room");
  if (me.noChat) return fail("forbidden", "no_chat");
  const { id, displayName } = me.admission;
  const [writer] = await db()
    .select({ language: captionWriters.language })
    .from(captionWriters)
    .where(and(eq(captionWriters.eventId, eventId), eq(captionWriters.admissionId, id)));
  if (kind === "captions" && !writer) return fail("forbidden", "no_writer");
  if (kind === "own" && !rights?.chat) return fail("conflict", session?.frozen ? "frozen" : "not_in_room");
  const language = kind === "captions" ? (writer?.language ?? null) : null;
  return ok({ lkName: place.room.lkName, by: id, name: displayName, language });
}
