import { and, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { suggestionStates, suggestions } from "@/db/schema/matchmaking-suggestions";
import type { Id } from "@/lib/ids";
import { inParts } from "@/lib/in-parts";
import type { Seeker } from "./suggestions/population";
import type { Renewed, StoredState, StoredSuggestion } from "./suggestions/renewal";

type EventId = Id<"event">;
type PersonId = Id<"person">;
type Stored = { rows: StoredSuggestion[]; states: StoredState[] };

/** All that is stored of an event's suggestions. */
export async function storedLists(tx: Transaction, eventId: EventId): Promise<Stored> {
  const [rows, states] = [
    await tx
      .select({ personId: suggestions.personId, partnerId: suggestions.partnerId, score: suggestions.score })
      .from(suggestions)
      .where(eq(suggestions.eventId, eventId)),
    await tx
      .select({
        personId: suggestionStates.personId,
        fingerprint: suggestionStates.fingerprint,
        madeAt: suggestionStates.madeAt,
      })
      .from(suggestionStates)
      .where(eq(suggestionStates.eventId, eventId)),
  ];
  return { rows, states };
}

type Storing = {
  eventId: EventId;
  people: readonly Seeker[];
  fingerprints: readonly string[];
  stored: Stored;
  renewed: Renewed;
  now: Date;
};

/** Stores what differs, and gives how many people are gone whose lists went with them. */
export async function storeRenewed(
  tx: Transaction,
  { eventId, people, fingerprints, stored, renewed, now }: Storing,
): Promise<number> {
  const there = new Set(people.map(({ id }) => id));
  const known = new Set([...stored.states, ...stored.rows].map(({ personId }) => personId));
  const gone = [...known].filter((personId) => !there.has(personId));
  const idOf = (index: number): PersonId[] => {
    const one = people[index];
    return one ? [one.id] : [];
  };
  const old = [...renewed.changed.flatMap(idOf), ...gone];
  await inParts(old, (part) =>
    tx.delete(suggestions).where(and(eq(suggestions.eventId, eventId), inArray(suggestions.personId, part))),
  );
  await inParts(gone, (part) =>
    tx
      .delete(suggestionStates)
      .where(and(eq(suggestionStates.eventId, eventId), inArray(suggestionStates.personId, part))),
  );
  const rows = renewed.changed.flatMap((at) =>
    (renewed.lists.of[at] ?? []).flatMap(({ index, score }) =>
      idOf(at).flatMap((personId) =>
        idOf(index).map((partnerId) => ({ eventId, personId, partnerId, score })),
      ),
    ),
  );
  await inParts(rows, (part) => tx.insert(suggestions).values(part));
  const states = renewed.dirty.flatMap((at) =>
    idOf(at).map((personId) => ({ eventId, personId, fingerprint: fingerprints[at] ?? "", madeAt: now })),
  );
  await inParts(states, (part) =>
    tx
      .insert(suggestionStates)
      .values(part)
      .onConflictDoUpdate({
        target: [suggestionStates.eventId, suggestionStates.personId],
        set: { fingerprint: sql`excluded.fingerprint`, madeAt: sql`excluded.made_at` },
      }),
  );
  return gone.length;
}
