import { formRoute } from "@/auth/doors";
import { afterRegistration, refusedRegistration, registrationGuard } from "@/auth/registration-doors";
import { registerForEvent } from "@/domain/registration/commands/register-for-event";

/** The form of an event page. */
export const POST = formRoute(registerForEvent, {
  guard: registrationGuard,
  // The answers stand among the other fields; which there are the event's form decides.
  input: ({ body }) => ({ ...body, answers: body }),
  done: afterRegistration,
  refused: refusedRegistration,
});
