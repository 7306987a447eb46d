import "server-only";
import { and, eq, gt, inArray, ne, or, type SQL, sql } from "drizzle-orm";
import { alias, type PgColumn } from "drizzle-orm/pg-core";
import type { Reader } from "@/db/client";
import { meetingPeople, meetingRequests } from "@/db/schema/matchmaking";
import { suggestionDismissals } from "@/db/schema/matchmaking-suggestions";
import { registrations } from "@/db/schema/registration";
import { keptAway } from "@/domain/people/queries/kept-away";
import type { Id } from "@/lib/ids";
import { takingTalks } from "./sides";

type PersonId = Id<"person">;
type Pair = { who: PersonId; whom: PersonId };
/** Of one person and whomever, or of all these people among themselves. */
type Asked = { eventId: Id<"event"> } & ({ me: PersonId } | { among: readonly PersonId[] });

/** That a row is about who is asked for. Thousands of people are one value, which the database looks up by hash. */
function concerns(of: Asked, who: PgColumn | SQL, whom: PgColumn | SQL): SQL {
  if ("me" in of) return sql`(${who} = ${of.me} or ${whom} = ${of.me})`;
  const among = sql.param([...of.among]);
  return sql`(${who} = any(${among}::text[]) and ${whom} = any(${among}::text[]))`;
}

const [who, whom] = [sql<PersonId>`kept.who`, sql<PersonId>`kept.whom`];

/** Who keeps away from whom among the people of an event. */
export function keptAwayIn(reader: Reader, of: Asked): Promise<Pair[]> {
  const sides = sql`select ${registrations.personId} as person_id, ${registrations.organisation} as organisation
    from ${registrations} where ${registrations.eventId} = ${of.eventId}`;
  return reader
    .select({ who, whom })
    .from(sql`${keptAway(sides)} kept`)
    .where(and(sql`${who} <> ${whom}`, concerns(of, who, whom)));
}

const [asker, asked] = [meetingRequests.fromPersonId, meetingRequests.toPersonId];

/** Asked and waiting for an answer, or declined, in this event. */
const askedIn = (reader: Reader, of: Asked, now: Date): Promise<Pair[]> =>
  reader
    .select({ who: asker, whom: asked })
    .from(meetingRequests)
    .where(
      and(
        eq(meetingRequests.eventId, of.eventId),
        or(
          eq(meetingRequests.status, "declined"),
          and(eq(meetingRequests.status, "requested"), gt(meetingRequests.expiresAt, now)),
        ),
        concerns(of, asker, asked),
      ),
    );

const other = alias(meetingPeople, "other_side");

/** Who has talked, or will, in whatever event. */
const metBy = (reader: Reader, of: Asked): Promise<Pair[]> =>
  reader
    .select({ who: meetingPeople.personId, whom: other.personId })
    .from(meetingPeople)
    .innerJoin(
      other,
      and(eq(other.meetingId, meetingPeople.meetingId), ne(other.personId, meetingPeople.personId)),
    )
    .where(
      and(
        eq(meetingPeople.status, "accepted"),
        "me" in of ? eq(meetingPeople.personId, of.me) : concerns(of, meetingPeople.personId, other.personId),
      ),
    );

/** Who said of whom in this event that they do not fit. */
export const dismissedIn = (reader: Reader, of: Asked): Promise<Pair[]> =>
  reader
    .select({ who: suggestionDismissals.personId, whom: suggestionDismissals.dismissedId })
    .from(suggestionDismissals)
    .where(
      and(
        eq(suggestionDismissals.eventId, of.eventId),
        concerns(of, suggestionDismissals.personId, suggestionDismissals.dismissedId),
      ),
    );

type Relations = ReadonlyMap<PersonId, ReadonlySet<PersonId>>;

/**
 * Who is not suggested to whom, the same both ways: kept away, asked, declined, met, or said not to fit.
 */
export async function relationsIn(reader: Reader, of: Asked, now: Date): Promise<Relations> {
  const pairs = [
    await keptAwayIn(reader, of),
    await askedIn(reader, of, now),
    await metBy(reader, of),
    await dismissedIn(reader, of),
  ].flat();
  const relations = new Map<PersonId, Set<PersonId>>();
  const note = (one: PersonId, two: PersonId) =>
    relations.set(one, (relations.get(one) ?? new Set<PersonId>()).add(two));
  for (const pair of pairs) {
    note(pair.who, pair.whom);
    note(pair.whom, pair.who);
  }
  return relations;
}

/** Those of these people who take talks in the event. */
export async function takersAmong(
  reader: Reader,
  eventId: Id<"event">,
  ids: readonly PersonId[],
): Promise<ReadonlySet<PersonId>> {
  if (ids.length === 0) return new Set();
  const rows = await reader
    .select({ personId: registrations.personId })
    .from(registrations)
    .where(and(takingTalks(eventId), inArray(registrations.personId, [...ids])));
  return new Set(rows.flatMap(({ personId }) => personId ?? []));
}
