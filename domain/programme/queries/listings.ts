import "server-only";
import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { series, speakers } from "@/db/schema/programme";
import type { Id } from "@/lib/ids";
import { isAnnounced, type SeriesView } from "../queries";

/** Every series that has a public event, the latest first. */
export const listSeries = (reader: Reader = db()): Promise<(typeof series.$inferSelect)[]> =>
  reader.select().from(series).where(isAnnounced).orderBy(desc(series.startsOn), asc(series.slug));

/** One of them by its id. */
export async function findSeriesById(
  id: Id<"series">,
  reader: Reader = db(),
): Promise<SeriesView | undefined> {
  const [row] = await reader
    .select()
    .from(series)
    .where(and(eq(series.id, id), isAnnounced));
  return row;
}

/** Who speaks at these events, in their order there. */
export async function speakersOfEvents(
  eventIds: readonly Id<"event">[],
  reader: Reader = db(),
): Promise<Map<Id<"event">, { id: Id<"speaker">; name: string }[]>> {
  if (eventIds.length === 0) return new Map();
  const rows = await reader
    .select({ eventId: speakers.eventId, id: speakers.id, name: speakers.name })
    .from(speakers)
    .where(inArray(speakers.eventId, [...eventIds]))
    .orderBy(asc(speakers.position));
  const all = new Map<Id<"event">, { id: Id<"speaker">; name: string }[]>();
  for (const { eventId, ...speaker } of rows) all.set(eventId, [...(all.get(eventId) ?? []), speaker]);
  return all;
}
