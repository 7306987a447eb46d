import { broughtCalendar } from "@/auth/calendar-doors";
import { formRoute } from "@/auth/doors";
import { talksPage } from "@/auth/talk-doors";
import { importCalendar } from "@/domain/matchmaking/commands/import-calendar";

/** Brings a calendar along, as a file or by its address. What is kept of it are busy times. */
export const POST = formRoute(importCalendar, {
  files: broughtCalendar,
  input: ({ body }) => ({
    eventId: body.eventId,
    address: body.address,
    source: body.source,
    tentativeBlocks: body.tentativeBlocks,
    busy: body.busy,
    problems: body.problems,
  }),
  done: (value, door) => ({ to: talksPage(door, "imported"), json: value }),
  refused: (door) => talksPage(door),
});
