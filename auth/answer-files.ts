import "server-only";
import { bytesOf, endingsOf, uploadText } from "@/domain/forms/labels";
import { fieldOf, type Question } from "@/domain/forms/rules";
import { keepUpload } from "@/domain/registration/commands/keep-upload";
import { hasRoomForUpload } from "@/domain/registration/queries/upload-room";
import { eventOfOwn, fileQuestionsOf } from "@/domain/registration/queries/uploads";
import type { Id } from "@/lib/ids";
import { householdIn, isWithinLimit } from "@/lib/limits";
import { type Failure, fail } from "@/lib/result";
import { cleaned } from "@/lib/storage/cleaned";
import { dropStored, storeFile } from "@/lib/storage/store";
import { now } from "@/lib/time/clock";
import { bringsFiles } from "./door-body";
import { callOf, type Door, type FilesOfForm, tooMany } from "./doors";
import { soundFile } from "./sound-file";

type Kept = { text: string } | { problem: string } | { failure: Failure };
type Form = { eventId: Id<"event"> };
type Asking = Form & { question: Question };

const full = fail("unavailable", "uploads_full").failure;

/** Looks into one file and keeps it; or why not. Nobody works at one for which there is no room. */
async function kept(door: Door, { eventId, question }: Asking, file: File): Promise<Kept> {
  const { files } = question;
  const wanted = { bytes: bytesOf(files), endings: endingsOf(files.kinds) };
  const address = householdIn(door.request);
  const bytes = Math.min(file.size, wanted.bytes);
  if (!(await hasRoomForUpload(door.actor, { eventId, address, bytes }, now()))) return { failure: full };
  // Anybody can sign in: whatever comes with a form of visitors waits behind other visitors, and no office behind it.
  const sound = await soundFile(file, (raw, ending) => cleaned(raw, ending, "visitors"), wanted);
  if (!sound.ok) return { problem: sound.failure.fields?.file?.[0] ?? "invalid" };
  const { kind, bytes: drawn, name } = sound.value;
  // A picture that is drawn anew may have grown.
  if (drawn.length > wanted.bytes) return { problem: "file_over_limit" };
  const fileId = await storeFile(drawn);
  const about = { fileId, fileType: kind.type, fileName: name, fileBytes: drawn.length };
  const result = await keepUpload({
    ...callOf(door, { eventId, questionId: question.id, address, file: about }),
    // The key stands for the whole form, and this is one of several files of it.
    idempotencyKey: undefined,
  });
  if (result.ok) {
    await dropStored(result.value.gone);
    return { text: uploadText({ id: result.value.uploadId, name }) };
  }
  await dropStored([fileId]);
  return { failure: result.failure };
}

const textsIn = (value: unknown): string[] =>
  [value].flat().filter((one): one is string => typeof one === "string" && one !== "");

type Answer = { texts: string[]; problem?: string; failure?: Failure };

/** What stands in the field of one question once its files are kept; with more of them than it takes, none is. */
async function answerOf(door: Door, asking: Asking): Promise<Answer> {
  const field = fieldOf(asking.question.id);
  const most = asking.question.limits.max ?? 1;
  const files = door.files.get(field) ?? [];
  // Where one is asked for, another takes its place.
  const texts = most === 1 && files.length === 1 ? [] : textsIn(door.body[field]);
  if (files.length > 0 && texts.length + files.length > most) return { texts, problem: "too_many_files" };
  const answer: Answer = { texts };
  for (const file of files) {
    const one = await kept(door, asking, file);
    if ("text" in one) texts.push(one.text);
    else if ("problem" in one) answer.problem ??= one.problem;
    else answer.failure ??= one.failure;
  }
  return answer;
}

/** Keeps what a form brought for the questions of this event; what it brought for others is looked at by nobody. */
async function keepFor(door: Door, form: Form, questions: readonly Question[]) {
  const body = { ...door.body };
  const fields: Record<string, string[]> = {};
  let failure: Failure | undefined;
  for (const question of questions) {
    const field = fieldOf(question.id);
    const answer = await answerOf(door, { ...form, question });
    if (answer.texts.length > 0) body[field] = answer.texts;
    if (answer.problem) fields[field] = [answer.problem];
    failure ??= answer.failure;
  }
  if (Object.keys(fields).length > 0) failure ??= fail("invalid", "input", { fields }).failure;
  return failure ? { body, failure } : { body };
}

/** Forms with files alone count: the same doors take what changes without one. */
const isWithinUploads = async (request: Request) => !bringsFiles(request) || isWithinLimit("upload", request);

const atRegistration = () => ({ now: now(), stage: "registration" }) as const;
const missing = () => fail("not_found", "missing").failure;

/** Who registers by a form that asks for files: anybody, but only while somebody is asked, and not without end. */
export const filesOfRegistration: FilesOfForm = {
  mayBring: async ({ request, params }) => {
    if (!(await isWithinLimit("registration", request)) || !(await isWithinUploads(request))) return tooMany;
    const { questions, closed } = await fileQuestionsOf(params.eventId, atRegistration());
    if (closed) return fail("conflict", closed).failure;
    return questions.length > 0 ? undefined : missing();
  },
  keep: async (door) => {
    const { eventId, questions } = await fileQuestionsOf(door.params.eventId, atRegistration());
    return eventId ? keepFor(door, { eventId }, questions) : { body: door.body };
  },
};

/** Whoever changes their own registration. */
export const filesOfChange: FilesOfForm = {
  mayBring: async ({ actor, request, params }) => {
    if (!(await eventOfOwn(actor, params.registrationId))) return missing();
    return (await isWithinUploads(request)) ? undefined : tooMany;
  },
  keep: async (door) => {
    const eventId = await eventOfOwn(door.actor, door.params.registrationId);
    if (!eventId || door.files.size === 0) return { body: door.body };
    const { questions } = await fileQuestionsOf(eventId, { now: now(), stage: "any" });
    return keepFor(door, { eventId }, questions);
  },
};
