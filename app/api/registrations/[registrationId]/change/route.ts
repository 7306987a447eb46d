import { callOf, formRoute } from "@/auth/doors";
import { registrationPage } from "@/auth/registration-doors";
import { changeRegistration } from "@/domain/registration/commands/change-registration";
import { proveRegistration } from "@/domain/registration/commands/prove-registration";

/** Changes one's own registration. Whoever acts through the mailed link has proven the address. */
export const POST = formRoute(changeRegistration, {
  guard: async (door) => {
    const { registrationId } = door.params;
    const result = await proveRegistration(callOf(door, { registrationId }));
    return result.ok ? undefined : result.failure;
  },
  input: ({ body, params }) => ({ ...body, registrationId: params.registrationId }),
  done: (_value, door) => ({ to: registrationPage(door, "changed") }),
  refused: (door) => registrationPage(door),
});
