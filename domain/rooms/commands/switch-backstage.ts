import { and, eq, inArray, isNull } from "drizzle-orm";
import { admissions, placements, rooms } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import type { Id } from "@/lib/ids";
import { ok } from "@/lib/result";
import { movePeople } from "../internal/changes";
import { ensureSession, newLiveKitName } from "../internal/session";
import { loadStanding } from "../queries/standing";
import { knowsRoom, stageRoles } from "../rules";
import { backstageInput } from "../schema/run";

type Of = { eventId: Id<"event">; sessionId: Id<"liveSession"> };

/** One room at a time: the unique index decides between two hosts who open it at once. */
export async function openBackstage(context: Context, { eventId, sessionId }: Of): Promise<void> {
  const made = await context.tx
    .insert(rooms)
    .values({
      liveSessionId: sessionId,
      kind: "backstage",
      label: "Backstage",
      lkName: newLiveKitName(),
      opensAt: context.now,
    })
    .onConflictDoNothing()
    .returning({ id: rooms.id });
  if (made.length > 0) await moveStage(context, eventId);
}

/** Everybody of the stage belongs somewhere else now: no browser takes an older answer for the newer one. */
async function moveStage(context: Context, eventId: Id<"event">): Promise<void> {
  const found = await context.tx
    .select({ id: admissions.id })
    .from(admissions)
    .innerJoin(placements, eq(placements.admissionId, admissions.id))
    .where(and(eq(admissions.eventId, eventId), inArray(admissions.role, [...stageRoles])));
  await movePeople(
    context,
    eventId,
    found.map(({ id }) => id),
  );
}

/**
 * Opens the room behind the stage, where speakers wait for their turn, or shuts it, which brings everybody in it onto the
 * stage. After the audience has gone, shutting it ends the event for those who stayed.
 */
export const switchBackstage = defineCommand({
  name: "switch-backstage",
  input: backstageInput,
  permission: "room.moderate",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async (context, { eventId, open }, { event }) => {
    const session = await ensureSession(context.tx, event);
    if (open) await openBackstage(context, { eventId, sessionId: session.id });
    else await shutBackstage(context, { eventId, sessionId: session.id });
    await context.emit({ kind: "session.changed", payload: { eventId } });
    return ok({ open });
  },
});

/** Who is behind the stage belongs onto it, or out of an event that is over. */
export async function shutBackstage(context: Context, { eventId, sessionId }: Of): Promise<void> {
  const isOpen = and(eq(rooms.liveSessionId, sessionId), eq(rooms.kind, "backstage"), isNull(rooms.closedAt));
  const closed = await context.tx
    .update(rooms)
    .set({ closedAt: context.now })
    .where(isOpen)
    .returning({ id: rooms.id });
  if (closed.length === 0) return;
  // Whoever comes next time begins behind the stage again.
  await context.tx.update(placements).set({ onStageAt: null }).where(eq(placements.eventId, eventId));
  await moveStage(context, eventId);
}
