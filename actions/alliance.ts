"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/auth/form-action";
import { acceptRole } from "@/domain/alliance/commands/accept-role";
import { addMemberDomain } from "@/domain/alliance/commands/add-member-domain";
import { addMembers } from "@/domain/alliance/commands/add-members";
import { changeLegalTexts } from "@/domain/alliance/commands/change-legal-texts";
import { changeLook } from "@/domain/alliance/commands/change-look";
import { changeRetention } from "@/domain/alliance/commands/change-retention";
import { changeRole } from "@/domain/alliance/commands/change-role";
import { leaveEventRole } from "@/domain/alliance/commands/leave-event-role";
import { leaveRole } from "@/domain/alliance/commands/leave-role";
import { offerEventRole } from "@/domain/alliance/commands/offer-event-role";
import { offerRole } from "@/domain/alliance/commands/offer-role";
import { removeMember } from "@/domain/alliance/commands/remove-member";
import { removeMemberDomain } from "@/domain/alliance/commands/remove-member-domain";
import { setLogo } from "@/domain/alliance/commands/set-logo";
import { withdrawEventRole } from "@/domain/alliance/commands/withdraw-event-role";
import { withdrawRole } from "@/domain/alliance/commands/withdraw-role";
import { withdrawRoleOffer } from "@/domain/alliance/commands/withdraw-role-offer";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";

/** Lists the addresses of a pasted text as members. Fields: networkId, text. */
export const addMembersAction = formAction(addMembers, { input: (body) => body });

/** Fields: networkId, email. */
export const removeMemberAction = formAction(removeMember, { input: (body) => body });

/** Fields: networkId, domain. */
export const addMemberDomainAction = formAction(addMemberDomain, { input: (body) => body });

/** Fields: networkId, domain. */
export const removeMemberDomainAction = formAction(removeMemberDomain, { input: (body) => body });

/** Invites an address to a role. Fields: networkId, email, role, locale. */
export const offerRoleAction = formAction(offerRole, { input: (body) => body });

/** Field: invitationId. */
export const withdrawRoleOfferAction = formAction(withdrawRoleOffer, { input: (body) => body });

/**
 * Takes an offered role on; leads to the networks whose office one may open, or to one's tasks in events. Fields:
 * invitationId, locale.
 */
export const acceptRoleAction = formAction(acceptRole, {
  input: (body) => ({ invitationId: body.invitationId }),
  done: ({ eventId }, { locale }) => redirect(href(localeOf(locale), eventId ? "/me#tasks" : "/o")),
});

/** Invites an address to a role in one event. Fields: eventId, email, role, locale. */
export const offerEventRoleAction = formAction(offerEventRole, { input: (body) => body });

/** Fields: eventId, personId. */
export const withdrawEventRoleAction = formAction(withdrawEventRole, { input: (body) => body });

/** Gives up one's own role in an event. Field: eventId. */
export const leaveEventRoleAction = formAction(leaveEventRole, { input: (body) => body });

/** Gives up one's own role in a network's office. Field: networkId. */
export const leaveRoleAction = formAction(leaveRole, { input: (body) => body });

/** Fields: networkId, personId, role. */
export const changeRoleAction = formAction(changeRole, { input: (body) => body });

/** Fields: networkId, personId. */
export const withdrawRoleAction = formAction(withdrawRole, { input: (body) => body });

/** Fields: networkId, name, mark, colour, summaryDe, summaryEn, contactEmail. */
export const changeLookAction = formAction(changeLook, { input: (body) => body });

/** Takes the network's logo away. Field: networkId. */
export const removeLogoAction = formAction(setLogo, {
  input: ({ networkId }) => ({ networkId, fileId: null }),
});

/** Fields: networkId; imprint, privacy and terms, each with De and En. */
export const changeLegalTextsAction = formAction(changeLegalTexts, { input: (body) => body });

/** Fields: networkId, keptRegistrations, keptSensitive, keptChat. */
export const changeRetentionAction = formAction(changeRetention, { input: (body) => body });
