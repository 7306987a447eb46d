"use server";

import { formAction } from "@/auth/form-action";
import { cancelRegistration } from "@/domain/registration/commands/cancel-registration";
import { changeCapacity } from "@/domain/registration/commands/change-capacity";

/** Sets the seats of an event; new ones go to those who wait. Fields: eventId, capacity, waitlist. */
export const changeCapacityAction = formAction(changeCapacity, {
  // A box that is not ticked is not posted; on this form its absence means no.
  input: (body) => ({ ...body, waitlist: body.waitlist === "on" }),
});

/** Takes a person off the list, as their organizer. Field: registrationId. */
export const cancelRegistrationAction = formAction(cancelRegistration, {
  input: (body) => ({ registrationId: body.registrationId }),
});
