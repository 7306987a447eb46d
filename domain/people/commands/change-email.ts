import { eq } from "drizzle-orm";
import { emailChanges, logins, people, signInCodes, verificationTokens } from "@/db/schema/people";
import { defineCommand } from "@/domain/kernel/command";
import { type Failure, fail, ok } from "@/lib/result";
import { emailChanged } from "../events";
import { holdOpenEmailChange } from "../queries/email-changes";
import { emailChangeRef } from "../schema";

const taken: Failure<"address_taken"> = { kind: "conflict", reason: "address_taken" };

/**
 * Moves a person to the address whose mail they have opened. Works once, and only from the address that it was asked
 * from. Every login is over, and nothing mailed to the old address signs in any more. Reason: address_taken, which only
 * the owner of that address can hear.
 */
export const changeEmail = defineCommand({
  name: "change-email",
  input: emailChangeRef,
  permission: "person.ensure",
  load: async ({ tx, now }, { changeId }) => {
    const change = await holdOpenEmailChange({ changeId, now }, tx);
    return change && { networkId: null, change };
  },
  run: async ({ tx, now, emit }, { changeId }, { change }) => {
    const { personId, fromEmail, toEmail } = change;
    const [known] = await tx.select({ id: people.id }).from(people).where(eq(people.email, toEmail));
    if (known) return fail(taken.kind, taken.reason);
    await tx.update(people).set({ email: toEmail, emailVerified: now }).where(eq(people.id, personId));
    await tx.update(emailChanges).set({ usedAt: now }).where(eq(emailChanges.id, changeId));
    await tx.delete(logins).where(eq(logins.userId, personId));
    await tx.delete(signInCodes).where(eq(signInCodes.email, fromEmail));
    await tx.delete(verificationTokens).where(eq(verificationTokens.identifier, fromEmail));
    await emit({ kind: emailChanged, payload: { changeId } });
    return ok({ personId, fromEmail, toEmail });
  },
  onConstraint: { people_one_per_email: taken },
});
