import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";
import { openLoginFor } from "../internal/logins";
import { provenPerson } from "../internal/proven-person";
import { signInProvenInput } from "../schema";

/**
 * Signs in whose address an organisation's own sign-in has proven: the same person whom a mailed link would sign in,
 * with a login of the same kind. Only the door calls it, as the system, with what the provider has said.
 */
export const signInProven = defineCommand({
  name: "sign-in-proven",
  input: signInProvenInput,
  permission: "person.ensure",
  load: async () => ({ networkId: null }),
  run: async (context, said) => {
    const personId = await provenPerson(context, said);
    return ok(await openLoginFor(context.tx, personId, context.now));
  },
});
