import { inArray } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { uploads } from "@/db/schema/registration-uploads";
import { guest, system } from "@/db/testing/actors";
import { aFileQuestion, anUpload, aQuestion } from "@/db/testing/forms";
import { anEvent, aRegistration } from "@/db/testing/makers";
import { MISSING, refusalOf } from "@/db/testing/refusals";
import { keptDays } from "@/lib/privacy/retention";
import { forgetUploads } from "./forget-uploads";

const DAY = 24 * 3_600_000;

it("deletes a day later what came with a form that nobody accepted, and nothing that is answered with", async () => {
  const event = await anEvent();
  const question = await aQuestion(event, aFileQuestion);
  const registration = await aRegistration(event);
  const createdAt = new Date("2027-03-20T12:00:00Z");
  const lost = await anUpload({ eventId: event.id, question }, { createdAt });
  const answered = await anUpload({ eventId: event.id, question, registration }, { createdAt, source: "a" });
  const sourceOf = async () =>
    (
      await db()
        .select()
        .from(uploads)
        .where(inArray(uploads.id, [answered.id]))
    )[0]?.source;
  const left = async (seconds: number) => {
    const now = new Date(createdAt.getTime() + keptDays.uploads * DAY + seconds * 1_000);
    expect(await forgetUploads({ actor: system, input: {}, now })).toMatchObject({ ok: true });
    const ids = inArray(uploads.id, [lost.id, answered.id]);
    return (await db().select({ id: uploads.id }).from(uploads).where(ids)).map(({ id }) => id).sort();
  };
  expect(await left(-1)).toEqual([lost.id, answered.id].sort());
  expect(await sourceOf()).toBe("a");
  expect(await left(1)).toEqual([answered.id]);
  expect(await sourceOf(), "who brought it is forgotten").toBeNull();
  expect(refusalOf(await forgetUploads({ actor: guest, input: {} }))).toBe(MISSING);
});
