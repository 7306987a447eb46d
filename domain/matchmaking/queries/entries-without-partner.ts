import "server-only";
import { and, asc, eq, inArray, isNull, ne, notExists, or, type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { entries, entryContacts } from "@/db/schema/board";
import { meetingRequests } from "@/db/schema/matchmaking";
import type { Id } from "@/lib/ids";

type Asked = {
  seriesId: Id<"series">;
  /** Entries for the whole series, and those for this event alone; without it those of all its events. */
  eventId?: Id<"event">;
  /** Networks whose offices the reader belongs to. */
  own: readonly Id<"network">[];
};
export type EntriesWithoutPartner = {
  /** Entries that the reader's offices answer for. */
  own: { entryId: Id<"entry">; title: string }[];
  /** How many others there are, without those that only a network's own people read. */
  others: number;
};

/** Nobody has talked about it, and nobody who offered help was told yes. */
function hasNoPartner(reader: Reader): SQL | undefined {
  const agreed = reader
    .select({ id: entryContacts.id })
    .from(entryContacts)
    .where(and(eq(entryContacts.entryId, entries.id), eq(entryContacts.state, "agreed")));
  const accepted = reader
    .select({ id: meetingRequests.id })
    .from(meetingRequests)
    .where(
      and(
        eq(meetingRequests.entryId, entries.id),
        or(
          eq(meetingRequests.status, "accepted"),
          // Other times that were accepted in its place.
          sql`exists (select 1 from meeting_requests c where c.counter_of = ${meetingRequests.id} and c.status = 'accepted')`,
        ),
      ),
    );
  return and(notExists(agreed), notExists(accepted));
}

/** Needs and requests on the board of a series that are open and without a partner. The caller has authorised. */
export async function entriesWithoutPartner(
  reader: Reader,
  { seriesId, eventId, own }: Asked,
): Promise<EntriesWithoutPartner> {
  const isWaiting = and(
    eq(entries.seriesId, seriesId),
    eventId && or(isNull(entries.eventId), eq(entries.eventId, eventId)),
    inArray(entries.kind, ["need", "request"]),
    ne(entries.state, "solved"),
    isNull(entries.hiddenAt),
    hasNoPartner(reader),
  );
  const rows = await reader
    .select({
      entryId: entries.id,
      title: entries.title,
      networkId: entries.networkId,
      audience: entries.audience,
    })
    .from(entries)
    .where(isWaiting)
    .orderBy(asc(entries.title), asc(entries.id));
  const isOwn = (row: (typeof rows)[number]) => own.includes(row.networkId);
  return {
    own: rows.filter(isOwn).map(({ entryId, title }) => ({ entryId, title })),
    others: rows.filter((row) => !isOwn(row) && row.audience !== "network").length,
  };
}
