import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { contactShares } from "@/db/schema/matchmaking-talks";
import { defineCommand } from "@/domain/kernel/command";
import type { Id } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { areApart } from "../internal/apart";
import { talkScope } from "../internal/talk-scope";
import { meetingPhase } from "../rules";
import { shareContactInput } from "../schema";

type Said = { share: "yes" | "no" };

type Talkers = { me: Id<"person">; others: readonly Id<"person">[]; eventId: Id<"event"> };

/** Whether any of the others is not kept away: whoever is neither sees nor is seen, whatever the others exchange. */
async function isWithAnybody(tx: Transaction, { me, others, eventId }: Talkers): Promise<boolean> {
  for (const partner of others) if (!(await areApart(tx, { me, partner, eventId }))) return true;
  return false;
}

/**
 * Somebody gives their address to the others of a talk, or takes that back. It is seen only by those who give theirs as well;
 * whoever takes it back is not seen any more, but what was taken along stays with the others.
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
    if (!(await isWithAnybody(tx, { me, others: ownerIds.filter((id) => id !== me), eventId })))
      return fail("conflict", "partner_unavailable");
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
