import { uploadText } from "@/domain/forms/labels";
import { type Answer, type Definition, noFileLimits, noLimits, type Question } from "@/domain/forms/rules";
import { toStored } from "@/domain/forms/schema";
import { type Id, newId } from "@/lib/ids";
import { storeFile } from "@/lib/storage/store";
import { db } from "../client";
import { formQuestions } from "../schema/forms";
import { answers, type registrations } from "../schema/registration";
import { uploads } from "../schema/registration-uploads";
import type { anEvent } from "./makers";

type Event = Awaited<ReturnType<typeof anEvent>>;

/** An optional line of text, unless said otherwise. */
export const aDefinition = (more: Partial<Definition> = {}): Definition => ({
  kind: "text",
  stage: "registration",
  label: { de: "Was erwarten Sie?", en: "What do you expect?" },
  help: { de: "", en: "" },
  purpose: { de: "Vorbereitung", en: "Preparation" },
  required: false,
  sensitive: false,
  options: [],
  limits: noLimits,
  files: noFileLimits,
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

/** A file that lies in the store for a question, nobody's yet unless a registration is named that answers with it. */
export async function anUpload(
  { eventId, question, registration }: Uploaded,
  values: Partial<typeof uploads.$inferInsert> = {},
) {
  const fileId = await storeFile(new TextEncoder().encode("%PDF-1.7 Kanaria"));
  const id = newId("upload");
  const about = { fileId, fileName: "Plan.pdf", fileType: "application/pdf", fileBytes: 16, ...values };
  if (registration) await anAnswer(registration, question, [uploadText({ id, name: about.fileName })]);
  const [row] = await db()
    .insert(uploads)
    .values({ id, eventId, questionId: question.id, registrationId: registration?.id, ...about })
    .returning();
  if (!row) throw new Error("the upload was not written");
  return row;
}
type Uploaded = {
  eventId: Id<"event">;
  question: Question;
  registration?: typeof registrations.$inferSelect;
};

/** A question for a file. */
export const aFileQuestion: Partial<Definition> = {
  kind: "file",
  label: { de: "Ihr Lebenslauf", en: "Your CV" },
};
