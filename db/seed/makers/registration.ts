import type { registrations, seatPlans } from "@/db/schema/registration";
import type { Id } from "@/lib/ids";
import type { PersonRow } from "./people";

export type RegistrationRow = typeof registrations.$inferInsert & {
  id: Id<"registration">;
  eventId: Id<"event">;
  status: "confirmed" | "waiting" | "cancelled";
};
export type SeatPlanRow = typeof seatPlans.$inferInsert;

type RegistrationInput = {
  id: Id<"registration">;
  eventId: Id<"event">;
  person: PersonRow;
  status: RegistrationRow["status"];
  attendance?: RegistrationRow["attendance"];
  /** Order in which people asked, from 1. */
  place: number;
  at: Date;
  /** False while nobody has used the mailed link: then the row belongs to no person yet. */
  proven?: boolean;
  talksOptIn?: boolean;
  listed?: RegistrationRow["listed"];
};

export function registrationRow(input: RegistrationInput): RegistrationRow {
  const { id, eventId, person, status, place, at, proven = true } = input;
  return {
    id,
    eventId,
    status,
    attendance: input.attendance ?? "online",
    place,
    personId: proven ? person.id : null,
    email: person.email,
    name: person.name,
    organisation: person.organisation,
    talksOptIn: input.talksOptIn ?? false,
    listed: input.listed ?? "nobody",
    locale: person.locale ?? "de",
    timeZone: person.timeZone ?? "Europe/Berlin",
    provenAt: proven ? at : null,
    createdAt: at,
    confirmedAt: status === "confirmed" ? at : null,
    cancelledAt: status === "cancelled" ? at : null,
  };
}

/** The seat plan that agrees with these registrations; the counts are counted, never typed. */
export function seatPlanRow(
  eventId: Id<"event">,
  { capacity, onsiteCapacity = null }: { capacity: number | null; onsiteCapacity?: number | null },
  rows: readonly RegistrationRow[],
): SeatPlanRow {
  const count = (status: RegistrationRow["status"], attendance: RegistrationRow["attendance"]) =>
    rows.filter((row) => row.status === status && row.attendance === attendance).length;
  return {
    eventId,
    capacity,
    onsiteCapacity,
    waitlist: true,
    confirmed: count("confirmed", "online"),
    waiting: count("waiting", "online"),
    onsiteConfirmed: count("confirmed", "onsite"),
    onsiteWaiting: count("waiting", "onsite"),
    nextPlace: rows.length + 1,
  };
}
