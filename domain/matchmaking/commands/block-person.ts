import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { meetingRequests, personBlocks } from "@/db/schema/matchmaking";
import { talkInvitations } from "@/db/schema/matchmaking-groups";
import { defineCommand } from "@/domain/kernel/command";
import { findPerson } from "@/domain/people/queries";
import type { Id } from "@/lib/ids";
import { fail, ok, type Result } from "@/lib/result";
import { lockPair } from "../internal/apart";
import { blockPersonInput } from "../schema";

type Blocked = Result<{ blocked: "yes" | "no" }, "with_oneself">;

/**
 * Neither sees the other among people to talk to, nor can ask, until it is taken back. What one asked oneself is withdrawn.
 * What they asked and waits for an answer is declined: they hear what everybody hears who is declined. So is what one asked
 * the other to come to.
 */
export const blockPerson = defineCommand({
  name: "block-person",
  input: blockPersonInput,
  permission: "person.block",
  load: async ({ tx, actor }, { personId }) => {
    if (actor.type !== "person" || !(await findPerson(personId, tx))) return undefined;
    return { networkId: null, ownerIds: [actor.personId], me: actor.personId };
  },
  run: async ({ tx, now, emit }, { personId, blocked }, { me }): Promise<Blocked> => {
    if (personId === me) return fail("invalid", "with_oneself");
    await lockPair(tx, { me, partner: personId });
    const pair = and(eq(personBlocks.personId, me), eq(personBlocks.blockedId, personId));
    if (blocked === "no") {
      await tx.delete(personBlocks).where(pair);
      return ok({ blocked });
    }
    await tx
      .insert(personBlocks)
      .values({ personId: me, blockedId: personId, createdAt: now })
      .onConflictDoNothing();
    // First one's own: whoever answers it with other times holds it locked, and what they ask then is found by the next.
    const withdrawn = await closeOpen(tx, { from: me, to: personId, status: "cancelled", now });
    for (const payload of withdrawn) await emit({ kind: "meeting.withdrawn", payload });
    const declined = await closeOpen(tx, { from: personId, to: me, status: "declined", now });
    for (const payload of declined) await emit({ kind: "meeting.declined", payload });
    await closeInvitations(tx, { one: me, other: personId, now });
    return ok({ blocked });
  },
});

type Both = { one: Id<"person">; other: Id<"person">; now: Date };

/** Takes back what one of them has asked the other to come to. Nobody is told: who was asked simply is not any more. */
const closeInvitations = (tx: Transaction, { one, other, now }: Both) =>
  tx
    .update(talkInvitations)
    .set({ status: "withdrawn", answeredAt: now })
    .where(
      and(
        inArray(talkInvitations.status, ["proposed", "offered"]),
        inArray(talkInvitations.personId, [one, other]),
        inArray(talkInvitations.invitedById, [one, other]),
      ),
    );

type Closing = { from: Id<"person">; to: Id<"person">; status: "cancelled" | "declined"; now: Date };

/** Closes what one person asked another and nobody has answered. */
const closeOpen = (tx: Transaction, { from, to, status, now }: Closing) =>
  tx
    .update(meetingRequests)
    .set({ status, answeredAt: now })
    .where(
      and(
        eq(meetingRequests.fromPersonId, from),
        eq(meetingRequests.toPersonId, to),
        eq(meetingRequests.status, "requested"),
      ),
    )
    .returning({ requestId: meetingRequests.id, eventId: meetingRequests.eventId });
