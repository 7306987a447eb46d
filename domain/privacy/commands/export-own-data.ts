import { defineCommand } from "@/domain/kernel/command";
import { isFreshLogin } from "@/domain/people/queries/fresh-login";
import { fail, ok } from "@/lib/result";
import { exportOwnDataInput } from "../schema";

/**
 * Writes down that somebody takes a copy of their data away; the door then reads it. Nobody else's, whatever is asked.
 * Reason: sign_in_again, because a browser left open must not give everything away.
 */
export const exportOwnData = defineCommand({
  name: "export-own-data",
  input: exportOwnDataInput,
  permission: "person.export",
  load: async ({ actor }) =>
    actor.type === "person"
      ? { networkId: null, ownerIds: [actor.personId], personId: actor.personId }
      : undefined,
  run: async ({ tx, now }, { sessionToken }, { personId }) =>
    (await isFreshLogin({ sessionToken, personId, now }, tx))
      ? ok({ personId })
      : fail("forbidden", "sign_in_again"),
});
