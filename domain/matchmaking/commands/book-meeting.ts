import { inArray } from "drizzle-orm";
import { meetingRequests } from "@/db/schema/matchmaking";
import { defineCommand } from "@/domain/kernel/command";
import { holdEvent } from "@/domain/programme/queries";
import { fail, ok } from "@/lib/result";
import { canBeBroughtTogether, lockPair } from "../internal/apart";
import { bookTalk } from "../internal/book-talk";
import { findWindow, haveMeeting, lockOpenBetween } from "../internal/bookings";
import { findSide } from "../queries/sides";
import { slotsOf, takesTalks } from "../rules";
import { bookMeetingInput } from "../schema";

/**
 * An organizer books a talk for two others, by the rules that hold for themselves: both take talks, both are free, neither
 * keeps the other away. What the two had asked each other is settled by it, and both are told.
 */
export const bookMeeting = defineCommand({
  name: "book-meeting",
  input: bookMeetingInput,
  permission: "meeting.book",
  load: async ({ tx }, { eventId, personIds }) => {
    const [me, partner] = personIds;
    // Before the requests, as whoever asks or keeps somebody away takes them.
    await lockPair(tx, { me, partner });
    const open = await lockOpenBetween(tx, eventId, personIds);
    const event = await holdEvent(tx, eventId);
    return event && { networkId: event.networkId, eventId, event, open };
  },
  run: async (context, { eventId, personIds, startsAt }, { event, open }) => {
    const { tx, now, emit } = context;
    const [one, other] = personIds;
    if (one === other) return fail("invalid", "with_oneself");
    if (!["published", "live"].includes(event.status)) return fail("conflict", "no_talks");
    const window = await findWindow(tx, eventId);
    const slot =
      window && slotsOf(window).find((candidate) => candidate.startsAt.getTime() === startsAt.getTime());
    if (!slot) return fail("invalid", window ? "outside_window" : "no_talks");
    if (slot.startsAt <= now) return fail("conflict", "slot_past");
    const sides = [await findSide(tx, eventId, one), await findSide(tx, eventId, other)];
    // One word for all: the desk does not learn who keeps whom away, or will not meet them.
    if (!sides.every(takesTalks) || !(await canBeBroughtTogether(tx, { me: one, partner: other, eventId })))
      return fail("conflict", "partner_unavailable");
    if (await haveMeeting(tx, { eventId, personIds, now })) return fail("conflict", "already_meeting");
    const booked = await bookTalk(context, {
      eventId,
      requestId: open[0]?.id ?? null,
      sides,
      slot,
      me: undefined,
    });
    if (!booked.ok) return booked;
    const ids = open.map(({ id }) => id);
    const accepted = { status: "accepted", answeredAt: now } as const;
    if (ids.length > 0)
      await tx.update(meetingRequests).set(accepted).where(inArray(meetingRequests.id, ids));
    const { meetingId } = booked.value;
    await emit({ kind: "meeting.accepted", payload: { meetingId, eventId } });
    return ok({ meetingId });
  },
});
