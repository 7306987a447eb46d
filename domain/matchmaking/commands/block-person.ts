import { and, eq } from "drizzle-orm";
import { meetingRequests, personBlocks } from "@/db/schema/matchmaking";
import { defineCommand } from "@/domain/kernel/command";
import { findPerson } from "@/domain/people/queries";
import { fail, ok, type Result } from "@/lib/result";
import { lockPair } from "../internal/apart";
import { blockPersonInput } from "../schema";

type Blocked = Result<{ blocked: "yes" | "no" }, "with_oneself">;

/**
 * Neither sees the other among people to talk to, nor can ask, until it is taken back. What they asked and waits for an
 * answer is declined: they hear what everybody hears who is declined.
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
    const waiting = and(
      eq(meetingRequests.fromPersonId, personId),
      eq(meetingRequests.toPersonId, me),
      eq(meetingRequests.status, "requested"),
    );
    const declined = await tx
      .update(meetingRequests)
      .set({ status: "declined", answeredAt: now })
      .where(waiting)
      .returning({ requestId: meetingRequests.id, eventId: meetingRequests.eventId });
    for (const payload of declined) await emit({ kind: "meeting.declined", payload });
    return ok({ blocked });
  },
});
