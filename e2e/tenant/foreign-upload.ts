import { fileForm } from "../fixtures/file-form";
import { callAction } from "../fixtures/server-actions";
import type { Visitor } from "../fixtures/visitor";
import { CANARY, idBy } from "./foreign-desk";

type Ground = { page: string; eventId: string; registrationId: string };

/** The event asks whoever has a place for a file, and its guest brings one. */
export async function bringFile(
  { organizer, guest }: Record<"organizer" | "guest", Visitor>,
  { page, eventId, registrationId }: Ground,
): Promise<string> {
  const question = { eventId, kind: "file", stage: "followUp", labelDe: CANARY, purposeDe: CANARY };
  const action = "actions/forms.ts#saveQuestionAction";
  await callAction(organizer, { action, page: `${page}/form`, form: question });
  const questionId = await idBy(
    "select id from form_questions where event_id = $1 and definition ->> 'kind' = 'file'",
    [eventId],
  );
  await guest.ask(`/api/registrations/${registrationId}/change`, {
    raw: fileForm({
      ...{ name: `${CANARY}.txt`, content: CANARY, field: `q.${questionId}` },
      fields: { questions: "on", locale: "de" },
    }),
  });
  return idBy("select id from uploads where registration_id = $1", [registrationId]);
}
