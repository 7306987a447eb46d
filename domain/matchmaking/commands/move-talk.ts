import { eq } from "drizzle-orm";
import { plannedTalks } from "@/db/schema/matchmaking-plans";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { nextDraft, noteChange } from "../internal/draft";
import { draftTalk, withDraft } from "../internal/draft-talk";
import { planScope } from "../internal/plan-scope";
import { matrixFrom } from "../queries/plan-matrix";
import { movesOf } from "../rules/moves";
import { moveTalkInput } from "../schema/plans";

/** Puts a talk of the plan somewhere else in the draft, or takes it out of its time. A refusal says what is in the way. */
export const moveTalk = defineCommand({
  name: "move-talk",
  input: moveTalkInput,
  permission: "plan.make",
  load: ({ tx }, { eventId }) => planScope(tx, eventId),
  run: async (context, { eventId, talkId, slot, table }) => {
    const { tx, now, emit } = context;
    const basis = await withDraft(context, eventId);
    if (!basis) return fail("conflict", "no_talks");
    const talk = draftTalk(basis, talkId);
    const move = movesOf(await matrixFrom(tx, basis), talk?.id ?? talkId, now);
    const spot = move(slot ?? null, table);
    if ("reason" in spot) {
      const { reason, ...details } = spot;
      return fail("conflict", reason, { details });
    }
    if (!talk) return fail("conflict", "unknownTalk");
    await noteChange(context, talk);
    const startsAt = slot === undefined ? null : (basis.slots[slot]?.startsAt ?? null);
    await tx
      .update(plannedTalks)
      .set({ startsAt, tableNumber: spot.table })
      .where(eq(plannedTalks.id, talk.id));
    const version = await nextDraft(tx, eventId);
    await emit({ kind: "plan.changed", payload: { eventId } });
    return ok({ talkId: talk.id, version });
  },
});
