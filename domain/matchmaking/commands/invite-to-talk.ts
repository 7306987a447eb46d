import { talkInvitations } from "@/db/schema/matchmaking-groups";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import { inTurn } from "@/domain/kernel/turns";
import type { Id } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { hindranceOf } from "../internal/free-times";
import { invitationsBy, sideAmong, type TalkGroup } from "../internal/group-people";
import { proposalRefusal } from "../internal/group-rules";
import { hostsScope } from "../internal/group-scope";
import { availabilityOf } from "../queries/hindrances";
import { findSide } from "../queries/sides";
import { inviteToTalkInput } from "../schema";

type Wanted = { group: TalkGroup; personId: Id<"person">; me: Id<"person">; eventOpen: boolean };

/** Why they can't be asked; nobody learns what they do at that time, or who keeps whom away. */
async function refusalOf({ tx, now }: Context, { group, personId, me, eventOpen }: Wanted) {
  const { talk, people, invitations } = group;
  const { eventId } = talk;
  // Before they are counted: of two that one person makes in two talks at once, the second sees the first.
  await inTurn(tx, "talk-invitations", `${eventId} ${me}`);
  const mine = await invitationsBy(tx, { eventId, personId: me });
  const reason = proposalRefusal({ talk, people, invitations, mine, personId, eventOpen, now });
  if (reason) return reason;
  if ((await findSide(tx, eventId, me))?.isBanned) return "shut_out" as const;
  // The same word as for who is busy: whoever knows that somebody takes talks would learn that they avoid the other side.
  if (!(await sideAmong(tx, { eventId, personId, people }))) return "not_available" as const;
  const of = await availabilityOf(tx, { eventId, personIds: [personId], during: talk });
  return hindranceOf(talk, of(personId)) ? ("not_available" as const) : undefined;
}

/**
 * One of the two sides of an agreed talk proposes a third or fourth person, who takes talks and is free then. They are asked
 * once the other side has agreed; where nobody is left on the other side, at once.
 */
export const inviteToTalk = defineCommand({
  name: "invite-to-talk",
  input: inviteToTalkInput,
  permission: "meeting.invite",
  load: ({ tx, actor }, { meetingId }) => hostsScope(tx, actor, meetingId),
  run: async (context, { meetingId, personId }, { group, me, event, eventId }) => {
    if (!me) return fail("not_found", "missing");
    const eventOpen = event.status === "published" || event.status === "live";
    const reason = await refusalOf(context, { group, personId, me, eventOpen });
    if (reason) return fail("conflict", reason);
    const isAlone = group.hosts.every((id) => id === me);
    const status = isAlone ? ("offered" as const) : ("proposed" as const);
    const [row] = await context.tx
      .insert(talkInvitations)
      .values({ meetingId, personId, invitedById: me, status, createdAt: context.now })
      .returning({ id: talkInvitations.id });
    if (!row) throw new Error("the invitation was not stored");
    const invitationId = row.id;
    const kind = isAlone ? "meeting.guest_invited" : "meeting.guest_proposed";
    await context.emit({ kind, payload: { invitationId, eventId } });
    return ok({ invitationId });
  },
});
