import { formRoute } from "@/auth/doors";
import { talksPage } from "@/auth/talk-doors";
import { cancelMeeting } from "@/domain/matchmaking/commands/cancel-meeting";

/** Calls an agreed talk off; where it goes on for others, its page is not this one's any more. */
export const POST = formRoute(cancelMeeting, {
  input: ({ params }) => ({ meetingId: params.id }),
  done: (value, door) => ({
    to: value.goesOn
      ? talksPage({ ...door, body: { ...door.body, back: "/me/talks" } }, "left")
      : talksPage(door, "cancelled"),
    json: value,
  }),
  refused: (door) => talksPage(door),
});
