import { isEntryOf } from "@/domain/board/queries/readable";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import { within } from "@/domain/kernel/within";
import { holdEvent } from "@/domain/programme/queries";
import { proveRegistration } from "@/domain/registration/commands/prove-registration";
import type { Id } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { lockApart } from "../internal/apart";
import {
  answersOf,
  askedTodayOf,
  awayTimes,
  closeExpired,
  commonSlots,
  findWindow,
  hasAskedLately,
  haveMeeting,
  lockOpenBetween,
  openRequestsOf,
} from "../internal/bookings";
import { sideScope } from "../internal/side-scope";
import { storeRequest } from "../internal/wanted-slots";
import { availabilityOf } from "../queries/hindrances";
import { findSide, type TalkSide } from "../queries/sides";
import { type RequestRefusal, requestRefusal, requestState, slotsOf } from "../rules";
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
  const between = await lockOpenBetween(tx, eventId, [me, partner]);
  // Behind the requests, as whoever answers takes it, and before its hours are read: who changes them comes before or after.
  await holdEvent(tx, eventId);
  const [partnerSide, window, openRequests, answers, askedToday, askedLately, meetBetween] = [
    await findSide(tx, eventId, partner),
    await findWindow(tx, eventId),
    await openRequestsOf(tx, { eventId, personId: me, now }),
    await answersOf(tx, { eventId, personId: me }),
    await askedTodayOf(tx, { eventId, personId: me, now, partner }),
    await hasAskedLately(tx, { eventId, personId: me, partner, now }),
    await haveMeeting(tx, pair),
  ];
  const of = window && (await availabilityOf(tx, { ...pair, during: window }));
  const [mine, theirs] = of ? [of(me), of(partner)] : [];
  const stale = between.filter((request) => requestState(request, now) === "expired");
  return {
    ...{
      apart,
      me,
      partner,
      mySide: side,
      partnerSide,
      window,
      openRequests,
      answers,
      askedToday,
      askedLately,
      meetBetween,
      now,
    },
    busy: [...(mine?.talks ?? []), ...(theirs?.talks ?? [])],
    mineAway: mine && awayTimes(mine),
    partnerAway: theirs && awayTimes(theirs),
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

/** Refusals after which other slots help. */
const isAboutTime = (reason: RequestRefusal) =>
  reason === "slot_taken" || reason === "own_time_taken" || reason === "not_available";

const kindOf = (reason: RequestRefusal) =>
  reason === "outside_window" || reason === "with_oneself" ? ("invalid" as const) : ("conflict" as const);

/**
 * Asks another person for a talk in one of up to three slots. The slots stay tentative: they block nobody. At most
 * five requests of one person wait in an event, counted under the lock of the person's registration; one that is taken
 * back counts for its first hour. The same person is asked three times in a day, whatever became of it.
 */
export const requestMeeting = defineCommand({
  name: "request-meeting",
  input: requestMeetingInput,
  permission: "meeting.request",
  load: ({ tx, actor }, { eventId }) => sideScope(tx, actor, eventId),
  run: async (context, input, { side: found, event }) => {
    const side = await provenSide(context, found);
    const wish = await wishOf(context, input, { side, event });
    if (!wish?.window) return fail("conflict", wish ? "no_talks" : "not_opted_in");
    const { tx, now } = context;
    const reason = requestRefusal(wish);
    if (reason && isAboutTime(reason)) {
      const free = (await commonSlots(tx, wish.pair)).map((slot) => slot.startsAt.toISOString());
      return fail("conflict", reason, { details: { free } });
    }
    if (reason) return fail(kindOf(reason), reason);
    if (input.entryId && !(await isEntryOf(context, { ...input, entryId: input.entryId })))
      return fail("not_found", "missing");
    const wanted = new Set(input.slots.map((at) => at.getTime()));
    const slots = slotsOf(wish.window).filter((slot) => wanted.has(slot.startsAt.getTime()));
    const { me: from, partner: to } = wish;
    const { eventId, note, entryId } = input;
    await closeExpired(tx, { eventId, from, to });
    const requestId = await storeRequest(tx, { eventId, from, to, note, entryId, slots, now });
    await context.emit({ kind: "meeting.requested", payload: { requestId, eventId } });
    return ok({ requestId });
  },
});
