import { filesOfRegistration } from "@/auth/answer-files";
import { formRoute } from "@/auth/doors";
import { afterRegistration, refusedRegistration } from "@/auth/registration-doors";
import { registerForEvent } from "@/domain/registration/commands/register-for-event";

/** The form of an event page that asks for files: the address says for which event, before anything is read. */
export const POST = formRoute(registerForEvent, {
  files: filesOfRegistration,
  input: ({ body, params }) => ({ ...body, eventId: params.eventId, answers: body }),
  done: afterRegistration,
  refused: (door) => refusedRegistration({ ...door, body: { ...door.body, eventId: door.params.eventId } }),
});
