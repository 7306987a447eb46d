import { and, eq, isNull, or, type SQL } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { admissions } from "@/db/schema/rooms";
import type { Actor } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import type { RoomRole } from "../schema";
import type { Admission } from "./admissions";

/** By what right somebody comes in. `waiting` people have a registration but no seat yet. */
export type Entrance = {
  role: RoomRole;
  waiting: boolean;
  displayName: string;
  organisation: string;
  personId: Id<"person"> | null;
  registrationId: Id<"registration"> | null;
  claimId: Id<"claim"> | null;
};

type Made = Pick<Entrance, "personId" | "registrationId" | "claimId">;

/** Which admission this entrance has made before. A claim never finds the admission of the real person. */
export function admissionMadeBy(eventId: Id<"event">, entrance: Made): SQL | undefined {
  const { personId, registrationId, claimId } = entrance;
  if (!claimId && !personId && !registrationId) return undefined;
  const own = claimId
    ? eq(admissions.claimId, claimId)
    : and(
        isNull(admissions.claimId),
        or(
          personId ? eq(admissions.personId, personId) : undefined,
          registrationId ? eq(admissions.registrationId, registrationId) : undefined,
        ),
      );
  return and(eq(admissions.eventId, eventId), own);
}

/** The admission itself. */
export async function findAdmission(
  reader: Reader,
  eventId: Id<"event">,
  entrance: Made,
): Promise<Admission | undefined> {
  const which = admissionMadeBy(eventId, entrance);
  if (!which) return undefined;
  const [found] = await reader.select().from(admissions).where(which).limit(1);
  return found;
}

/** What an actor can show for an event, before anything is looked up. */
export function credentialsOf(actor: Actor, eventId: Id<"event">) {
  const seats = actor.type === "person" || actor.type === "guest" ? actor.seats : [];
  const here = seats.filter((seat) => seat.eventId === eventId);
  return {
    personId: actor.type === "person" ? actor.personId : null,
    mailed: here.filter((seat) => seat.via === "mail").map((seat) => seat.registrationId),
    claims: here.flatMap((seat) => (seat.claimId && seat.via === "claim" ? [seat.claimId] : [])),
  };
}
