import { eq } from "drizzle-orm";
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
    const [made] = await tx
      .insert(people)
      .values({ ...input, emailVerified: now })
      .onConflictDoNothing({ target: people.email })
      .returning({ id: people.id });
    if (made) return ok({ personId: made.id, created: true });
    const [known] = await tx
      .select({ id: people.id })
      .from(people)
      .where(eq(people.email, input.email))
      .for("share");
    if (!known) throw new Error("a person vanished between insert and select");
    return ok({ personId: known.id, created: false });
  },
});
