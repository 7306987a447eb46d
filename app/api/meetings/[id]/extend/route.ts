import { formRoute } from "@/auth/doors";
import { talksPage } from "@/auth/talk-doors";
import { extendTalk } from "@/domain/matchmaking/commands/extend-talk";

/** Would like to talk on; the talk is longer once both have said so. */
export const POST = formRoute(extendTalk, {
  input: ({ params }) => ({ meetingId: params.id }),
  done: (value, door) => ({ to: talksPage(door, value.agreed ? "extended" : "wished"), json: value }),
  refused: (door) => talksPage(door),
});
