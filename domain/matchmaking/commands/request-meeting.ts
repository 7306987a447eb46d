import { meetingRequestSlots, meetingRequests } from "@/db/schema/matchmaking";
import { isEntryOf } from "@/domain/board/queries/readable";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import { within } from "@/domain/kernel/within";
import { eventScope } from "@/domain/programme/queries";
import { proveRegistration } from "@/domain/registration/commands/prove-registration";
import type { Id } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { lockApart } from "../internal/apart";
import {
  busySpans,
  closeExpired,
  commonSlots,
  findWindow,
  haveMeeting,
  lockOpenBetween,
  openRequestsOf,
} from "../internal/bookings";
import { findSide, lockMySide, type TalkSide } from "../queries/sides";
import { expiryOf, type RequestRefusal, requestRefusal, requestState, slotsOf } from "../rules";
import { requestMeetingInput } from "../schema";

type Asked = {
  eventId: Id<"event">;
  toPersonId: Id<"person">;
  slots: Date[];
  note: string;
  entryId?: Id<"entry"> | undefined;
};
type Event = { status: string; endsAt: Date };

/** All that the rule wants to know, read after the lock on the asker's registration. */
async function wishOf({ tx, now }: Context, asked: Asked, { side, event }: { side: TalkSide; event: Event }) {
  const { eventId, toPersonId: partner } = asked;
  const me = side.personId;
  if (!me) return undefined;
  const pair = { eventId, personIds: [me, partner], now };
  // Before all that is read: of a block and a request one comes first, and the request sees it.
  const apart = await lockApart(tx, { me, partner, eventId });
  const [partnerSide, window, busy, openRequests, meetBetween, between] = [
    await findSide(tx, eventId, partner),
    await findWindow(tx, eventId),
    await busySpans(tx, pair.personIds),
    await openRequestsOf(tx, { eventId, personId: me, now }),
    await haveMeeting(tx, pair),
    await lockOpenBetween(tx, eventId, [me, partner]),
  ];
  const stale = between.filter((request) => requestState(request, now) === "expired");
  return {
    ...{ apart, me, partner, mySide: side, partnerSide, window, busy, openRequests, meetBetween, now },
    eventOpen: ["published", "live"].includes(event.status) && now < event.endsAt,
    wanted: asked.slots,
    openBetween: between.length > stale.length,
    pair,
  };
}

/** Asking by the mailed link proves the address, as anything else does that is done with it. */
async function provenSide(context: Context, side: TalkSide): Promise<TalkSide> {
  if (side.proven && side.personId) return side;
  const { registrationId } = side;
  const { personId } = await within(context, proveRegistration, { registrationId });
  return { ...side, personId, proven: true };
}

const kindOf = (reason: RequestRefusal) =>
  reason === "outside_window" || reason === "with_oneself" ? ("invalid" as const) : ("conflict" as const);

/**
 * Asks another person for a talk in one of up to three slots. The slots stay tentative: they block nobody. At most
 * five requests of one person wait in an event, counted under the lock of the person's registration.
 */
export const requestMeeting = defineCommand({
  name: "request-meeting",
  input: requestMeetingInput,
  permission: "meeting.request",
  load: async ({ tx, actor }, { eventId }) => {
    const event = await eventScope(tx, eventId);
    if (!event) return undefined;
    const side = await lockMySide(tx, actor, eventId);
    if (!side) return undefined;
    const ownerIds = side.personId ? [side.personId] : [];
    return {
      networkId: event.networkId,
      eventId,
      ownerIds,
      registrationId: side.registrationId,
      side,
      event,
    };
  },
  run: async (context, input, { side: found, event }) => {
    const side = await provenSide(context, found);
    const wish = await wishOf(context, input, { side, event });
    if (!wish?.window) return fail("conflict", wish ? "no_talks" : "not_opted_in");
    const { tx, now } = context;
    const reason = requestRefusal(wish);
    if (reason === "slot_taken") {
      const free = (await commonSlots(tx, wish.pair)).map((slot) => slot.startsAt.toISOString());
      return fail("conflict", reason, { details: { free } });
    }
    if (reason) return fail(kindOf(reason), reason);
    if (input.entryId && !(await isEntryOf(context, { ...input, entryId: input.entryId })))
      return fail("not_found", "missing");
    const wanted = new Set(input.slots.map((at) => at.getTime()));
    const slots = slotsOf(wish.window).filter((slot) => wanted.has(slot.startsAt.getTime()));
    const requestId = await store(context, { ...input, me: wish.me, expiresAt: expiryOf(now, slots), slots });
    await context.emit({ kind: "meeting.requested", payload: { requestId, eventId: input.eventId } });
    return ok({ requestId });
  },
});

type Row = {
  eventId: Id<"event">;
  me: Id<"person">;
  toPersonId: Id<"person">;
  note: string;
  entryId?: Id<"entry"> | undefined;
  expiresAt: Date;
  slots: { startsAt: Date; endsAt: Date }[];
};

async function store({ tx, now }: Context, { slots, me, ...row }: Row): Promise<Id<"request">> {
  await closeExpired(tx, { eventId: row.eventId, from: me, to: row.toPersonId });
  const [request] = await tx
    .insert(meetingRequests)
    .values({
      eventId: row.eventId,
      fromPersonId: me,
      toPersonId: row.toPersonId,
      note: row.note,
      entryId: row.entryId ?? null,
      expiresAt: row.expiresAt,
      createdAt: now,
    })
    .returning({ id: meetingRequests.id });
  if (!request) throw new Error("the request was not stored");
  await tx.insert(meetingRequestSlots).values(slots.map((slot) => ({ ...slot, requestId: request.id })));
  return request.id;
}
