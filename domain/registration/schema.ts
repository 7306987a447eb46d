import { z } from "zod";
import { emailAddress, localeName, organisationName, personName, zoneName } from "@/domain/people/schema";
import { csvFormats } from "@/lib/csv/formats";
import { idOf } from "@/lib/ids";

/** A checkbox of a form says "on"; a program says true. */
const ticked = z.union([z.boolean(), z.literal("on").transform(() => true)]).catch(false);

export const listedTo = ["nobody", "participants", "public"] as const;

export const registerInput = z.object({
  eventId: idOf("event"),
  name: personName,
  email: emailAddress,
  organisation: organisationName.default(""),
  talksOptIn: ticked.default(false),
  locale: localeName.default("de"),
  timeZone: zoneName.default("Europe/Berlin"),
});

export const registerAgainInput = z.object({
  eventId: idOf("event"),
  /** The registration that the page was about: its person is meant. */
  registrationId: idOf("registration").optional(),
  /** The cached confirmation knows no registration, only the event that this browser has registered somebody for. */
  afterEventId: idOf("event").optional(),
  locale: localeName.default("de"),
});

export const registrationRef = z.object({ registrationId: idOf("registration") });

/** A form posts every field it shows; what is absent stays as it is. */
export const changeRegistrationInput = z.object({
  registrationId: idOf("registration"),
  name: personName.optional(),
  organisation: organisationName.optional(),
  talksOptIn: ticked.optional(),
  listed: z.enum(listedTo).optional(),
});

export const changeCapacityInput = z.object({
  eventId: idOf("event"),
  /** Seats in all; null or empty means no limit. */
  capacity: z.union([
    z.null(),
    z.literal("").transform(() => null),
    z.coerce.number("whole_number").int("whole_number").min(1, "at_least_one").max(100_000, "too_many"),
  ]),
  waitlist: ticked.optional(),
});

export const promoteInput = z.object({ eventId: idOf("event") });

export const exportRegistrationsInput = z.object({
  eventId: idOf("event"),
  format: z.enum(csvFormats),
  locale: localeName.default("de"),
});

export const registerAtDoorInput = z.object({
  eventId: idOf("event"),
  name: personName,
  email: emailAddress,
});
