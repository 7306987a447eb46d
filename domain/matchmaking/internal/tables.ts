import { and, eq, gt, isNotNull, lt } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { meetings } from "@/db/schema/matchmaking";
import { talkTables } from "@/db/schema/matchmaking-availability";
import type { Id } from "@/lib/ids";
import type { Span } from "../rules";

/** How many tables the event has for talks on site; none for most. */
export async function tableCount(reader: Reader, eventId: Id<"event">): Promise<number> {
  const [row] = await reader.select().from(talkTables).where(eq(talkTables.eventId, eventId));
  return row?.count ?? 0;
}

type Wanted = { eventId: Id<"event">; slot: Span; tables: number };

/** The lowest table without a talk at that time; undefined when all are taken. */
export async function freeTable(
  reader: Reader,
  { eventId, slot, tables }: Wanted,
): Promise<number | undefined> {
  const rows = await reader
    .select({ tableNumber: meetings.tableNumber })
    .from(meetings)
    .where(
      and(
        eq(meetings.eventId, eventId),
        eq(meetings.status, "accepted"),
        isNotNull(meetings.tableNumber),
        lt(meetings.startsAt, slot.endsAt),
        gt(meetings.endsAt, slot.startsAt),
      ),
    );
  const taken = new Set(rows.map((row) => row.tableNumber));
  return Array.from({ length: tables }, (_, index) => index + 1).find((number) => !taken.has(number));
}
