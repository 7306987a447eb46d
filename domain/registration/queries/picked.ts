import "server-only";
import { asc } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { registrations } from "@/db/schema/registration";
import type { Id } from "@/lib/ids";
import { pickedRows } from "../internal/list-choice";
import type { Picked } from "../schema";

/** Whom somebody has ticked, or everybody of their choice, in the order of the list. For commands, which have asked who may. */
export const pickedPeople = (
  reader: Reader,
  { eventId, ...picked }: Picked & { eventId: Id<"event"> },
): Promise<Pick<typeof registrations.$inferSelect, "id" | "status">[]> =>
  reader
    .select({ id: registrations.id, status: registrations.status })
    .from(registrations)
    .where(pickedRows(eventId, picked))
    .orderBy(asc(registrations.place));
