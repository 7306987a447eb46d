import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { lockApart } from "../internal/apart";
import { sideScope } from "../internal/side-scope";
import { storeWish } from "../internal/stored-wish";
import { findSide } from "../queries/sides";
import { takesTalks } from "../rules";
import { stateWishInput } from "../schema/plans";

/** Says of somebody whether one has to, would like to, or will not meet them; the plan is made of it. Nobody else sees it. */
export const stateWish = defineCommand({
  name: "state-wish",
  input: stateWishInput,
  permission: "wish.state",
  load: ({ tx, actor }, { eventId }) => sideScope(tx, actor, eventId),
  run: async (context, { eventId, personId, wish }, { side }) => {
    const { tx } = context;
    const me = side.personId;
    if (!me || !takesTalks(side)) return fail("conflict", "not_opted_in");
    if (me === personId) return fail("invalid", "with_oneself");
    const mine = { eventId, fromPersonId: me, toPersonId: personId, by: "person" as const };
    if (wish === "none") {
      await storeWish(context, mine, null);
      return ok({ personId });
    }
    const isApart = await lockApart(tx, { me, partner: personId, eventId });
    // The same words as for who takes no talks, whatever is wished: a no that is taken would tell that a yes was blocked.
    if (!takesTalks(await findSide(tx, eventId, personId)) || isApart)
      return fail("conflict", "partner_unavailable");
    await storeWish(context, mine, wish);
    return ok({ personId });
  },
});
