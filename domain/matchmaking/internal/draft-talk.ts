import type { Context } from "@/domain/kernel/context";
import type { Id } from "@/lib/ids";
import { type DraftedTalk, type PlanBasis, planBasis } from "../queries/plan-basis";
import { draftOfPublished, keepAlong } from "./draft";
import { ensurePlan } from "./plan-scope";

type TalkId = Id<"plannedTalk"> | Id<"meeting">;

/** The talk of the draft that this id means: its own, or that of the talk people know. */
export const draftTalk = ({ drafted }: PlanBasis, talkId: TalkId): DraftedTalk | undefined =>
  drafted.find(({ id, meetingId }) => id === talkId || meetingId === talkId);

/** The event's plan with a draft, which is begun from the published plan where there is none. */
export async function withDraft(context: Context, eventId: Id<"event">): Promise<PlanBasis | undefined> {
  const { tx, now } = context;
  await ensurePlan(context, eventId);
  const basis = await planBasis(tx, eventId, now);
  if (!basis) return undefined;
  if (basis.plan?.draftVersion != null) {
    await keepAlong(context, basis);
    return basis;
  }
  await draftOfPublished(context, basis);
  return planBasis(tx, eventId, now);
}
