import { z } from "zod";
import { emailAddress, personName } from "@/domain/people/schema";
import { idOf } from "@/lib/ids";

export const closeInput = z.object({ eventId: idOf("event") });

const moment = z.iso.datetime({ offset: true, error: "invalid_time" }).transform((text) => new Date(text));

/** Somebody at the door: by the code they show, or chosen from the list. */
export const checkInInput = z
  .object({
    eventId: idOf("event"),
    code: z.string().max(500, "too_long").optional(),
    registrationId: idOf("registration").optional(),
    /** When it was scanned, if that was before it could be sent. */
    scannedAt: moment.optional(),
  })
  .refine(({ code, registrationId }) => (code === undefined) !== (registrationId === undefined), {
    path: ["code"],
    message: "required",
  });

export const undoCheckInInput = z.object({
  eventId: idOf("event"),
  registrationId: idOf("registration"),
  /** The entry that is meant: a newer one, of another door, stays. */
  at: moment,
});

/** The two fields of somebody who comes without having registered. */
export const walkInInput = z.object({
  eventId: idOf("event"),
  name: personName,
  email: emailAddress,
  scannedAt: moment.optional(),
});
