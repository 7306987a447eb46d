import "server-only";
import { and, eq, inArray, or } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { registrations } from "@/db/schema/registration";
import { admissions } from "@/db/schema/rooms";
import { grantsOf } from "@/domain/people/queries";
import { stageRoleOf } from "@/domain/policy";
import type { EventScope } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";
import { type Admission, findPeople, type Person, personNow } from "../internal/admissions";
import type { RoomRole } from "../schema";

/**
 * What the rows grant each of these today, as `findEntrance` does to the one who asks: by a grant, or by a confirmed
 * registration. Missing are those whom nothing lets in any more.
 */
export async function grantedNow(
  reader: Reader,
  event: EventScope,
  admitted: readonly Admission[],
): Promise<Map<Id<"admission">, RoomRole>> {
  if (admitted.length === 0) return new Map();
  const personIds = admitted.flatMap(({ personId }) => personId ?? []);
  const [grants, seated] = [await grantsOf(personIds, reader), await seatedAmong(reader, event, admitted)];
  const granted = ({ personId, registrationId, claimId }: Admission): RoomRole | undefined => {
    const own = personId ? (grants.get(personId) ?? []) : [];
    const staged = personId && stageRoleOf({ type: "person", personId, grants: own, seats: [] }, event);
    if (staged) return staged;
    if (!seated.has(registrationId) && !seated.has(personId)) return undefined;
    if (claimId) return event.membersOnly ? undefined : "unproven";
    return "participant";
  };
  return new Map(
    admitted.flatMap((admission): [Id<"admission">, RoomRole][] => {
      const role = granted(admission);
      return role ? [[admission.id, role]] : [];
    }),
  );
}

/** The confirmed registrations behind these admissions and the people they belong to. */
async function seatedAmong(
  reader: Reader,
  { eventId }: EventScope,
  admitted: readonly Admission[],
): Promise<Set<string | null>> {
  const own = or(
    inArray(
      registrations.id,
      admitted.flatMap(({ registrationId }) => registrationId ?? []),
    ),
    inArray(
      registrations.personId,
      admitted.flatMap(({ personId }) => personId ?? []),
    ),
  );
  const found = await reader
    .select({ id: registrations.id, personId: registrations.personId })
    .from(registrations)
    .where(and(eq(registrations.eventId, eventId), eq(registrations.status, "confirmed"), own));
  const seated = new Set<string | null>(found.flatMap(({ id, personId }) => [id, personId]));
  seated.delete(null);
  return seated;
}

/** Those of these people whom something still lets in, in the roles they have now. */
export async function peopleNow(
  reader: Reader,
  event: EventScope,
  people: readonly Person[],
): Promise<Person[]> {
  const admitted = people.map(({ admission }) => admission);
  const granted = await grantedNow(reader, event, admitted);
  return people.flatMap((person) => {
    const role = granted.get(person.admission.id);
    return role ? [personNow(person, role)] : [];
  });
}

/** The same for ids that LiveKit names; those of other events find nobody. */
export async function findPeopleNow(
  reader: Reader,
  event: EventScope,
  { ids, now }: { ids: readonly Id<"admission">[]; now: Date },
): Promise<Person[]> {
  if (ids.length === 0) return [];
  const named = and(eq(admissions.eventId, event.eventId), inArray(admissions.id, [...ids]));
  return peopleNow(reader, event, await findPeople(reader, named, now));
}
