import { formRoute } from "@/auth/doors";
import { deskTalksPage } from "@/auth/talk-doors";
import { setTables } from "@/domain/matchmaking/commands/set-tables";

/** How many tables an event has for talks on site. */
export const POST = formRoute(setTables, {
  input: ({ params, body }) => ({ eventId: params.eventId, count: body.count }),
  done: (value, door) => ({ to: deskTalksPage(door, "tables"), json: value }),
  refused: (door) => deskTalksPage(door),
});
