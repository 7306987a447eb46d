import { formRoute } from "@/auth/doors";
import { talksPage } from "@/auth/talk-doors";
import { cancelMeeting } from "@/domain/matchmaking/commands/cancel-meeting";

/** Calls an agreed talk off. */
export const POST = formRoute(cancelMeeting, {
  input: ({ params }) => ({ meetingId: params.id }),
  done: (value, door) => ({ to: talksPage(door, "cancelled"), json: value }),
  refused: (door) => talksPage(door),
});
