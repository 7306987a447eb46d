import "server-only";
import { db, type Reader } from "@/db/client";
import { perRevision } from "@/domain/kernel/memo";
import { type Actor, can } from "@/domain/policy";
import { itemsOfShow } from "@/domain/programme/queries/run-of-show";
import type { Id } from "@/lib/ids";
import { ok } from "@/lib/result";
import { hostsSeenAt } from "../internal/hosts-seen";
import type { LiveSession } from "../internal/session";
import { deskOfStage } from "../internal/stage-desk";
import type { Standing } from "../internal/standing";
import { isUnproven, keptOut, mayTakeOver } from "../rules";
import { cueOf, isHostless } from "../rules/run";
import { standingOf } from "./standing";

const iso = (date: Date | null) => date?.toISOString() ?? null;

/**
 * `GET stage`: what hosts run the room with, the same for everybody and read once; and for hosts, who waits, who speaks and
 * who is kept out.
 */
export async function stageOf(actor: Actor, eventId: Id<"event">, now: Date) {
  const standing = await standingOf(db(), actor, { eventId, now });
  if (!standing || !can(actor, "room.enter", standing)) return keptOut(standing);
  const reader = db();
  const once = { channel: eventId, seconds: 5, now };
  const { hostsGone, ...shared } = await perRevision(reader, { ...once, key: "stage" }, () =>
    readShared(reader, standing, now),
  );
  const role = standing.admitted ?? "participant";
  const isHost = can(actor, "room.moderate", standing);
  return ok({
    serverNow: now.toISOString(),
    ...shared,
    hostsGone: isUnproven(role) ? false : hostsGone,
    mayTakeOver: hostsGone && mayTakeOver(role),
    desk: isHost
      ? await perRevision(reader, { ...once, key: "stage desk" }, () => deskOfStage(reader, standing, now))
      : null,
  });
}

async function readShared(reader: Reader, { session, eventId, rooms }: Standing, now: Date) {
  const seenAt = session ? await hostsSeenAt(reader, eventId) : null;
  const isLive = session?.openedAt != null && !session.endedAt;
  return {
    scene: session?.scene ?? ("stage" as const),
    ...itemsFor(await itemsOfShow(reader, eventId)),
    message:
      session?.message && session.messageAt
        ? { text: session.message, at: session.messageAt.toISOString() }
        : null,
    timer: timerOf(session),
    backstageId: rooms.find(({ kind }) => kind === "backstage")?.id ?? null,
    countsSpeaking: session?.countsSpeaking ?? false,
    hostsGone: isLive && isHostless(seenAt, now),
  };
}

function timerOf(session: LiveSession | undefined) {
  const isSet = session && (session.timerEndsAt || session.timerHeldSeconds !== null);
  if (!isSet) return null;
  return {
    label: session.timerLabel,
    endsAt: iso(session.timerEndsAt),
    heldSeconds: session.timerHeldSeconds,
  };
}

/** What is on and what follows of what everybody may know; it ends as long after its beginning as was planned. */
function itemsFor(items: Awaited<ReturnType<typeof itemsOfShow>>) {
  const { current, next } = cueOf(items.filter(({ isInternal }) => !isInternal));
  const begunAt = current?.begunAt;
  if (!current || !begunAt) return { item: null, nextTitle: next?.title ?? null };
  const length = current.endsAt.getTime() - current.startsAt.getTime();
  return {
    item: {
      title: current.title,
      begunAt: begunAt.toISOString(),
      endsAt: new Date(begunAt.getTime() + length).toISOString(),
    },
    nextTitle: next?.title ?? null,
  };
}
