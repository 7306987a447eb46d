import { and, asc, eq } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { materials, sessions } from "@/db/schema/programme";
import type { Id } from "@/lib/ids";
import { fail } from "@/lib/result";
import { MOST_MATERIALS } from "../rules";

type Row = typeof materials.$inferInsert;

/** The event's materials in their order. The caller holds the event's lock. */
export const materialsInOrder = (tx: Reader, eventId: Id<"event">) =>
  tx
    .select()
    .from(materials)
    .where(eq(materials.eventId, eventId))
    .orderBy(asc(materials.position), asc(materials.id));

/** Whether the agenda item is one of this event's; none is always fine. */
export async function isOwnItem(
  tx: Reader,
  { eventId, sessionId }: { eventId: Id<"event">; sessionId: Id<"session"> | null },
): Promise<boolean> {
  if (!sessionId) return true;
  const [row] = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.id, sessionId), eq(sessions.eventId, eventId)));
  return row !== undefined;
}

/** Puts a material behind all others of the event, if there is room for one more. The caller holds the event's lock. */
export async function addMaterial(tx: Reader, row: Omit<Row, "id" | "position">) {
  const known = await materialsInOrder(tx, row.eventId);
  if (known.length >= MOST_MATERIALS) return fail("conflict", "too_many_materials");
  const position = (known.at(-1)?.position ?? -1) + 1;
  await tx.insert(materials).values({ ...row, position });
  return undefined;
}
