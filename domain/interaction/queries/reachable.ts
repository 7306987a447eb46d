import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { admissions } from "@/db/schema/rooms";
import { keptAway } from "@/domain/people/queries/kept-away";
import { isUnproven } from "@/domain/rooms/rules";
import type { Id } from "@/lib/ids";

/** Somebody of this event whose address is proven, for commands that name a person. */
export async function findProven(reader: Reader, eventId: Id<"event">, admissionId: Id<"admission">) {
  const [found] = await reader
    .select({ role: admissions.role, personId: admissions.personId })
    .from(admissions)
    .where(and(eq(admissions.id, admissionId), eq(admissions.eventId, eventId)));
  return found && !isUnproven(found.role) ? found : undefined;
}

type PersonId = Id<"person"> | null;

/** Whether one of the two has blocked the other, or hides from the other's organisation. */
export async function isKeptAway(
  reader: Reader,
  eventId: Id<"event">,
  [one, other]: readonly [PersonId, PersonId],
): Promise<boolean> {
  if (!one || !other) return false;
  const sides = sql`select ${admissions.personId}, ${admissions.organisation} from ${admissions}
    where ${admissions.eventId} = ${eventId} and ${admissions.personId} is not null`;
  const { rows } = await reader.execute(
    sql`select 1 from ${keptAway(sides)} kept
      where (who = ${one} and whom = ${other}) or (who = ${other} and whom = ${one}) limit 1`,
  );
  return rows.length > 0;
}
