import "server-only";
import { and, eq, inArray, notInArray, or, type SQL } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { registrations } from "@/db/schema/registration";
import type { Actor } from "@/domain/policy";
import type { Id } from "@/lib/ids";

/** Registrations that are this viewer's: the person's own, and those whose mailed link the browser holds. Undefined when there can be none. */
export function heldBy(viewer: Actor): SQL | undefined {
  const seats = viewer.type === "person" || viewer.type === "guest" ? viewer.seats : [];
  const mailed = seats.flatMap(({ via, registrationId }) => (via === "mail" ? [registrationId] : []));
  return or(
    viewer.type === "person" ? eq(registrations.personId, viewer.personId) : undefined,
    mailed.length > 0 ? inArray(registrations.id, mailed) : undefined,
  );
}

/** Whether the viewer is provably in an event. The row says so: a browser keeps its link after the registration was cancelled. */
export async function isSeatedIn(reader: Reader, viewer: Actor, eventId: Id<"event">): Promise<boolean> {
  const held = heldBy(viewer);
  if (!held) return false;
  const [row] = await reader
    .select({ id: registrations.id })
    .from(registrations)
    .where(
      and(
        eq(registrations.eventId, eventId),
        notInArray(registrations.status, ["cancelled", "declined"]),
        held,
      ),
    )
    .limit(1);
  return row !== undefined;
}
