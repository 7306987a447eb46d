import { eq } from "drizzle-orm";
import { registrations } from "@/db/schema/registration";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { lockRegistration } from "../internal/load-registration";
import { changeRegistrationInput } from "../schema";

/**
 * Changes what a person said of themselves for one event: name, organisation, talks, and who may see them there.
 * Only whoever proved the address can. Reason: registration_cancelled.
 */
export const changeRegistration = defineCommand({
  name: "change-registration",
  input: changeRegistrationInput,
  permission: "registration.update",
  load: ({ tx }, { registrationId }) => lockRegistration(tx, registrationId),
  run: async ({ tx, emit }, { registrationId, ...changes }, { row, event }) => {
    if (row.status === "cancelled") return fail("conflict", "registration_cancelled");
    const said = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    if (Object.keys(said).length > 0) {
      await tx.update(registrations).set(said).where(eq(registrations.id, registrationId));
      await emit({ kind: "registration.changed", payload: { registrationId, eventId: event.eventId } });
    }
    return ok({ registrationId, eventId: event.eventId, eventSlug: event.slug });
  },
});
