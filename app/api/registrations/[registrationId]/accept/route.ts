import { formRoute } from "@/auth/doors";
import { provenAsOften, registrationPage } from "@/auth/registration-doors";
import { acceptOffer } from "@/domain/registration/commands/accept-offer";

/** Takes the seat that was offered. Whoever acts through the mailed link has proven the address. */
export const POST = formRoute(acceptOffer, {
  guard: provenAsOften,
  input: ({ body, params }) => ({ ...body, registrationId: params.registrationId }),
  done: (_value, door) => ({ to: registrationPage(door, "accepted") }),
  refused: (door) => registrationPage(door),
});
