import { sql } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";
import { ensurePersonInput } from "../schema";

/**
 * The person of a proven address, made when there is none. Only the system calls it, within a command that has
 * seen the proof. An existing person keeps their own name and organisation.
 */
export const ensurePerson = defineCommand({
  name: "ensure-person",
  input: ensurePersonInput,
  permission: "person.ensure",
  load: async () => ({ networkId: null }),
  run: async ({ tx, now }, input) => {
    const [person] = await tx
      .insert(people)
      .values({ ...input, emailVerified: now })
      .onConflictDoUpdate({ target: people.email, set: { emailVerified: now } })
      // Postgres leaves this number of a row at 0 only when it was inserted.
      .returning({ id: people.id, created: sql<boolean>`xmax = 0` });
    if (!person) throw new Error("the person was neither made nor found");
    return ok({ personId: person.id, created: person.created });
  },
});
