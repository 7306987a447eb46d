import { inArray, sql } from "drizzle-orm";
import { placements } from "@/db/schema/rooms";
import type { Context } from "@/domain/kernel/context";
import type { Id } from "@/lib/ids";

/** Raises the revision of these people, so that no browser takes an older answer for the newer one. */
export async function touchPeople(
  { tx }: Pick<Context, "tx">,
  eventId: Id<"event">,
  admissionIds: readonly Id<"admission">[],
): Promise<void> {
  if (admissionIds.length === 0) return;
  // Everyone locks in the same order, so two hosts moving the same people do not deadlock.
  const ids = [...new Set(admissionIds)].sort();
  await tx
    .insert(placements)
    .values(ids.map((admissionId) => ({ admissionId, eventId })))
    .onConflictDoNothing();
  await tx
    .select({ id: placements.admissionId })
    .from(placements)
    .where(inArray(placements.admissionId, ids))
    .orderBy(placements.admissionId)
    .for("update");
  await tx
    .update(placements)
    .set({ revision: sql`${placements.revision} + 1` })
    .where(inArray(placements.admissionId, ids));
}

/** The same, and tells the rooms of these people that they may belong somewhere else now. */
export async function movePeople(
  context: Context,
  eventId: Id<"event">,
  admissionIds: readonly Id<"admission">[],
): Promise<void> {
  if (admissionIds.length === 0) return;
  await touchPeople(context, eventId, admissionIds);
  await context.emit({
    kind: "placement.changed",
    payload: { eventId, admissionIds: [...new Set(admissionIds)] },
  });
}
