import { eq } from "drizzle-orm";
import { talkInvitations } from "@/db/schema/matchmaking-groups";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { sideAmong } from "../internal/group-people";
import { invitationState } from "../internal/group-rules";
import { invitationScope } from "../internal/group-scope";
import { answerInvitationInput } from "../schema";

/** The other side of a talk says whether it likes to have the proposed person there. Only then that person is asked. */
export const agreeToGuest = defineCommand({
  name: "agree-to-guest",
  input: answerInvitationInput,
  permission: "meeting.agree",
  load: ({ tx, actor }, { invitationId }) => invitationScope(tx, actor, { invitationId, part: "other" }),
  run: async ({ tx, now, emit }, { invitationId, answer }, { group, invitation, eventId }) => {
    const state = invitationState(invitation, group.talk, now);
    if (state === "expired") return fail("conflict", "expired");
    if (state !== "proposed") return fail("conflict", "not_open");
    const isYes = answer === "yes";
    const { personId } = invitation;
    // They may have blocked somebody meanwhile, or take no talks any more: then they are written nothing.
    if (isYes && !(await sideAmong(tx, { eventId, personId, people: group.people })))
      return fail("conflict", "partner_unavailable");
    await tx
      .update(talkInvitations)
      .set(isYes ? { status: "offered" } : { status: "refused", answeredAt: now })
      .where(eq(talkInvitations.id, invitationId));
    if (isYes) await emit({ kind: "meeting.guest_invited", payload: { invitationId, eventId } });
    return ok({ invitationId, meetingId: group.talk.id });
  },
});
