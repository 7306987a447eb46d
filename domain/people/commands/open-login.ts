import { eq } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";
import { openLoginFor } from "../internal/logins";
import { demoPersonas } from "../labels";
import { personaInput } from "../schema";

/** Signs in a persona of the demo with one click. The door calls it as the system, and only in demo mode. */
export const openLogin = defineCommand({
  name: "open-login",
  input: personaInput,
  permission: "demo.manage",
  load: async ({ tx }, { persona }) => {
    const [person] = await tx.select().from(people).where(eq(people.email, demoPersonas[persona].email));
    return person && { networkId: null, ownerIds: [person.id], person };
  },
  run: async ({ tx, now }, _input, { person }) => ok(await openLoginFor(tx, person.id, now)),
});
