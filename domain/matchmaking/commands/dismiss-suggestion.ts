import { and, eq } from "drizzle-orm";
import { suggestionDismissals } from "@/db/schema/matchmaking-suggestions";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok, type Result } from "@/lib/result";
import { areApart } from "../internal/apart";
import { sideScope } from "../internal/side-scope";
import { takersAmong } from "../queries/relations";
import { dismissSuggestionInput } from "../schema";

type Dismissed = Result<{ dismissed: boolean }, "missing" | "not_opted_in" | "with_oneself">;

/**
 * „Passt nicht“: these two are not suggested to each other in this event any more, until it is taken back. The other one never
 * hears of it, and can still ask. Whoever can't be found among people to talk to looks like nobody.
 */
export const dismissSuggestion = defineCommand({
  name: "dismiss-suggestion",
  input: dismissSuggestionInput,
  permission: "suggestion.dismiss",
  load: ({ tx, actor }, { eventId }) => sideScope(tx, actor, eventId),
  run: async ({ tx, now }, { eventId, personId: partner, reason }, { side }): Promise<Dismissed> => {
    const { personId: me } = side;
    if (!me || !(await takersAmong(tx, eventId, [me])).has(me)) return fail("conflict", "not_opted_in");
    if (me === partner) return fail("invalid", "with_oneself");
    if (reason === "undo") {
      const pair = [eq(suggestionDismissals.personId, me), eq(suggestionDismissals.dismissedId, partner)];
      await tx.delete(suggestionDismissals).where(and(eq(suggestionDismissals.eventId, eventId), ...pair));
      return ok({ dismissed: false });
    }
    const isThere = (await takersAmong(tx, eventId, [partner])).has(partner);
    if (!isThere || (await areApart(tx, { me, partner, eventId }))) return fail("not_found", "missing");
    await tx
      .insert(suggestionDismissals)
      .values({ eventId, personId: me, dismissedId: partner, reason, createdAt: now })
      .onConflictDoUpdate({
        target: [
          suggestionDismissals.eventId,
          suggestionDismissals.personId,
          suggestionDismissals.dismissedId,
        ],
        set: { reason },
      });
    return ok({ dismissed: true });
  },
});
