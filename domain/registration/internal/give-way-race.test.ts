import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { registrations } from "@/db/schema/registration";
import { guest } from "@/db/testing/actors";
import { aFileQuestion, anUpload, aQuestion } from "@/db/testing/forms";
import { anEvent, aRegistration } from "@/db/testing/makers";
import { withoutLockOn } from "@/db/testing/races";
import { MOST_UNPROVEN_BYTES } from "@/domain/forms/labels";
import { newId } from "@/lib/ids";
import { keepUpload } from "../commands/keep-upload";
import { givenBy } from "../queries/given";

/** A file needs room while somebody proves the address their old one came with; how many answers of theirs are lost. */
async function race(): Promise<number> {
  const event = await anEvent();
  const question = await aQuestion(event, aFileQuestion);
  const typed = await aRegistration(event);
  const createdAt = new Date(Date.now() - 2 * 3_600_000);
  const old = { fileBytes: MOST_UNPROVEN_BYTES, source: "x", createdAt };
  await anUpload({ eventId: event.id, question, registration: typed }, old);
  const about = { fileType: "application/pdf", fileName: "Plan.pdf", fileBytes: 10 };
  const file = { ...about, fileId: newId("file") };
  const input = { eventId: event.id, questionId: question.id, address: "192.0.2.1", file };
  await db().transaction(async (tx) => {
    await tx.update(registrations).set({ provenAt: new Date() }).where(eq(registrations.id, typed.id));
    await keepUpload({ actor: guest, input });
  });
  return 1 - (await givenBy(typed.id, db())).length;
}

describe("whoever proves an address while files give way", () => {
  it("keeps the answer with its file", async () => {
    expect(await race()).toBe(0);
  });

  it("would lose it where the registration is read without its lock", async () => {
    const putBack = withoutLockOn("registrations");
    try {
      expect(await race()).toBe(1);
    } finally {
      putBack();
    }
  });
});
