import { formRoute } from "@/auth/doors";
import { talksPage } from "@/auth/talk-doors";
import { releaseMeeting } from "@/domain/matchmaking/commands/release-meeting";

/** Gives a talk up to which the other side never came. */
export const POST = formRoute(releaseMeeting, {
  input: ({ params }) => ({ meetingId: params.id }),
  done: (value, door) => ({ to: talksPage(door, "released"), json: value }),
  refused: (door) => talksPage(door),
});
