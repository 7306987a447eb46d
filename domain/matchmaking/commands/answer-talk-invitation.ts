import { eq } from "drizzle-orm";
import { talkInvitations } from "@/db/schema/matchmaking-groups";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import type { Id } from "@/lib/ids";
import { fail, ok, type Result } from "@/lib/result";
import { sideAmong, type TalkGroup } from "../internal/group-people";
import { invitationState, MOST_PEOPLE } from "../internal/group-rules";
import { invitationScope } from "../internal/group-scope";
import { joinTalk } from "../internal/join-talk";
import { answerInvitationInput } from "../schema";

type Coming = { group: TalkGroup; personId: Id<"person">; eventOpen: boolean };

async function come(context: Context, { group, personId, eventOpen }: Coming) {
  const { talk, people } = group;
  if (talk.status === "cancelled") return fail("conflict", "was_cancelled");
  if (!eventOpen) return fail("conflict", "no_talks");
  if (people.length >= MOST_PEOPLE) return fail("conflict", "talk_full");
  const side = await sideAmong(context.tx, { eventId: talk.eventId, personId, people });
  if (!side) return fail("conflict", "partner_unavailable");
  return joinTalk(context, group, { ...side, personId });
}

type Refused =
  | "expired"
  | "not_open"
  | "was_cancelled"
  | "no_talks"
  | "talk_full"
  | "partner_unavailable"
  | "own_time_taken"
  | "no_table";
type Answered = Result<{ invitationId: Id<"talkInvitation">; meetingId: Id<"meeting"> | null }, Refused>;

/** Who was invited into a talk comes, or says „nein danke“, which needs no reason. */
export const answerTalkInvitation = defineCommand({
  name: "answer-talk-invitation",
  input: answerInvitationInput,
  permission: "meeting.join",
  load: ({ tx, actor }, { invitationId }) => invitationScope(tx, actor, { invitationId, part: "invited" }),
  run: async (context, { invitationId, answer }, { group, invitation, event }): Promise<Answered> => {
    const { tx, now } = context;
    const state = invitationState(invitation, group.talk, now);
    if (state === "expired") return fail("conflict", "expired");
    if (state !== "offered") return fail("conflict", "not_open");
    const isYes = answer === "yes";
    const eventOpen = event.status === "published" || event.status === "live";
    const joined = isYes
      ? await come(context, { group, personId: invitation.personId, eventOpen })
      : undefined;
    if (joined && !joined.ok) return joined;
    await tx
      .update(talkInvitations)
      .set({ status: isYes ? "accepted" : "declined", answeredAt: now })
      .where(eq(talkInvitations.id, invitationId));
    return ok({ invitationId, meetingId: isYes ? group.talk.id : null });
  },
});
