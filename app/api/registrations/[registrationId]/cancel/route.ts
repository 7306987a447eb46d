import { formRoute } from "@/auth/doors";
import { registrationPage } from "@/auth/registration-doors";
import { cancelRegistration } from "@/domain/registration/commands/cancel-registration";

/** Gives one's seat back; whoever waits longest gets it in the same moment. */
export const POST = formRoute(cancelRegistration, {
  input: ({ params }) => ({ registrationId: params.registrationId }),
  done: (_value, door) => ({ to: registrationPage(door, "cancelled") }),
  refused: (door) => registrationPage(door),
});
