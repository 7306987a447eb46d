import "server-only";
import { and, eq, exists, lt } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { suggestionDismissals, suggestionStates } from "@/db/schema/matchmaking-suggestions";
import { events } from "@/db/schema/programme";
import { isKeptNoLonger } from "@/domain/programme/queries/forgettable";
import type { Id } from "@/lib/ids";

type Forgettable = { over: Id<"event">[]; old: Id<"event">[] };

/** Events that are over and still have lists, and those whose talks are kept no longer and which still know who did not fit. */
export async function forgettableSuggestions(
  reader: Reader,
  { now, limit }: { now: Date; limit: number },
): Promise<Forgettable> {
  const [over, old] = [
    await reader
      .select({ id: events.id })
      .from(events)
      .where(
        and(
          lt(events.endsAt, now),
          exists(
            reader
              .select({ id: suggestionStates.eventId })
              .from(suggestionStates)
              .where(eq(suggestionStates.eventId, events.id)),
          ),
        ),
      )
      .limit(limit),
    await reader
      .select({ id: events.id })
      .from(events)
      .where(
        and(
          isKeptNoLonger("talks", now),
          exists(
            reader
              .select({ id: suggestionDismissals.eventId })
              .from(suggestionDismissals)
              .where(eq(suggestionDismissals.eventId, events.id)),
          ),
        ),
      )
      .limit(limit),
  ];
  return { over: over.map(({ id }) => id), old: old.map(({ id }) => id) };
}
