import { defineCommand } from "@/domain/kernel/command";
import { eventScope } from "@/domain/programme/queries";
import { fail, ok } from "@/lib/result";
import { canBeBroughtTogether } from "../internal/apart";
import { pairOf } from "../internal/pairs";
import { storeWish } from "../internal/stored-wish";
import { findSide } from "../queries/sides";
import { takesTalks } from "../rules";
import { requireTalkInput } from "../schema/plans";

/** An organizer wants two to meet: the plan places that before all others, as if both had said it. A no of one stays a no. */
export const requireTalk = defineCommand({
  name: "require-talk",
  input: requireTalkInput,
  permission: "plan.make",
  load: ({ tx }, { eventId }) => eventScope(tx, eventId),
  run: async (context, { eventId, personIds: [a, b], wanted }) => {
    const { tx, emit } = context;
    if (a === b) return fail("invalid", "with_oneself");
    const { one, other } = pairOf(a, b);
    const whose = { eventId, fromPersonId: one, toPersonId: other, by: "organizer" as const };
    if (wanted === "no") {
      await storeWish(context, whose, null);
      await emit({ kind: "plan.changed", payload: { eventId } });
      return ok({ eventId });
    }
    const sides = [await findSide(tx, eventId, one), await findSide(tx, eventId, other)];
    // One word for all: the desk does not learn who keeps whom away, or will not meet them.
    if (!sides.every(takesTalks) || !(await canBeBroughtTogether(tx, { me: one, partner: other, eventId })))
      return fail("conflict", "partner_unavailable");
    await storeWish(context, whose, "must");
    await emit({ kind: "plan.changed", payload: { eventId } });
    return ok({ eventId });
  },
});
