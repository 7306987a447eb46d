import { formRoute } from "@/auth/doors";
import { talksPage } from "@/auth/talk-doors";
import { dropCalendar } from "@/domain/matchmaking/commands/drop-calendar";

/** Forgets a calendar that somebody brought along. */
export const POST = formRoute(dropCalendar, {
  input: ({ params, body }) => ({ eventId: body.eventId, importId: params.id }),
  done: (value, door) => ({ to: talksPage(door, "dropped"), json: value }),
  refused: (door) => talksPage(door),
});
