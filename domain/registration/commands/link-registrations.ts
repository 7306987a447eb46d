import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { registrations } from "@/db/schema/registration";
import { defineCommand } from "@/domain/kernel/command";
import { findPerson } from "@/domain/people/queries";
import { idOf } from "@/lib/ids";
import { ok } from "@/lib/result";
import { tellProven } from "../internal/admission";

/** After a sign-in: registrations of the person's proven address become theirs. */
export const linkRegistrations = defineCommand({
  name: "link-registrations",
  input: z.object({ personId: idOf("person") }),
  permission: "registration.prove",
  load: async ({ tx }, { personId }) => {
    const person = await findPerson(personId, tx);
    return person && { networkId: null, ownerIds: [person.id], person };
  },
  run: async (context, _input, { person }) => {
    const { tx, now } = context;
    const linked = await tx
      .update(registrations)
      .set({ personId: person.id, provenAt: now })
      .where(and(eq(registrations.email, person.email), isNull(registrations.personId)))
      .returning({
        id: registrations.id,
        eventId: registrations.eventId,
        status: registrations.status,
      });
    for (const row of linked) await tellProven(context, row);
    return ok({ linked: linked.length });
  },
});
