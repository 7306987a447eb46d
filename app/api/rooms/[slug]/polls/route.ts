import { roomQuery, roomRoute } from "@/auth/room-doors";
import { savePoll } from "@/domain/interaction/commands/save-poll";
import { listPolls } from "@/domain/interaction/queries/polls";
import { now } from "@/lib/time/clock";

export const GET = roomQuery(({ actor, eventId }) => listPolls(actor, eventId, now()));

/** Prepares a poll, or changes a draft that `pollId` names. */
export const POST = roomRoute(savePoll, {
  input: ({ body: { pollId, kind, question, answers } }) => ({ pollId, kind, question, answers }),
});
