import "server-only";
import { db } from "@/db/client";
import { perRevision } from "@/domain/kernel/memo";
import { type Actor, can } from "@/domain/policy";
import { standingOf } from "@/domain/rooms/queries/standing";
import { keptOut } from "@/domain/rooms/rules";
import type { Id } from "@/lib/ids";
import { ok } from "@/lib/result";
import { questionsFor } from "../rules/questions";
import { openVotes, questionRows, questionSettingsOf, votedBy } from "./question-rows";

/** An answer that nothing was signalled about lives no longer. */
const SECONDS = 5;

/** What is the same for everybody who asks by this channel, once per signal. */
const groundOf = (eventId: Id<"event">, channel: string, now: Date) =>
  perRevision(db(), { channel, key: "questions", seconds: SECONDS, now }, async () => ({
    rows: await questionRows(db(), eventId),
    settings: await questionSettingsOf(db(), eventId),
  }));

/**
 * `GET questions`: the public ones and the reader's own, for hosts all of them; who asked anonymously is told to nobody.
 * The addresses of hall and projector are for hosts.
 */
export async function listQuestions(actor: Actor, eventId: Id<"event">, now: Date) {
  const standing = await standingOf(db(), actor, { eventId, now });
  if (!standing || !can(actor, "room.enter", standing)) return keptOut(standing);
  const me = standing.me?.admission.id ?? null;
  const isHost = can(actor, "question.manage", standing);
  const { rows, settings } = await groundOf(eventId, eventId, now);
  const voted = me ? await votedBy(db(), eventId, { admissionId: me }) : new Set<string>();
  const { isOpen, isModerated, allowsAnonymous, hallToken, projectorToken } = settings;
  return ok({
    questions: questionsFor(rows, { isHost, id: me, voted }),
    settings: { isOpen, isModerated, allowsAnonymous },
    addresses: isHost ? { hall: hallToken, projector: projectorToken } : null,
  });
}

/** `GET questions/votes`: the numbers alone, for whoever heard of a vote without them. */
export async function listVotes(actor: Actor, eventId: Id<"event">, now: Date) {
  const standing = await standingOf(db(), actor, { eventId, now });
  if (!standing || !can(actor, "room.enter", standing)) return keptOut(standing);
  const key = { channel: eventId, key: "votes", seconds: SECONDS, now };
  return ok({ votes: await perRevision(db(), key, () => openVotes(db(), eventId)) });
}
