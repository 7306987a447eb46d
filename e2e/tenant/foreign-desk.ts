import { z } from "zod";
import { sql } from "../fixtures/database";
import { fileForm } from "../fixtures/file-form";
import { callAction } from "../fixtures/server-actions";
import type { Visitor } from "../fixtures/visitor";
import { berlinTime } from "../pages/desk-page";

/** Stands in everything of the other network that is nobody else's business. */
export const CANARY = "Kanarienvogel";

export const idRow = z.object({ id: z.string() });

export async function idBy(text: string, values: readonly string[]): Promise<string> {
  const [row] = await sql(idRow, text, values);
  if (!row) throw new Error(`nothing found by: ${text}`);
  return row.id;
}

type Plan = { networkId: string; network: string; title: string };

export async function planEvent(organizer: Visitor, { networkId, network, title }: Plan) {
  const inOneHour = new Date(Date.now() + 3_600_000);
  const form = { networkId, template: "matchmaking", title, startsLocal: berlinTime(inOneHour) };
  const page = `/o/${network}/new`;
  const answer = await callAction(organizer, { action: "actions/programme.ts#planEventAction", page, form });
  const [row] = await sql(
    idRow.extend({ slug: z.string() }),
    "select id, slug from events where title = $1",
    [title],
  );
  if (!row) throw new Error(`${title} was not planned: ${answer.status} ${answer.text.slice(0, 500)}`);
  return row;
}

/** A message that only the office of the event may read. */
export async function writeMessage(
  organizer: Visitor,
  { network, slug, eventId }: Record<"network" | "slug" | "eventId", string>,
) {
  const page = `/o/${network}/e/${slug}/mails`;
  const form = {
    eventId,
    circularId: "",
    statuses: "confirmed",
    subjectDe: CANARY,
    bodyDe: CANARY,
    back: page,
    locale: "de",
  };
  await callAction(organizer, { action: "actions/notifications.ts#saveCircularAction", page, form });
  return {
    circularId: await idBy("select id from circulars where event_id = $1", [eventId]),
    mailId: await idBy("select id from mails where event_id = $1 limit 1", [eventId]),
  };
}

type Drafted = { network: string; draft: { id: string; slug: string } };

/** One agenda item of the draft and its speaker, and one question of its form. */
export async function planAgenda(organizer: Visitor, { network, draft }: Drafted) {
  const [event] = await sql(z.object({ at: z.date() }), "select starts_at as at from events where id = $1", [
    draft.id,
  ]);
  const startsLocal = berlinTime(event?.at ?? new Date());
  const item = { eventId: draft.id, title: CANARY, startsLocal, durationMinutes: "10", speakerNames: CANARY };
  const page = `/o/${network}/e/${draft.slug}`;
  await callAction(organizer, { action: "actions/programme.ts#saveSessionAction", page, form: item });
  const question = { eventId: draft.id, kind: "text", labelDe: CANARY, purposeDe: CANARY };
  await callAction(organizer, {
    action: "actions/forms.ts#saveQuestionAction",
    page: `${page}/form`,
    form: question,
  });
  const poll = { eventId: draft.id, kind: "single", question: CANARY, answers: `${CANARY}\nNein` };
  await callAction(organizer, {
    action: "actions/interaction.ts#savePollAction",
    page: `${page}/polls`,
    form: poll,
  });
  await organizer.ask(`/api/events/${draft.id}/files`, {
    raw: fileForm({ name: "plan.txt", content: CANARY, fields: { title: CANARY, locale: "de" } }),
  });
  return {
    pollId: await idBy("select id from polls where event_id = $1", [draft.id]),
    materialId: await idBy("select id from materials where event_id = $1", [draft.id]),
    questionId: await idBy(
      "select id from form_questions where event_id = $1 and definition -> 'label' ->> 'de' = $2",
      [draft.id, CANARY],
    ),
    draftStartsLocal: startsLocal,
    sessionId: await idBy("select id from sessions where event_id = $1 and title = $2", [draft.id, CANARY]),
    speakerId: await idBy("select id from speakers where event_id = $1", [draft.id]),
  };
}

/** The draft as a template of its network. */
export async function saveTemplate(organizer: Visitor, { network, draft }: Drafted): Promise<string> {
  const page = `/o/${network}/e/${draft.slug}`;
  const form = { eventId: draft.id, name: `${CANARY} ${draft.slug}` };
  await callAction(organizer, { action: "actions/planning.ts#saveTemplateAction", page, form });
  return idBy("select id from event_templates where name = $1", [form.name]);
}

/** A published event that only members know of. */
export async function planForMembers(organizer: Visitor, plan: Plan) {
  const event = await planEvent(organizer, plan);
  const page = `/o/${plan.network}/e/${event.slug}`;
  const form = { eventId: event.id, membersOnly: "on" };
  await callAction(organizer, { action: "actions/programme.ts#updateEventAction", page, form });
  await callAction(organizer, { action: "actions/programme.ts#publishEventAction", page, form });
  return event;
}
