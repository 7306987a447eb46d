import { z } from "zod";
import { idOf } from "@/lib/ids";

/** What can happen to a registration. Payloads hold ids only: whoever needs a name reads the row. */
export const registrationFacts = [
  "registration.confirmed",
  "registration.waiting",
  "registration.promoted",
  "registration.cancelled",
  "registration.repeated",
  "registration.changed",
  /** A free seat is held for who waited longest. */
  "registration.offered",
  /** Nobody took the offer in time. */
  "registration.expired",
  /** The office has to decide. */
  "registration.pending",
  "registration.declined",
  /** Whoever asked or waits has proven the address: what the rules say of them may be more now. */
  "registration.proven",
  /** From online to on site, or back. */
  "registration.switched",
] as const;
export type RegistrationFact = (typeof registrationFacts)[number];

export const registrationPayload = z.object({ registrationId: idOf("registration"), eventId: idOf("event") });

/** Somebody wants invitations mailed; the rows say which. */
export const invitationsMailed = "invitations.mailed";
