import { filesOfChange } from "@/auth/answer-files";
import { formRoute } from "@/auth/doors";
import { provenFirst, registrationPage } from "@/auth/registration-doors";
import { changeRegistration } from "@/domain/registration/commands/change-registration";

/** Changes one's own registration. Whoever acts through the mailed link has proven the address. */
export const POST = formRoute(changeRegistration, {
  guard: provenFirst,
  files: filesOfChange,
  // Only a form that showed the questions says that what is absent was cleared.
  input: ({ body, params }) => ({
    ...body,
    registrationId: params.registrationId,
    answers: body.questions === "on" ? body : undefined,
  }),
  done: (_value, door) => ({ to: registrationPage(door, "changed") }),
  refused: (door) => registrationPage(door),
});
