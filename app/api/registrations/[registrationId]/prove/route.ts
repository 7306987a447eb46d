import { jsonRoute } from "@/auth/doors";
import { proveRegistration } from "@/domain/registration/commands/prove-registration";

/** Binds a registration to the person of its address, for whoever holds the mailed link. */
export const POST = jsonRoute(proveRegistration, {
  input: ({ params }) => ({ registrationId: params.registrationId }),
  answer: ({ registrationId, eventSlug }) => ({ registrationId, eventSlug }),
});
