import { formRoute } from "@/auth/doors";
import { registrationPage } from "@/auth/registration-doors";
import { giveFeedback } from "@/domain/attendance/commands/give-feedback";

/** What somebody thought of the event, by the page of their registration or from the room. Fields: score, note, locale. */
export const POST = formRoute(giveFeedback, {
  input: ({ body, params }) => ({ ...body, registrationId: params.registrationId }),
  done: (value, door) => ({ to: registrationPage(door, "feedback"), json: value }),
  refused: (door) => registrationPage(door),
});
