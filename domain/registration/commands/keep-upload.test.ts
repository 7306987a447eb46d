import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { uploads } from "@/db/schema/registration-uploads";
import { guest } from "@/db/testing/actors";
import { aFileQuestion, anUpload, aQuestion } from "@/db/testing/forms";
import { anEvent, aRegistration } from "@/db/testing/makers";
import { MOST_UNPROVEN_BYTES } from "@/domain/forms/labels";
import type { Question } from "@/domain/forms/rules";
import { type Id, newId } from "@/lib/ids";
import { keepUpload } from "./keep-upload";

const aFile = (fileBytes = 10) => ({
  ...{ fileId: newId("file"), fileType: "application/pdf", fileName: "Plan.pdf", fileBytes },
});
const keep = (eventId: Id<"event">, { id: questionId }: Pick<Question, "id">, file = aFile()) =>
  keepUpload({ actor: guest, input: { eventId, questionId, file } });

describe("keepUpload", () => {
  it("keeps a file for a question, as nobody's", async () => {
    const event = await anEvent();
    const question = await aQuestion(event, aFileQuestion);
    const file = aFile();
    const kept = await keep(event.id, question, file);
    if (!kept.ok) throw new Error(kept.failure.reason);
    const [row] = await db().select().from(uploads).where(eq(uploads.id, kept.value.uploadId));
    expect(row).toMatchObject({ ...file, eventId: event.id, questionId: question.id, registrationId: null });
  });

  it("finds no question that asks for none, of another event, or for less", async () => {
    const event = await anEvent();
    const missing = { ok: false, failure: { kind: "not_found", reason: "missing" } };
    expect(await keep(event.id, await aQuestion(event))).toMatchObject(missing);
    expect(await keep(event.id, await aQuestion(await anEvent(), aFileQuestion))).toMatchObject(missing);
    expect(await keep(newId("event"), await aQuestion(event, aFileQuestion))).toMatchObject(missing);
    const small = await aQuestion(event, { ...aFileQuestion, files: { kinds: [], megabytes: 1 } });
    expect(await keep(event.id, small, aFile(1024 * 1024 + 1))).toMatchObject(missing);
  });

  it("fills no disk with what strangers bring, and counts no more what came with a proven address", async () => {
    const event = await anEvent();
    const question = await aQuestion(event, aFileQuestion);
    const rest = { fileBytes: MOST_UNPROVEN_BYTES - 10 };
    const proven = await aRegistration(event, { provenAt: new Date() });
    await anUpload({ eventId: event.id, question, registration: proven }, rest);
    await anUpload({ eventId: event.id, question }, rest);
    const typed = await aRegistration(event);
    await anUpload({ eventId: event.id, question, registration: typed }, { fileBytes: 5 });
    expect(await keep(event.id, question, aFile(6))).toMatchObject({ failure: { reason: "uploads_full" } });
    expect(await keep(event.id, question, aFile(5))).toMatchObject({ ok: true });
  });
});
