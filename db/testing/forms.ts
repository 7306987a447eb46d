import { type Answer, type Definition, noLimits, type Question } from "@/domain/forms/rules";
import { toStored } from "@/domain/forms/schema";
import { newId } from "@/lib/ids";
import { db } from "../client";
import { formQuestions } from "../schema/forms";
import { answers, type registrations } from "../schema/registration";
import type { anEvent } from "./makers";

type Event = Awaited<ReturnType<typeof anEvent>>;

/** An optional line of text, unless said otherwise. */
export const aDefinition = (more: Partial<Definition> = {}): Definition => ({
  kind: "text",
  label: { de: "Was erwarten Sie?", en: "What do you expect?" },
  help: { de: "", en: "" },
  purpose: { de: "Vorbereitung", en: "Preparation" },
  required: false,
  sensitive: false,
  options: [],
  limits: noLimits,
  showIf: [],
  ...more,
});

/** On site or online. */
export const aPlaceChoice: Partial<Definition> = {
  kind: "choice",
  label: { de: "Wo nehmen Sie teil?", en: "Where do you take part?" },
  options: [
    { id: "site", de: "Vor Ort", en: "On site" },
    { id: "online", de: "Online", en: "Online" },
  ],
};

let counter = 0;

/** A question behind all others of the event's form. */
export async function aQuestion(event: Event, more: Partial<Definition> = {}): Promise<Question> {
  const asked = aDefinition(more);
  const id = newId("question");
  const row = { id, eventId: event.id, position: ++counter, definition: asked, sensitive: asked.sensitive };
  await db().insert(formQuestions).values(row);
  return { ...asked, id, version: 1 };
}

/** What somebody has answered to the question as it stands. */
export async function anAnswer(
  { id: registrationId, eventId }: typeof registrations.$inferSelect,
  { id: questionId, version }: Question,
  value: Answer,
): Promise<void> {
  const row = { eventId, registrationId, questionId, version, value: toStored(value) };
  await db()
    .insert(answers)
    .values({ ...row, answeredAt: new Date() });
}

/** A question as the builder's form posts it. */
export const posted = (more: object = {}) => ({
  kind: "text",
  labelDe: "Was erwarten Sie?",
  purposeDe: "Vorbereitung",
  ...more,
});
