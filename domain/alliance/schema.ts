import { z } from "zod";
import { emailAddress, isMailDomain, line, localeName, prose } from "@/domain/people/schema";
import { idOf } from "@/lib/ids";
import { type NetworkLimit, networkLimits } from "@/lib/privacy/retention";
import { eventRoleNames, officeRoles } from "./rules";

export const networkRef = z.object({ networkId: idOf("network") });

/** As pasted from a table or a mail: whatever looks like an address counts. */
export const addMembersInput = networkRef.extend({
  text: z.string("email_required").max(500_000, "too_long"),
});
export const removeMemberInput = networkRef.extend({ email: emailAddress });

/** Both addresses are of one person: the one they have, and the one they have just proven. */
export const carryMembershipInput = networkRef.extend({ fromEmail: emailAddress, toEmail: emailAddress });
export type CarriedAddress = z.output<typeof carryMembershipInput>;

/** `example.org`, also typed as `@example.org` or as an address of it. */
export const memberDomain = z
  .string("required")
  .max(320, "too_long")
  .transform((text) => text.trim().toLowerCase().replace(/^.*@/, "").replace(/\.$/, ""))
  .pipe(z.string().min(1, "required").max(253, "too_long").refine(isMailDomain, "domain_malformed"));
export const memberDomainInput = networkRef.extend({ domain: memberDomain });

const role = z.enum(officeRoles, "unknown_choice");
export const offerRoleInput = networkRef.extend({ email: emailAddress, role, locale: localeName });
export const roleInvitationRef = z.object({ invitationId: idOf("roleInvitation") });
export const roleHolderRef = networkRef.extend({ personId: idOf("person") });
export const changeRoleInput = roleHolderRef.extend({ role });

export const eventRef = z.object({ eventId: idOf("event") });
export const offerEventRoleInput = eventRef.extend({
  email: emailAddress,
  role: z.enum(eventRoleNames, "unknown_choice"),
  locale: localeName,
});
export const eventRoleHolderRef = eventRef.extend({ personId: idOf("person") });
export const copyEventRolesInput = eventRef.extend({ copyIds: z.array(idOf("event")) });

export const changeLookInput = networkRef.extend({
  name: line(100).pipe(z.string().min(2, "required")),
  mark: line(2).pipe(z.string().min(1, "required")),
  colour: z.string("required").regex(/^#[0-9a-f]{6}$/, "unknown_choice"),
  summaryDe: line(600),
  summaryEn: line(600),
  contactEmail: emailAddress,
});

/** A network as whoever runs the installation founds it; its owner says the rest on the office's own pages. */
export const foundNetworkInput = changeLookInput.pick({ name: true, mark: true, colour: true }).extend({
  slug: z
    .string("required")
    .max(60, "too_long")
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "slug_malformed"),
  ownerEmail: emailAddress,
  contactEmail: emailAddress,
  locale: localeName,
  /** Of the alliance, where this is its first network. */
  allianceName: line(100).pipe(z.string().min(2, "required")),
});
export type FoundedNetwork = z.output<typeof foundNetworkInput>;

/** A picture that the door has made of what was brought; null takes it away, none at all leaves it and changes its words. */
export const setLogoInput = networkRef.extend({
  fileId: idOf("file").nullable().optional(),
  alt: line(160).default(""),
});

export const changeLegalTextsInput = networkRef.extend({
  imprintDe: prose(20_000),
  imprintEn: prose(20_000),
  privacyDe: prose(20_000),
  privacyEn: prose(20_000),
  termsDe: prose(20_000),
  termsEn: prose(20_000),
});

/** Empty means as long as everybody may. */
const days = (limit: NetworkLimit) =>
  z.union(
    [
      z.null(),
      z.literal("").transform(() => null),
      z.coerce
        .number("whole_number")
        .int("whole_number")
        .min(networkLimits[limit].least, "too_small")
        .max(networkLimits[limit].most, "too_large"),
    ],
    "whole_number",
  );
export const changeRetentionInput = networkRef.extend({
  keptRegistrations: days("registrations"),
  keptSensitive: days("sensitive"),
  keptChat: days("chat"),
});
