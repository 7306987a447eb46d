"use server";

import { formAction } from "@/auth/form-action";
import { columnsIn, readImport } from "@/auth/import-action";
import { pickedIn } from "@/auth/picked-body";
import { addRegistration } from "@/domain/registration/commands/add-registration";
import { approveRegistration } from "@/domain/registration/commands/approve-registration";
import { cancelRegistration } from "@/domain/registration/commands/cancel-registration";
import { cancelRegistrations } from "@/domain/registration/commands/cancel-registrations";
import { changeCapacity } from "@/domain/registration/commands/change-capacity";
import { changeSeatRules } from "@/domain/registration/commands/change-seat-rules";
import { createInvitation } from "@/domain/registration/commands/create-invitation";
import { decideRegistrations } from "@/domain/registration/commands/decide-registrations";
import { declineRegistration } from "@/domain/registration/commands/decline-registration";
import { importRegistrations } from "@/domain/registration/commands/import-registrations";
import { invitePeople } from "@/domain/registration/commands/invite-people";
import { resendInvitation } from "@/domain/registration/commands/resend-invitation";
import { revokeInvitation } from "@/domain/registration/commands/revoke-invitation";
import { tagRegistrations } from "@/domain/registration/commands/tag-registrations";
import type { ImportState } from "@/domain/registration/queries/import-preview";

/** Sets the seats of an event; new ones go to those who wait. Fields: eventId, capacity, onsiteCapacity, waitlist. */
export const changeCapacityAction = formAction(changeCapacity, {
  // A box that is not ticked is not posted; on this form its absence means no.
  input: (body) => ({ ...body, waitlist: body.waitlist === "on" }),
});

/** Sets how seats are given. Fields: eventId, confirmDomains, offerHours, switchHours, and the boxes below. */
export const changeSeatRulesAction = formAction(changeSeatRules, {
  // Boxes that are not ticked are not posted; on this form their absence means no.
  input: (body) => ({
    ...body,
    approval: body.approval === "on",
    confirmMembers: body.confirmMembers === "on",
    membersFirst: body.membersFirst === "on",
    invitedFirst: body.invitedFirst === "on",
    invitationOnly: body.invitationOnly === "on",
  }),
});

/** Says yes to a request. Field: registrationId. */
export const approveRegistrationAction = formAction(approveRegistration, {
  input: (body) => ({ registrationId: body.registrationId }),
});

/** Says no to a request. Field: registrationId. */
export const declineRegistrationAction = formAction(declineRegistration, {
  input: (body) => ({ registrationId: body.registrationId }),
});

/** Makes a code that lets people in. Fields: eventId, label, maxUses, expiresLocal. */
export const createInvitationAction = formAction(createInvitation, { input: (body) => body });

/** Invites a pasted list of addresses by mail. Fields: eventId, text, locale. */
export const invitePeopleAction = formAction(invitePeople, {
  input: ({ eventId, text, locale }) => ({ eventId, text, locale }),
});

/** Mails such an invitation once more. Field: invitationId. */
export const resendInvitationAction = formAction(resendInvitation, {
  input: (body) => ({ invitationId: body.invitationId }),
});

/** Ends such a code. Field: invitationId. */
export const revokeInvitationAction = formAction(revokeInvitation, {
  input: (body) => ({ invitationId: body.invitationId }),
});

/** Takes a person off the list, as their organizer. Field: registrationId. */
export const cancelRegistrationAction = formAction(cancelRegistration, {
  input: (body) => ({ registrationId: body.registrationId }),
});

/** Takes those ticked off the list. Fields: eventId, registrationIds; or everyone, with `choice.*` of the list. */
export const cancelRegistrationsAction = formAction(cancelRegistrations, { input: pickedIn });

/** Says yes to those ticked who ask. Fields: as above. */
export const approveRegistrationsAction = formAction(decideRegistrations, {
  input: (body) => ({ ...pickedIn(body), decision: "approve" }),
});

/** Says no to those ticked who ask. Fields: as above. */
export const declineRegistrationsAction = formAction(decideRegistrations, {
  input: (body) => ({ ...pickedIn(body), decision: "decline" }),
});

/** Gives those ticked one of the office's own words, or takes it. Fields: as above, and tag, change. */
export const tagRegistrationsAction = formAction(tagRegistrations, {
  input: (body) => ({ ...pickedIn(body), tag: body.tag, change: body.change }),
});

/** Puts somebody on the list by hand. Fields as in `addRegistrationInput`. */
export const addRegistrationAction = formAction(addRegistration, { input: (body) => body });

/** Says what a file would do; changes nothing. Fields: eventId, file or text, delimiter, readDelimiter, `columns.*`. */
export const readImportAction = async (state: ImportState, form: FormData): Promise<ImportState> =>
  readImport(state, form);

/** Reads a file into the list. Fields: eventId, text, delimiter, `columns.*`. */
export const importRegistrationsAction = formAction(importRegistrations, {
  input: (body) => ({
    eventId: body.eventId,
    text: body.text,
    delimiter: body.delimiter,
    columns: columnsIn(body),
  }),
});
