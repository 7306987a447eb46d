import "server-only";
import { eq } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { roomSettings as settingsRows } from "@/db/schema/rooms";
import type { Id } from "@/lib/ids";
import { settingsIn } from "../internal/session";
import type { RoomSettings } from "../schema";

/** What was switched for this event; a new event's settings where nothing was, or where it cannot be read. */
export async function settingsOf(eventId: Id<"event">, reader: Reader = db()): Promise<RoomSettings> {
  const [row] = await reader.select().from(settingsRows).where(eq(settingsRows.eventId, eventId));
  return settingsIn(row?.settings);
}
