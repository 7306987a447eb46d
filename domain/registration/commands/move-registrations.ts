import { and, eq, notExists } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import { registrations } from "@/db/schema/registration";
import { defineCommand } from "@/domain/kernel/command";
import { emailAddress } from "@/domain/people/schema";
import { idOf } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { isAhead } from "../queries/of-person";

/**
 * Lets mails about a person's registrations go to their new address. What is over keeps the address that it was made with,
 * and so does one beside which the new address is registered already. Reason: try_again.
 */
export const moveRegistrations = defineCommand({
  name: "move-registrations",
  input: z.object({ personId: idOf("person"), fromEmail: emailAddress, toEmail: emailAddress }),
  permission: "person.ensure",
  load: async () => ({ networkId: null }),
  run: async ({ tx, now }, { personId, fromEmail, toEmail }) => {
    const other = alias(registrations, "other");
    const beside = tx
      .select({ id: other.id })
      .from(other)
      .where(and(eq(other.eventId, registrations.eventId), eq(other.email, toEmail)));
    const moved = await tx
      .update(registrations)
      .set({ email: toEmail })
      .where(
        and(
          eq(registrations.personId, personId),
          eq(registrations.email, fromEmail),
          isAhead(now),
          notExists(beside),
        ),
      );
    return ok({ moved: moved.rowCount ?? 0 });
  },
  onConstraint: { registrations_one_per_email: fail("unavailable", "try_again").failure },
});
