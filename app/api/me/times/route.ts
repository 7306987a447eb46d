import { formRoute } from "@/auth/doors";
import { talksPage } from "@/auth/talk-doors";
import { markTimes } from "@/domain/matchmaking/commands/mark-times";

/** A form posts one choice for each slot, such as `blocked 2027-03-10T10:00:00.000Z`; a free one posts nothing to say. */
const marked = (mark: "blocked" | "preferred", marks: unknown): string[] =>
  [marks].flat().flatMap((said) => {
    const [kind, at] = typeof said === "string" ? said.split(" ") : [];
    return kind === mark && at !== undefined ? [at] : [];
  });

/** When one can talk in an event, slot by slot. */
export const POST = formRoute(markTimes, {
  input: ({ body }) => ({
    eventId: body.eventId,
    blocked: marked("blocked", body.marks),
    preferred: marked("preferred", body.marks),
  }),
  done: (value, door) => ({ to: talksPage(door, "marked"), json: value }),
  refused: (door) => talksPage(door),
});
