import { z } from "zod";
import { emailAddress, localeName } from "@/domain/people/schema";
import { idOf } from "@/lib/ids";
import { officeRoles } from "./rules";

export const networkRef = z.object({ networkId: idOf("network") });

/** As pasted from a table or a mail: whatever looks like an address counts. */
export const addMembersInput = networkRef.extend({
  text: z.string("email_required").max(500_000, "too_long"),
});
export const removeMemberInput = networkRef.extend({ email: emailAddress });

/** `example.org`, also typed as `@example.org` or as an address of it. */
export const memberDomain = z
  .string("required")
  .max(320, "too_long")
  .transform((text) => text.trim().toLowerCase().replace(/^.*@/, "").replace(/\.$/, ""))
  .pipe(
    z
      .string()
      .min(1, "required")
      .max(253, "too_long")
      .regex(
        /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/,
        "domain_malformed",
      ),
  );
export const memberDomainInput = networkRef.extend({ domain: memberDomain });

const role = z.enum(officeRoles, "unknown_choice");
export const offerRoleInput = networkRef.extend({ email: emailAddress, role, locale: localeName });
export const roleInvitationRef = z.object({ invitationId: idOf("roleInvitation") });
export const roleHolderRef = networkRef.extend({ personId: idOf("person") });
export const changeRoleInput = roleHolderRef.extend({ role });
