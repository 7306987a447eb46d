import { formRoute } from "@/auth/doors";
import { provenAsOften, registrationPage } from "@/auth/registration-doors";
import { switchAttendance } from "@/domain/registration/commands/switch-attendance";

/** From online to on site, or back; the seat that gets free goes to who waits for it. */
export const POST = formRoute(switchAttendance, {
  guard: provenAsOften,
  input: ({ body, params }) => ({ ...body, registrationId: params.registrationId }),
  done: (_value, door) => ({ to: registrationPage(door, "switched") }),
  refused: (door) => registrationPage(door),
});
