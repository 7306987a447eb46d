import { and, asc, inArray, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/db/client";
import { webhookReceipts } from "@/db/schema/kernel";
import { admissions, liveSessions, participations, rooms } from "@/db/schema/rooms";
import { asides } from "@/db/schema/rooms-beside";
import { defineCommand } from "@/domain/kernel/command";
import type { Id } from "@/lib/ids";
import { ok } from "@/lib/result";
import { joinsAndLeaves, type Stay } from "../internal/stays";
import { admissionOf } from "../rules/asides";
import { type RoomWebhook, roomWebhook } from "../schema";

/**
 * Turns stored webhooks into presence, as many as there are in one go. A stay is what the set of its events says,
 * whatever their order and however often they come: it begins at the connection's own time and ends at the latest
 * leaving. Says who arrived where, for `enforceArrivals`, and in which events somebody left a room that a host listens to:
 * two may be left. A host's second ear or voice arrives as well, and is no presence.
 */
export const applyWebhooks = defineCommand({
  name: "apply-webhooks",
  input: z.object({ receiptIds: z.array(z.string().min(1).max(100)).min(1) }),
  permission: "room.record",
  load: async ({ tx }, { receiptIds }) => {
    // What another process holds it also applies; and one order of locks for all.
    const receipts = await tx
      .select({ id: webhookReceipts.id, body: webhookReceipts.body })
      .from(webhookReceipts)
      .where(and(inArray(webhookReceipts.id, receiptIds), isNull(webhookReceipts.appliedAt)))
      .orderBy(asc(webhookReceipts.id))
      .for("update", { skipLocked: true });
    return receipts.length > 0 ? { networkId: null, receipts } : undefined;
  },
  quiet: true,
  run: async ({ tx, now, emit }, _input, { receipts }) => {
    const ids = receipts.map(({ id }) => id);
    await tx.update(webhookReceipts).set({ appliedAt: now }).where(inArray(webhookReceipts.id, ids));
    const told = receipts.flatMap(({ body }) => roomWebhook.safeParse(body).data ?? []);
    const all = await ours(tx, told);
    const { joins, leaves } = joinsAndLeaves(all.filter(({ isBeside }) => !isBeside));
    const { arrivals } = joinsAndLeaves(all);
    if (joins.length > 0) await noteJoined(tx, joins);
    if (leaves.length > 0) await noteLeft(tx, leaves);
    const events = new Set([...joins, ...leaves].map(({ eventId }) => eventId));
    for (const eventId of events) await emit({ kind: "presence.changed", payload: { eventId } });
    return ok({ applied: ids.length, arrivals, thinned: await thinnedOf(tx, leaves) });
  },
});

/** The events in which somebody left a room that is listened to. */
async function thinnedOf(tx: Transaction, leaves: readonly Stay[]): Promise<Id<"event">[]> {
  if (leaves.length === 0) return [];
  const left = leaves.map(({ roomId }) => roomId);
  const found = await tx
    .selectDistinct({ eventId: asides.eventId })
    .from(asides)
    .where(inArray(asides.roomId, left));
  return found.map(({ eventId }) => eventId);
}

/** The webhooks about our rooms and our people; unknown rooms and identities have no effect. */
async function ours(tx: Transaction, told: readonly RoomWebhook[]) {
  const names = [...new Set(told.map(({ roomName }) => roomName))];
  const identities = told.flatMap(({ participant }) => admissionOf(participant?.identity ?? "") ?? []);
  if (names.length === 0 || identities.length === 0) return [];
  const found = await tx
    .select({
      lkName: rooms.lkName,
      roomId: rooms.id,
      eventId: liveSessions.eventId,
      admissionId: admissions.id,
    })
    .from(rooms)
    .innerJoin(liveSessions, sql`${liveSessions.id} = ${rooms.liveSessionId}`)
    .innerJoin(admissions, sql`${admissions.eventId} = ${liveSessions.eventId}`)
    .where(and(inArray(rooms.lkName, names), inArray(admissions.id, identities)));
  return told.flatMap((webhook) => {
    const { participant, roomName } = webhook;
    const admissionId = participant && admissionOf(participant.identity);
    const place = found.find((row) => row.lkName === roomName && row.admissionId === admissionId);
    return participant && place
      ? [{ webhook, participant, place, isBeside: participant.identity !== admissionId }]
      : [];
  });
}

const rowsOf = (stays: readonly Stay[]) => stays.map((stay) => ({ ...stay, source: "webhook" as const }));

const noteJoined = (tx: Transaction, joins: readonly Stay[]) =>
  tx
    .insert(participations)
    .values(rowsOf(joins))
    .onConflictDoUpdate({
      target: participations.participantSid,
      set: {
        joinedAt: sql`least(coalesce(${participations.joinedAt}, excluded.joined_at), excluded.joined_at)`,
      },
    });

/** A leaving time from LiveKit itself replaces one that was only concluded from silence. */
const noteLeft = (tx: Transaction, leaves: readonly Stay[]) =>
  tx
    .insert(participations)
    .values(rowsOf(leaves))
    .onConflictDoUpdate({
      target: participations.participantSid,
      set: {
        joinedAt: sql`coalesce(least(${participations.joinedAt}, excluded.joined_at), ${participations.joinedAt}, excluded.joined_at)`,
        leftAt: sql`case when ${participations.source} = 'reconcile' then excluded.left_at
          else greatest(${participations.leftAt}, excluded.left_at) end`,
        source: "webhook",
      },
    });
