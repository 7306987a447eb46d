import "server-only";
import { and, desc, eq, inArray, notInArray, or } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { people } from "@/db/schema/people";
import { registrationClaims, registrations } from "@/db/schema/registration";
import { type Actor, stageRoleOf } from "@/domain/policy";
import type { EventScope } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";
import { credentialsOf, type Entrance } from "../internal/entrance";

/** What was given back or declined opens nothing. */
const isHeld = notInArray(registrations.status, ["cancelled", "declined"]);

/** How this actor may enter an event: by grant, by registration, or merely as a claim. Undefined: not at all. */
export async function findEntrance(
  reader: Reader,
  actor: Actor,
  event: EventScope,
): Promise<Entrance | undefined> {
  const { personId, mailed, claims } = credentialsOf(actor, event.eventId);
  const role = stageRoleOf(actor, event);
  const own = [
    ...(personId ? [eq(registrations.personId, personId)] : []),
    ...(mailed.length > 0 ? [inArray(registrations.id, mailed)] : []),
  ];
  const [seat] =
    own.length === 0
      ? []
      : await reader
          .select()
          .from(registrations)
          .where(and(eq(registrations.eventId, event.eventId), isHeld, or(...own)))
          .orderBy(registrations.status)
          .limit(1);
  if (role && personId) {
    const [person] = await reader.select().from(people).where(eq(people.id, personId));
    const name = person?.name || seat?.name || "";
    const organisation = person?.organisation ?? "";
    const registrationId = seat?.id ?? null;
    return { role, waiting: false, displayName: name, organisation, personId, registrationId, claimId: null };
  }
  if (seat) {
    return {
      role: "participant",
      waiting: seat.status !== "confirmed",
      displayName: seat.name,
      organisation: seat.organisation,
      personId: seat.personId ?? personId,
      registrationId: seat.id,
      claimId: null,
    };
  }
  return event.membersOnly ? undefined : findClaim(reader, claims);
}

/** The newest claim of this browser whose registration still stands. */
async function findClaim(reader: Reader, claims: Id<"claim">[]): Promise<Entrance | undefined> {
  if (claims.length === 0) return undefined;
  const [found] = await reader
    .select({ claim: registrationClaims, status: registrations.status })
    .from(registrationClaims)
    .innerJoin(registrations, eq(registrations.id, registrationClaims.registrationId))
    .where(and(inArray(registrationClaims.id, claims), isHeld))
    .orderBy(desc(registrationClaims.createdAt))
    .limit(1);
  if (!found) return undefined;
  const { claim, status } = found;
  return {
    role: "unproven",
    waiting: status !== "confirmed",
    displayName: claim.name,
    organisation: "",
    personId: null,
    registrationId: claim.registrationId,
    claimId: claim.id,
  };
}
