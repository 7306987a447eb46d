import { and, eq } from "drizzle-orm";
import { talkWishes } from "@/db/schema/matchmaking-plans";
import { defineCommand } from "@/domain/kernel/command";
import { eventScope } from "@/domain/programme/queries";
import { fail, ok } from "@/lib/result";
import { canBeBroughtTogether } from "../internal/apart";
import { pairOf } from "../internal/pairs";
import { findSide } from "../queries/sides";
import { takesTalks } from "../rules";
import { requireTalkInput } from "../schema";

/** An organizer wants two to meet: the plan places that before all others, as if both had said it. A no of one stays a no. */
export const requireTalk = defineCommand({
  name: "require-talk",
  input: requireTalkInput,
  permission: "plan.make",
  load: ({ tx }, { eventId }) => eventScope(tx, eventId),
  run: async ({ tx, now }, { eventId, personIds: [a, b], wanted }) => {
    if (a === b) return fail("invalid", "with_oneself");
    const { one, other } = pairOf(a, b);
    const wish = { eventId, fromPersonId: one, toPersonId: other, by: "organizer" as const };
    if (wanted === "no") {
      await tx
        .delete(talkWishes)
        .where(
          and(
            eq(talkWishes.eventId, eventId),
            eq(talkWishes.fromPersonId, one),
            eq(talkWishes.toPersonId, other),
            eq(talkWishes.by, "organizer"),
          ),
        );
      return ok({ eventId });
    }
    const sides = [await findSide(tx, eventId, one), await findSide(tx, eventId, other)];
    // One word for all: the desk does not learn who keeps whom away, or will not meet them.
    if (!sides.every(takesTalks) || !(await canBeBroughtTogether(tx, { me: one, partner: other, eventId })))
      return fail("conflict", "partner_unavailable");
    await tx
      .insert(talkWishes)
      .values({ ...wish, wish: "must", createdAt: now })
      .onConflictDoNothing();
    return ok({ eventId });
  },
});
