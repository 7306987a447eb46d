import { formRoute } from "@/auth/doors";
import { provenAsOften, registrationPage } from "@/auth/registration-doors";
import { registerColleague } from "@/domain/registration/commands/register-colleague";

/** Registers somebody else, who gets the mail. Whoever acts through the mailed link has proven their own address. */
export const POST = formRoute(registerColleague, {
  guard: provenAsOften,
  input: ({ body, params }) => ({ ...body, registrationId: params.registrationId }),
  done: (_value, door) => ({ to: registrationPage(door, "colleague") }),
  refused: (door) => registrationPage(door),
});
