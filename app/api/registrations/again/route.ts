import { formRoute } from "@/auth/doors";
import { afterRegistration, refusedRegistration, registrationGuard } from "@/auth/registration-doors";
import { registerAgain } from "@/domain/registration/commands/register-again";

/** One click for a further event, for the person whose registration was on the screen. */
export const POST = formRoute(registerAgain, {
  guard: registrationGuard,
  input: ({ body }) => body,
  done: afterRegistration,
  refused: refusedRegistration,
});
