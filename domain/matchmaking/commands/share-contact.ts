import { and, eq } from "drizzle-orm";
import { contactShares } from "@/db/schema/matchmaking-talks";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { areApart } from "../internal/apart";
import { talkScope } from "../internal/talk-scope";
import { meetingPhase } from "../rules";
import { shareContactInput } from "../schema";

type Said = { share: "yes" | "no" };

/**
 * One side gives their address to the other, or takes that back. It is seen by nobody until both have said yes; whoever
 * takes it back is not seen any more, but what was taken along stays with the other.
 */
export const shareContact = defineCommand({
  name: "share-contact",
  input: shareContactInput,
  permission: "meeting.attend",
  load: ({ tx, actor }, { meetingId }) => talkScope(tx, actor, meetingId),
  run: async ({ tx, now, emit }, { meetingId, share }, { meeting, eventId, ownerIds, me }) => {
    if (!me) return fail("not_found", "missing");
    if (share === "no") {
      await tx
        .delete(contactShares)
        .where(and(eq(contactShares.meetingId, meetingId), eq(contactShares.personId, me)));
      return ok<Said>({ share });
    }
    const phase = meetingPhase(meeting, now);
    if (phase === "cancelled") return fail("conflict", "was_cancelled");
    if (phase === "ahead" || phase === "lobby") return fail("conflict", "too_early");
    for (const partner of ownerIds.filter((id) => id !== me))
      if (await areApart(tx, { me, partner, eventId })) return fail("conflict", "partner_unavailable");
    const given = await tx
      .insert(contactShares)
      .values({ meetingId, personId: me, at: now })
      .onConflictDoNothing()
      .returning({ personId: contactShares.personId });
    if (given.length > 0)
      await emit({ kind: "meeting.contact_shared", payload: { meetingId, eventId, personId: me } });
    return ok<Said>({ share });
  },
});
