import { roomQuery, roomRoute } from "@/auth/room-doors";
import { askQuestion } from "@/domain/interaction/commands/ask-question";
import { listQuestions } from "@/domain/interaction/queries/questions";
import { now } from "@/lib/time/clock";

export const GET = roomQuery(({ actor, eventId }) => listQuestions(actor, eventId, now()));

export const POST = roomRoute(askQuestion, {
  input: ({ body: { text, anonymous, clientKey } }) => ({ text, anonymous, clientKey }),
});
