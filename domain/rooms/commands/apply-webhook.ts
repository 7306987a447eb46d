import { and, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/db/client";
import { webhookReceipts } from "@/db/schema/kernel";
import { admissions, liveSessions, participations, rooms } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import type { Id } from "@/lib/ids";
import { ok } from "@/lib/result";
import { type RoomWebhook, roomWebhook } from "../schema";

type Stay = { eventId: Id<"event">; roomId: Id<"room">; admissionId: Id<"admission"> };

const done = (eventId: Id<"event"> | null) => ok({ eventId });

/**
 * Turns a stored webhook into presence. A stay is what the set of its events says, whatever their order and
 * however often they come: it begins at the connection's own time and ends at the latest leaving.
 */
export const applyWebhook = defineCommand({
  name: "apply-webhook",
  input: z.object({ receiptId: z.string().min(1).max(100) }),
  permission: "room.record",
  load: async ({ tx }, { receiptId }) => {
    const [receipt] = await tx
      .select()
      .from(webhookReceipts)
      .where(and(eq(webhookReceipts.id, receiptId), isNull(webhookReceipts.appliedAt)))
      .for("update");
    return receipt && { networkId: null, body: receipt.body };
  },
  quiet: true,
  run: async ({ tx, now, emit }, { receiptId }, { body }) => {
    await tx.update(webhookReceipts).set({ appliedAt: now }).where(eq(webhookReceipts.id, receiptId));
    const webhook = roomWebhook.safeParse(body).data;
    const stay = webhook && (await stayOf(tx, webhook));
    if (!webhook?.participant || !stay) return done(null);
    const { sid, joinedAtMs } = webhook.participant;
    const joinedAt = joinedAtMs > 0 ? new Date(joinedAtMs) : null;
    if (webhook.event === "participant_joined") {
      await noteJoined(tx, { ...stay, sid, joinedAt: joinedAt ?? new Date(webhook.createdAtMs) });
    } else if (["participant_left", "participant_connection_aborted"].includes(webhook.event)) {
      await noteLeft(tx, { ...stay, sid, joinedAt, leftAt: new Date(webhook.createdAtMs) });
    } else {
      return done(null);
    }
    await emit({ kind: "presence.changed", payload: { eventId: stay.eventId } });
    return done(stay.eventId);
  },
});

/** Whose stay in which room it is; undefined for rooms and identities that are not ours. */
async function stayOf(tx: Transaction, webhook: RoomWebhook): Promise<Stay | undefined> {
  const [room] = await tx
    .select({ roomId: rooms.id, eventId: liveSessions.eventId })
    .from(rooms)
    .innerJoin(liveSessions, eq(liveSessions.id, rooms.liveSessionId))
    .where(eq(rooms.lkName, webhook.roomName));
  const admissionId = webhook.participant?.identity;
  if (!room || !admissionId) return undefined;
  const [person] = await tx
    .select({ id: admissions.id })
    .from(admissions)
    .where(and(sql`${admissions.id} = ${admissionId}`, eq(admissions.eventId, room.eventId)));
  return person && { ...room, admissionId: person.id };
}

const noteJoined = (tx: Transaction, { sid, joinedAt, ...stay }: Stay & { sid: string; joinedAt: Date }) =>
  tx
    .insert(participations)
    .values({ ...stay, participantSid: sid, joinedAt, source: "webhook" })
    .onConflictDoUpdate({
      target: participations.participantSid,
      set: {
        joinedAt: sql`least(coalesce(${participations.joinedAt}, excluded.joined_at), excluded.joined_at)`,
      },
    });

/** A leaving time from LiveKit itself replaces one that was only concluded from silence. */
const noteLeft = (
  tx: Transaction,
  { sid, joinedAt, leftAt, ...stay }: Stay & { sid: string; joinedAt: Date | null; leftAt: Date },
) =>
  tx
    .insert(participations)
    .values({ ...stay, participantSid: sid, joinedAt, leftAt, source: "webhook" })
    .onConflictDoUpdate({
      target: participations.participantSid,
      set: {
        joinedAt: sql`coalesce(least(${participations.joinedAt}, excluded.joined_at), ${participations.joinedAt}, excluded.joined_at)`,
        leftAt: sql`case when ${participations.source} = 'reconcile' then excluded.left_at
          else greatest(${participations.leftAt}, excluded.left_at) end`,
        source: "webhook",
      },
    });
