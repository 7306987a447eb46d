import { eq } from "drizzle-orm";
import { talkInvitations } from "@/db/schema/matchmaking-groups";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { isOpenInvitation } from "../internal/group-rules";
import { invitationScope } from "../internal/group-scope";
import { withdrawInvitationInput } from "../schema";

/** Who proposed somebody for a talk takes it back, as long as it is not answered: the place is free for another. */
export const withdrawTalkInvitation = defineCommand({
  name: "withdraw-talk-invitation",
  input: withdrawInvitationInput,
  permission: "meeting.invite",
  load: ({ tx, actor }, { invitationId }) => invitationScope(tx, actor, { invitationId, part: "inviter" }),
  run: async ({ tx, now }, { invitationId }, { group, invitation }) => {
    if (!isOpenInvitation(invitation)) return fail("conflict", "not_open");
    await tx
      .update(talkInvitations)
      .set({ status: "withdrawn", answeredAt: now })
      .where(eq(talkInvitations.id, invitationId));
    return ok({ invitationId, meetingId: group.talk.id });
  },
});
