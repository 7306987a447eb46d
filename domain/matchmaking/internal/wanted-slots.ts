import type { Transaction } from "@/db/client";
import { meetingRequestSlots, meetingRequests } from "@/db/schema/matchmaking";
import type { Id } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { availabilityOf } from "../queries/hindrances";
import { expiryOf, type Span, slotsOf, timeRefusal } from "../rules";
import { awayTimes, commonSlots, findWindow } from "./bookings";

type PersonId = Id<"person">;
type Wanted = { eventId: Id<"event">; me: PersonId; partner: PersonId; wanted: readonly Date[]; now: Date };

/** The slots with these starts, if both can talk in all of them; a refusal names those in which they can. */
export async function wantedSlots(tx: Transaction, { eventId, me, partner, wanted, now }: Wanted) {
  const window = await findWindow(tx, eventId);
  if (!window) return fail("conflict", "no_talks");
  const starts = new Set(wanted.map((at) => at.getTime()));
  const slots = slotsOf(window).filter(({ startsAt }) => starts.has(startsAt.getTime()));
  if (slots.length < starts.size) return fail("invalid", "outside_window");
  if (slots.some(({ startsAt }) => startsAt <= now)) return fail("conflict", "slot_past");
  const of = await availabilityOf(tx, { eventId, personIds: [me, partner], during: window });
  const [mine, theirs] = [of(me), of(partner)];
  const reason = timeRefusal(slots, {
    busy: [...mine.talks, ...theirs.talks],
    mineAway: awayTimes(mine),
    partnerAway: awayTimes(theirs),
  });
  if (!reason) return ok(slots);
  const free = await commonSlots(tx, { eventId, personIds: [me, partner], now });
  return fail("conflict", reason, { details: { free: free.map((next) => next.startsAt.toISOString()) } });
}

type Row = {
  eventId: Id<"event">;
  from: PersonId;
  to: PersonId;
  note: string;
  slots: readonly Span[];
  entryId?: Id<"entry"> | null | undefined;
  counterOf?: Id<"request">;
  now: Date;
};

/** Stores a request with the slots that it offers. */
export async function storeRequest(
  tx: Transaction,
  { eventId, from, to, note, slots, entryId, counterOf, now }: Row,
): Promise<Id<"request">> {
  const said = { eventId, fromPersonId: from, toPersonId: to, note };
  const belongs = { entryId: entryId ?? null, counterOf: counterOf ?? null };
  const [request] = await tx
    .insert(meetingRequests)
    .values({ ...said, ...belongs, expiresAt: expiryOf(now, slots), createdAt: now })
    .returning({ id: meetingRequests.id });
  if (!request) throw new Error("the request was not stored");
  await tx.insert(meetingRequestSlots).values(slots.map((slot) => ({ ...slot, requestId: request.id })));
  return request.id;
}
