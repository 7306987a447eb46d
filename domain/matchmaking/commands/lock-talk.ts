import { eq } from "drizzle-orm";
import { meetingPlans, plannedTalks } from "@/db/schema/matchmaking-plans";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { keepAlong, nextDraft, noteChange } from "../internal/draft";
import { draftTalk } from "../internal/draft-talk";
import { planScope } from "../internal/plan-scope";
import { planBasis } from "../queries/plan-basis";
import { lockTalkInput } from "../schema/plans";

/** Holds a talk of the plan where it is, or lets it go again. It needs no publishing, because nothing changes for the two. */
export const lockTalk = defineCommand({
  name: "lock-talk",
  input: lockTalkInput,
  permission: "plan.make",
  load: ({ tx }, { eventId }) => planScope(tx, eventId),
  run: async (context, { eventId, talkId, locked: isLocked }) => {
    const { tx, now, emit } = context;
    const basis = await planBasis(tx, eventId, now);
    if (!basis) return fail("conflict", "no_talks");
    const drafted = draftTalk(basis, talkId);
    const meeting = basis.talks.find(({ id }) => id === (drafted?.meetingId ?? talkId));
    if (!drafted && !meeting) return fail("conflict", "unknownTalk");
    if (!drafted && !meeting?.plan) return fail("conflict", "bookedTalk");
    if (drafted) {
      if (isLocked && drafted.startsAt === null) return fail("conflict", "noTime");
      await keepAlong(context, basis);
      await noteChange(context, drafted);
      await tx.update(plannedTalks).set({ isLocked }).where(eq(plannedTalks.id, drafted.id));
      await nextDraft(tx, eventId);
    } else if (meeting) {
      await tx.update(meetingPlans).set({ isLocked }).where(eq(meetingPlans.meetingId, meeting.id));
    }
    await emit({ kind: "plan.changed", payload: { eventId } });
    return ok({ talkId, locked: isLocked });
  },
});
