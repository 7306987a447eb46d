import { eq } from "drizzle-orm";
import { registrations } from "@/db/schema/registration";
import { defineCommand } from "@/domain/kernel/command";
import { withinAs } from "@/domain/kernel/within";
import { ensurePerson } from "@/domain/people/commands/ensure-person";
import { ok } from "@/lib/result";
import { tellProven } from "../internal/admission";
import { lockRegistration } from "../internal/load-registration";
import { registrationRef } from "../schema";

/**
 * Binds a registration to the person of its address. Called at the first thing somebody does who holds the mailed
 * link: from then on the registration counts as proven. Doing it again changes nothing.
 */
export const proveRegistration = defineCommand({
  name: "prove-registration",
  input: registrationRef,
  permission: "registration.prove",
  load: ({ tx }, { registrationId }) => lockRegistration(tx, registrationId),
  run: async (context, { registrationId }, { row, event }) => {
    const answer = { registrationId, eventId: event.eventId, eventSlug: event.slug };
    // Also of who was proven before: a stranger may have asked anew in their name since, and now they act themselves.
    await tellProven(context, row);
    if (row.provenAt && row.personId) return ok({ ...answer, personId: row.personId });
    const { email, name, organisation, locale, timeZone } = row;
    const { personId } = await withinAs(
      { context, actor: { type: "system", job: "prove-registration" } },
      ensurePerson,
      { email, name, organisation, locale, timeZone },
    );
    await context.tx
      .update(registrations)
      .set({ personId, provenAt: row.provenAt ?? context.now })
      .where(eq(registrations.id, registrationId));
    return ok({ ...answer, personId });
  },
});
