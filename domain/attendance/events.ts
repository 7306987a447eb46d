import { z } from "zod";
import { idOf } from "@/lib/ids";

/** Somebody who runs an event had those reminded who are missing; so many at a time that one fact stays small. */
export const missingReminded = "attendance.reminded";
export const remindedPayload = z.object({
  eventId: idOf("event"),
  registrationIds: z.array(idOf("registration")),
  startsAt: z.iso.datetime(),
});
