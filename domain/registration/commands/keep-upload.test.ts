import { eq, sql } from "drizzle-orm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { uploads } from "@/db/schema/registration-uploads";
import { guest, personActor, seatActor } from "@/db/testing/actors";
import { aFileQuestion, anUpload, aQuestion } from "@/db/testing/forms";
import { anEvent, aPerson, aRegistration } from "@/db/testing/makers";
import { worstOf } from "@/db/testing/races";
import { MOST_BYTES_OF_ONE, MOST_UNPROVEN_BYTES } from "@/domain/forms/labels";
import type { Question } from "@/domain/forms/rules";
import type { Actor } from "@/domain/policy";
import { type Id, newId } from "@/lib/ids";
import { givenBy } from "../queries/given";
import { keepUpload } from "./keep-upload";

/** The turn of those who bring files; switched off, two at once must be able to fill more than there is. */
const guard = vi.hoisted(() => ({ on: true }));
vi.mock("@/domain/kernel/turns", async (original) => {
  const { turnsWithSwitch } = await import("@/db/testing/switches");
  return turnsWithSwitch(await original<typeof import("@/domain/kernel/turns")>(), guard);
});
vi.mock("../queries/upload-room", async (original) => {
  const real = await original<typeof import("../queries/upload-room")>();
  const roomOf: typeof real.roomOf = async (bringer, now, reader) => {
    const room = await real.roomOf(bringer, now, reader);
    // The pause only widens the window that is always there between reading and writing.
    await reader.execute(sql`select pg_sleep(0.03)`);
    return room;
  };
  return { ...real, roomOf };
});
afterEach(() => {
  guard.on = true;
});

const aFile = (fileBytes = 10) => ({
  ...{ fileId: newId("file"), fileType: "application/pdf", fileName: "Plan.pdf", fileBytes },
});
type By = { actor?: Actor; address?: string };
const keep = (
  eventId: Id<"event">,
  { id: questionId }: Pick<Question, "id">,
  file = aFile(),
  { actor = guest, address = "192.0.2.1" }: By = {},
) => keepUpload({ actor, input: { eventId, questionId, address, file } });
const full = { failure: { kind: "unavailable", reason: "uploads_full" } };
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);

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
    expect(await keep(event.id, question, aFile(6))).toMatchObject(full);
    expect(await keep(event.id, question, aFile(5))).toMatchObject({ ok: true });
  });

  it("gives one address no more than its part, and takes nobody else's room for it", async () => {
    const event = await anEvent();
    const question = await aQuestion(event, aFileQuestion);
    const megabytes = aFile(MOST_BYTES_OF_ONE / 10);
    const brought = async (by: By) => {
      const file = { ...megabytes, fileId: newId("file") };
      return (await keep(event.id, question, file, by)).ok;
    };
    const ten = Array.from({ length: 10 }, (_, turn) => turn);
    for (const _one of ten) expect(await brought({})).toBe(true);
    expect(await keep(event.id, question)).toMatchObject(full);
    expect(await brought({ address: "192.0.2.2" })).toBe(true);
    const typed = await aPerson();
    for (const actor of [personActor(typed), seatActor(await aRegistration(event))])
      for (const _one of ten) expect(await brought({ actor })).toBe(true);
    expect(await keep(event.id, question, aFile(), { actor: personActor(typed) })).toMatchObject(full);
  });

  it("asks strangers and people we know for room of their own", async () => {
    const event = await anEvent();
    const question = await aQuestion(event, aFileQuestion);
    await anUpload({ eventId: event.id, question }, { fileBytes: MOST_UNPROVEN_BYTES });
    expect(await keep(event.id, question)).toMatchObject(full);
    const actor = personActor(await aPerson());
    expect(await keep(event.id, question, aFile(), { actor })).toMatchObject({ ok: true });
  });
});

