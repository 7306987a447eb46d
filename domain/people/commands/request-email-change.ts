import { and, count, eq, gt, or } from "drizzle-orm";
import { emailChanges } from "@/db/schema/people";
import { defineCommand } from "@/domain/kernel/command";
import { inTurn } from "@/domain/kernel/turns";
import { newId } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { emailChangeRequested } from "../events";
import { findPerson } from "../queries";
import { isFreshLogin } from "../queries/fresh-login";
import { CODES_AT_ONCE, CODES_WINDOW_SECONDS, EMAIL_CHANGE_SECONDS } from "../rules";
import { requestEmailChangeInput } from "../schema";

/**
 * Owes a new address a mail whose link proves it. An address that is somebody's already gets the same answer and the same
 * mail, so this tells nobody who is here. Reasons: sign_in_again, rate_limited.
 */
export const requestEmailChange = defineCommand({
  name: "request-email-change",
  input: requestEmailChangeInput,
  permission: "person.update",
  load: async ({ tx, actor }, { email }) => {
    // Wishes for one address take turns, or a burst of them would all count the same few mails.
    await inTurn(tx, "sign-in", email);
    const person = actor.type === "person" ? await findPerson(actor.personId, tx) : undefined;
    return person && { networkId: null, ownerIds: [person.id], person };
  },
  run: async ({ tx, now, emit }, { sessionToken, email, locale }, { person }) => {
    if (!(await isFreshLogin({ sessionToken, personId: person.id, now }, tx)))
      return fail("forbidden", "sign_in_again");
    if (email === person.email) return fail("invalid", "input", { fields: { email: ["same_address"] } });
    const since = new Date(now.getTime() - CODES_WINDOW_SECONDS * 1000);
    const [sent] = await tx
      .select({ mails: count() })
      .from(emailChanges)
      .where(
        and(
          gt(emailChanges.createdAt, since),
          or(eq(emailChanges.toEmail, email), eq(emailChanges.personId, person.id)),
        ),
      );
    if ((sent?.mails ?? 0) >= CODES_AT_ONCE) return fail("unavailable", "rate_limited");
    const id = newId("emailChange");
    const expiresAt = new Date(now.getTime() + EMAIL_CHANGE_SECONDS * 1000);
    const wish = { personId: person.id, fromEmail: person.email, toEmail: email, locale };
    await tx.insert(emailChanges).values({ ...wish, id, expiresAt, createdAt: now });
    await emit({ kind: emailChangeRequested, payload: { changeId: id } });
    return ok({ sent: true });
  },
});
