import { giveUpNetworks } from "@/domain/alliance/commands/give-up-networks";
import { defineCommand } from "@/domain/kernel/command";
import { withinAs } from "@/domain/kernel/within";
import { findPerson } from "@/domain/people/queries";
import { isFreshLogin } from "@/domain/people/queries/fresh-login";
import { fail, ok } from "@/lib/result";
import { erasePersonInput } from "../schema";
import { wipePerson } from "./wipe-person";

/**
 * Erases whoever is signed in, at once and for good, when they have just signed in and typed their own address.
 * Reasons: sign_in_again, input, hand_over_first for the only owner of a network.
 */
export const erasePerson = defineCommand({
  name: "erase-person",
  input: erasePersonInput,
  permission: "person.erase",
  load: async ({ tx, actor }) => {
    const person = actor.type === "person" ? await findPerson(actor.personId, tx) : undefined;
    return person && { networkId: null, ownerIds: [person.id], person };
  },
  run: async (context, { sessionToken, typed }, { person }) => {
    const login = { sessionToken, personId: person.id, now: context.now };
    if (!(await isFreshLogin(login, context.tx))) return fail("forbidden", "sign_in_again");
    if (typed !== person.email) return fail("invalid", "input", { fields: { typed: ["not_your_address"] } });
    const actor = { type: "system", job: "erase-person" } as const;
    // Networks before seats and people: whoever accepts a role holds them in that order too.
    await withinAs({ context, actor }, giveUpNetworks, { personId: person.id });
    const { registrationIds } = await withinAs({ context, actor }, wipePerson, { personId: person.id });
    return ok({ registrationIds });
  },
});