describe("files that are older than an hour, where there is no room", () => {
  async function scene() {
    const event = await anEvent();
    const question = await aQuestion(event, aFileQuestion);
    const bring = (
      hours: number,
      more: object = {},
      registration?: Awaited<ReturnType<typeof aRegistration>>,
    ) =>
      anUpload(
        { eventId: event.id, question, ...(registration ? { registration } : {}) },
        { createdAt: hoursAgo(hours), ...more },
      );
    const left = async () =>
      (await db().select({ id: uploads.id }).from(uploads).where(eq(uploads.eventId, event.id))).map(
        ({ id }) => id,
      );
    return { event, question, bring, left };
  }

  it("go before those that are answered with, of the rest those of who brought most", async () => {
    const { event, question, bring, left } = await scene();
    const typed = await aRegistration(event);
    const answered = await bring(5, { fileBytes: 100, source: "a" }, typed);
    const light = await bring(4, { fileBytes: 100, source: "b" });
    const heavy = await bring(2, { fileBytes: 100, source: "c" });
    const heaviest = await bring(0.5, { fileBytes: MOST_UNPROVEN_BYTES - 300, source: "c" });
    const first = await keep(event.id, question, aFile(50));
    expect(first).toMatchObject({ ok: true, value: { gone: [light.fileId] } });
    expect(await left()).not.toContain(light.id);
    expect(await keep(event.id, question, aFile(150))).toMatchObject({
      ok: true,
      value: { gone: [heavy.fileId] },
    });
    expect(await keep(event.id, question, aFile(100))).toMatchObject({
      value: { gone: [answered.fileId] },
    });
    expect(await givenBy(typed.id, db()), "its answer goes with it").toEqual([]);
    expect(await left()).toContain(heaviest.id);
    expect(await keep(event.id, question, aFile(100)), "what is younger stays").toMatchObject(full);
  });

  it("stay where there is room, and where their giver has proven the address", async () => {
    const { event, question, bring, left } = await scene();
    const proven = await aRegistration(event, { provenAt: new Date() });
    const kept = [await bring(9, { fileBytes: 100 }, proven), await bring(9, { fileBytes: 100 })];
    expect(await keep(event.id, question)).toMatchObject({ ok: true, value: { gone: [] } });
    expect(await left()).toEqual(expect.arrayContaining(kept.map(({ id }) => id)));
  });

  it("are one's own, where one alone has brought too much", async () => {
    const { event, question, bring, left } = await scene();
    const foreign = await bring(9, { fileBytes: 100, source: "x" });
    const first = await keep(event.id, question, aFile(1024));
    if (!first.ok) throw new Error(first.failure.reason);
    const old = { fileBytes: MOST_BYTES_OF_ONE, createdAt: hoursAgo(2) };
    await db().update(uploads).set(old).where(eq(uploads.id, first.value.uploadId));
    expect(await keep(event.id, question, aFile(1024))).toMatchObject({ ok: true });
    expect(await left()).toContain(foreign.id);
    expect(await left()).not.toContain(first.value.uploadId);
  });
});

describe("two files at once for the last room", () => {
  /** How many bytes lie there more than may. */
  const race = async () => {
    const event = await anEvent();
    const question = await aQuestion(event, aFileQuestion);
    await anUpload({ eventId: event.id, question }, { fileBytes: MOST_UNPROVEN_BYTES - 10 });
    await Promise.all(
      ["192.0.2.1", "192.0.2.2"].map((address) => keep(event.id, question, aFile(), { address })),
    );
    const rows = await db().select().from(uploads).where(eq(uploads.eventId, event.id));
    return rows.reduce((sum, { fileBytes }) => sum + fileBytes, 0) - MOST_UNPROVEN_BYTES;
  };

  it("are taken one after the other", async () => {
    for (let run = 0; run < 3; run++) expect(await race()).toBe(0);
  });

  it("without their turn would both lie there", async () => {
    guard.on = false;
    expect(await worstOf(race, 0)).toBeGreaterThan(0);
  });
});
