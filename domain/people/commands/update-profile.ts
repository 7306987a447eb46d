import { eq } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";
import { updateProfileInput } from "../schema";

/** Name, organisation, language and zone of the person who is signed in; nobody else's, whatever the form says. */
export const updateProfile = defineCommand({
  name: "update-profile",
  input: updateProfileInput,
  permission: "person.update",
  load: async ({ actor }) =>
    actor.type === "person" ? { networkId: null, ownerIds: [actor.personId], id: actor.personId } : undefined,
  run: async ({ tx }, input, { id }) => {
    await tx.update(people).set(input).where(eq(people.id, id));
    return ok({ personId: id });
  },
});
