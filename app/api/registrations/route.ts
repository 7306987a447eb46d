import { formRoute } from "@/auth/doors";
import { afterRegistration, refusedRegistration, registrationGuard } from "@/auth/registration-doors";
import { registerForEvent } from "@/domain/registration/commands/register-for-event";

/** The form of an event page. */
export const POST = formRoute(registerForEvent, {
  guard: registrationGuard,
  input: ({ body }) => body,
  done: afterRegistration,
  refused: refusedRegistration,
});
