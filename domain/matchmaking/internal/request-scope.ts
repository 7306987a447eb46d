import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { meetingRequests } from "@/db/schema/matchmaking";
import type { Actor } from "@/domain/policy";
import { holdEvent } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";
import { lockPair } from "./apart";
import { lockOpenBetween } from "./bookings";
import { partScope } from "./part-scope";

type Request = typeof meetingRequests.$inferSelect;
/** Whose it is to act: who asked, who was asked, or either of them. */
export type RequestPart = "asker" | "asked" | "both";

const peopleOf = ({ fromPersonId, toPersonId }: Request, part: RequestPart) => {
  if (part === "asker") return [fromPersonId];
  return part === "asked" ? [toPersonId] : [fromPersonId, toPersonId];
};

/**
 * A request with everything that is open between its two people, locked as every answer locks it: what is between the two,
 * so that whoever books a talk for them sees a counter-proposal or comes before it; then requests, then the event, so that
 * who moves the event or calls it off comes before or after. `request` is undefined once answered.
 */
export async function requestScope(
  tx: Transaction,
  actor: Actor,
  { requestId, part }: { requestId: Id<"request">; part: RequestPart },
) {
  const [seen] = await tx.select().from(meetingRequests).where(eq(meetingRequests.id, requestId));
  if (!seen) return undefined;
  await lockPair(tx, { me: seen.fromPersonId, partner: seen.toPersonId });
  const open = await lockOpenBetween(tx, seen.eventId, [seen.fromPersonId, seen.toPersonId]);
  const event = await holdEvent(tx, seen.eventId);
  if (!event) return undefined;
  return {
    ...(await partScope(tx, actor, { event, ownerIds: peopleOf(seen, part) })),
    request: open.find(({ id }) => id === requestId),
    others: open.flatMap(({ id }) => (id === requestId ? [] : [id])),
    event,
  };
}
