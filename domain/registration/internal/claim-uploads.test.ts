import { eq, inArray, sql } from "drizzle-orm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { answers } from "@/db/schema/registration";
import { uploads } from "@/db/schema/registration-uploads";
import { guest, organizerActor, seatActor } from "@/db/testing/actors";
import { aFileQuestion, anUpload, aQuestion, posted } from "@/db/testing/forms";
import { aNetwork, anEvent, anOrganizer, aRegistration } from "@/db/testing/makers";
import { worstOf } from "@/db/testing/races";
import { saveQuestion } from "@/domain/forms/commands/save-question";
import { uploadsIn, uploadText } from "@/domain/forms/labels";
import { fieldOf, noLimits } from "@/domain/forms/rules";
import type { Id } from "@/lib/ids";
import { changeRegistration } from "../commands/change-registration";
import { registerForEvent } from "../commands/register-for-event";
import { givenBy } from "../queries/given";

/** The lock on the files; switched off, two people must be able to answer with one of them. */
const guard = vi.hoisted(() => ({ on: true }));

vi.mock("./lock-uploads", async (original) => {
  const real = await original<typeof import("./lock-uploads")>();
  const seen: typeof real.lockUploads = async (tx, _asked, ids) => {
    const columns = { id: uploads.id, name: uploads.fileName, questionId: uploads.questionId };
    return tx.select(columns).from(uploads).where(inArray(uploads.id, ids));
  };
  const lockUploads: typeof real.lockUploads = async (tx, asked, ids) => {
    const rows = await (guard.on ? real.lockUploads : seen)(tx, asked, ids);
    // The pause only widens the window that is always there between reading and writing.
    await tx.execute(sql`select pg_sleep(0.05)`);
    return rows;
  };
  return { ...real, lockUploads };
});
afterEach(() => {
  guard.on = true;
});

async function scene(max: number | null = null, network?: Awaited<ReturnType<typeof aNetwork>>) {
  const event = await anEvent(network ? { network } : {});
  const question = await aQuestion(event, { ...aFileQuestion, limits: { ...noLimits, max } });
  const field = fieldOf(question.id);
  const bring = () => anUpload({ eventId: event.id, question });
  const register = (email: string, given: unknown) =>
    registerForEvent({
      actor: guest,
      input: { eventId: event.id, name: "Ada Beispiel", email, answers: { [field]: given } },
    });
  const change = (held: Awaited<ReturnType<typeof aRegistration>>, given: unknown) =>
    changeRegistration({
      actor: seatActor(held),
      input: { registrationId: held.id, answers: { [field]: given } },
    });
  return { event, question, field, bring, register, change };
}
const filesOf = async (id: Id<"registration">) =>
  (await givenBy(id, db())).flatMap(({ value }) => uploadsIn(value));
const ownerOf = async (id: Id<"upload">) =>
  (await db().select().from(uploads).where(eq(uploads.id, id)))[0]?.registrationId;

describe("files that are answered with", () => {
  it("belong to the registration from then on, under the name by which they were kept", async () => {
    const { bring, register } = await scene();
    const { id, fileName } = await bring();
    const result = await register("ada.datei@example.org", uploadText({ id, name: "../böse.html" }));
    if (!result.ok) throw new Error(result.failure.reason);
    expect(await filesOf(result.value.registrationId)).toEqual([{ id, name: fileName }]);
    expect(await ownerOf(id)).toBe(result.value.registrationId);
  });

  it("go when their holder puts others in their place, or none", async () => {
    const { event, bring, change } = await scene(2);
    const held = await aRegistration(event);
    const [first, second] = [await bring(), await bring()];
    expect(await change(held, [first.id, second.id])).toMatchObject({ ok: true });
    expect(await change(held, [second.id])).toMatchObject({ ok: true });
    expect(await filesOf(held.id)).toMatchObject([{ id: second.id }]);
    expect(await ownerOf(first.id)).toBeUndefined();
    expect(await change(held, "")).toMatchObject({ ok: true });
    expect(await ownerOf(second.id)).toBeUndefined();
  });

  it("arrive twice with a form that is sent twice", async () => {
    const { bring, register } = await scene();
    const { id } = await bring();
    const [first, second] = [
      await register("zweimal@example.org", id),
      await register("zweimal@example.org", id),
    ];
    expect([first.ok, second.ok]).toEqual([true, true]);
  });

  it("are no one's but their own: not another's, not another question's, not another event's, and none that is gone", async () => {
    const { event, question, field, bring, change } = await scene();
    const held = await aRegistration(event);
    const theirs = await anUpload({ eventId: event.id, question, registration: await aRegistration(event) });
    const elsewhere = await scene();
    const foreign = await elsewhere.bring();
    const other = await anUpload({ eventId: event.id, question: await aQuestion(event, aFileQuestion) });
    const gone = await bring();
    await db().delete(uploads).where(eq(uploads.id, gone.id));
    for (const { id } of [theirs, foreign, other, gone])
      expect(await change(held, id)).toMatchObject({
        ok: false,
        failure: { fields: { [field]: ["file_gone"] } },
      });
    expect(await filesOf(held.id)).toEqual([]);
  });

  it("go when the question asks for something else, and that is answered", async () => {
    const network = await aNetwork();
    const office = organizerActor(await anOrganizer(network), network);
    const { event, question, bring, change } = await scene(null, network);
    const held = await aRegistration(event);
    const { id } = await bring();
    await change(held, id);
    const reworded = posted({ questionId: question.id, kind: "text" });
    expect(await saveQuestion({ actor: office, input: { eventId: event.id, ...reworded } })).toMatchObject({
      ok: true,
    });
    expect(await ownerOf(id), "no edit loses an answer").toBe(held.id);
    expect(await change(held, "Austausch")).toMatchObject({ ok: true });
    expect(await ownerOf(id)).toBeUndefined();
  });

  it("go with their answer, whatever deletes it", async () => {
    const { event, question } = await scene();
    const registration = await aRegistration(event);
    const upload = await anUpload({ eventId: event.id, question, registration });
    await db().delete(answers).where(eq(answers.registrationId, registration.id));
    expect(await ownerOf(upload.id)).toBeUndefined();
  });
});

describe("one file in two forms at once", () => {
  /** How many answers name a file that is not theirs. */
  const race = async () => {
    const { event, bring, change } = await scene();
    const { id } = await bring();
    const both = [await aRegistration(event), await aRegistration(event)];
    await Promise.all(both.map((held) => change(held, id)));
    const owner = await ownerOf(id);
    const named = await Promise.all(
      both.map(async (held) => ((await filesOf(held.id)).length > 0 ? held.id : [])),
    );
    return named.flat().filter((holder) => holder !== owner).length;
  };

  it("is one person's", async () => {
    for (let run = 0; run < 3; run++) expect(await race()).toBe(0);
  });

  it("without the lock would be named by both", async () => {
    guard.on = false;
    expect(await worstOf(race, 0)).toBeGreaterThan(0);
  });
});
