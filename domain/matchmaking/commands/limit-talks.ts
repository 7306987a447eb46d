import { talkLimits } from "@/db/schema/matchmaking-plans";
import { defineCommand } from "@/domain/kernel/command";
import { eventScope } from "@/domain/programme/queries";
import { fail, ok } from "@/lib/result";
import { findSide } from "../queries/sides";
import { limitTalksInput } from "../schema/plans";

/** How many talks one person should have and takes in an event, where that differs from everybody's. */
export const limitTalks = defineCommand({
  name: "limit-talks",
  input: limitTalksInput,
  permission: "plan.make",
  load: ({ tx }, { eventId }) => eventScope(tx, eventId),
  run: async ({ tx, emit }, { eventId, personId, min: least, max: most }) => {
    if (!(await findSide(tx, eventId, personId))) return fail("not_found", "missing");
    await tx
      .insert(talkLimits)
      .values({ eventId, personId, least, most })
      .onConflictDoUpdate({ target: [talkLimits.eventId, talkLimits.personId], set: { least, most } });
    await emit({ kind: "plan.changed", payload: { eventId } });
    return ok({ personId });
  },
});
