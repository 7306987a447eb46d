import { formRoute } from "@/auth/doors";
import { movedPage } from "@/auth/talk-doors";
import { rescheduleMeeting } from "@/domain/matchmaking/commands/reschedule-meeting";

/** Gives an agreed talk another time. */
export const POST = formRoute(rescheduleMeeting, {
  input: ({ params, body }) => ({ meetingId: params.id, startsAt: body.startsAt }),
  done: (value, door) => ({ to: movedPage(door, "moved"), json: value }),
  refused: (door) => movedPage(door),
});
