import { formRoute } from "@/auth/doors";
import { talksPage } from "@/auth/talk-doors";
import { recordOutcome } from "@/domain/matchmaking/commands/record-outcome";

/** What came of a talk, in one tap. */
export const POST = formRoute(recordOutcome, {
  input: ({ params, body }) => ({ meetingId: params.id, outcome: body.outcome }),
  done: (value, door) => ({ to: talksPage(door, "outcome"), json: value }),
  refused: (door) => talksPage(door),
});
