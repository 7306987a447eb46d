import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { inFileTurn } from "@/auth/file-turns";
import { flashFor } from "@/auth/flash";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { uploads } from "@/db/schema/registration-uploads";
import { guest } from "@/db/testing/actors";
import { aFileQuestion, anUpload, aQuestion } from "@/db/testing/forms";
import { anEvent } from "@/db/testing/makers";
import { worstOf } from "@/db/testing/races";
import { cookiesFrom, filesPost, type Part } from "@/db/testing/requests";
import { MOST_UNPROVEN_BYTES } from "@/domain/forms/labels";
import { fieldOf } from "@/domain/forms/rules";
import { cookiesIn } from "@/lib/cookies";
import { isWithinLimit } from "@/lib/limits";
import { POST } from "./route";

/** What makes a form with files the same form when it is sent twice; switched off, it must be two. */
const guard = vi.hoisted(() => ({ on: true }));
vi.mock("@/auth/door-body", async (original) => {
  const real = await original<typeof import("@/auth/door-body")>();
  const saidIn: typeof real.saidIn = (content) =>
    guard.on ? real.saidIn(content) : Promise.resolve(undefined);
  return { ...real, saidIn };
});
const drawn = vi.hoisted(() => ({ files: 0 }));
vi.mock("@/lib/storage/cleaned", async (original) => {
  const real = await original<typeof import("@/lib/storage/cleaned")>();
  const cleaned: typeof real.cleaned = (...file) => {
    drawn.files += 1;
    return real.cleaned(...file);
  };
  return { ...real, cleaned };
});
afterEach(() => {
  guard.on = true;
});

const pdf: Part = { name: "Plan.pdf", content: "%PDF-1.7\n1 0 obj" };
const typed = { name: "Ada Beispiel", email: "ada@example.org", organisation: "Werk Nord", locale: "en" };

async function scene() {
  const event = await anEvent();
  const question = await aQuestion(event, aFileQuestion);
  const params = { params: Promise.resolve({ eventId: event.id }) };
  const post = (
    fields: Record<string, string>,
    file = pdf,
    options: Parameters<typeof filesPost>[2] = {},
  ) => {
    const path = `/api/events/${event.id}/registrations`;
    return POST(
      filesPost(path, { fields: { ...typed, ...fields }, parts: [[fieldOf(question.id), file]] }, options),
      params,
    );
  };
  const facts = () => db().$count(outbox, sql`${outbox.payload} ->> 'eventId' = ${event.id}`);
  const kept = () => db().$count(uploads, sql`${uploads.eventId} = ${event.id}`);
  return { event, question, post, facts, kept };
}

/** Does something while this address has as many forms under way as it may. */
async function whileBusy<Value>(address: string, work: () => Promise<Value>): Promise<Value> {
  const { promise: held, resolve: end } = Promise.withResolvers<true>();
  const headers = { "content-type": "multipart/form-data; boundary=x", "x-plenum-client-ip": address };
  const others = [1, 2, 3].map(() =>
    inFileTurn(
      { request: new Request("http://localhost/", { method: "POST", headers }), line: "strangers" },
      () => held,
    ),
  );
  try {
    return await work();
  } finally {
    end(true);
    await Promise.all(others);
  }
}

/** Does something once this address has sent as many forms as it may in ten minutes. */
async function whileRefused<Value>(address: string, work: () => Promise<Value>): Promise<Value> {
  const request = new Request("http://localhost/", { headers: { "x-plenum-client-ip": address } });
  for (let turn = 0; turn < 120; turn++) await isWithinLimit("upload", request);
  return work();
}

describe("a form that is not let in", () => {
  it.each([
    ["try_again", "198.51.100.1", whileBusy],
    ["rate_limited", "198.51.100.2", whileRefused],
  ])("keeps what was typed, the language and the invitation: %s", async (reason, address, during) => {
    const { post, kept } = await scene();
    const before = drawn.files;
    const options = { html: true, address };
    const response: Response = await during(address, () => post({ via: "abcde12345fg" }, pdf, options));
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/en/i/abcde12345fg");
    const flash = await flashFor(guest, cookiesIn(cookiesFrom(response)).get("flash"));
    expect(flash).toMatchObject({ failure: { reason }, entered: typed });
    expect([await kept(), drawn.files - before], "and no file is looked at").toEqual([0, 0]);
  });

  it("is no page for a program", async () => {
    const { post } = await scene();
    const address = "198.51.100.3";
    const response = await whileBusy(address, () => post({}, pdf, { address }));
    expect([response.status, response.headers.get("retry-after")]).toEqual([503, expect.any(String)]);
  });
});

it("lets nobody work at a file for which there is no room, and keeps what was typed", async () => {
  const { event, question, post } = await scene();
  await anUpload({ eventId: event.id, question }, { fileBytes: MOST_UNPROVEN_BYTES });
  const before = drawn.files;
  const response = await post({}, pdf, { html: true });
  expect(response.headers.get("location")).toBe(`/en/e/${event.slug}/register`);
  const flash = await flashFor(guest, cookiesIn(cookiesFrom(response)).get("flash"));
  expect(flash).toMatchObject({ failure: { reason: "uploads_full" }, entered: typed });
  expect(drawn.files).toBe(before);
  expect(await (await post({}, pdf)).json()).toMatchObject({ failure: { reason: "uploads_full" } });
});

describe("a form with a file that is sent twice at once", () => {
  /** What the event tells of one form, such as by a mail. */
  const race = async () => {
    const { post, facts } = await scene();
    const idempotencyKey = crypto.randomUUID();
    const answers = await Promise.all([post({ idempotencyKey }), post({ idempotencyKey })]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    return facts();
  };

  it("is one registration, and one mail", async () => {
    for (let run = 0; run < 3; run++) expect(await race()).toBe(1);
  });

  it("would be told of twice, by the names its files got", async () => {
    guard.on = false;
    expect(await worstOf(race, 1)).toBeGreaterThan(1);
  });

  it("is another one with other words, another file, or at another event", async () => {
    const { post, facts } = await scene();
    const idempotencyKey = crypto.randomUUID();
    const said: [Record<string, string>, Part][] = [
      [{}, pdf],
      [{ email: "andere@example.org" }, pdf],
      [{ email: "dritte@example.org" }, { ...pdf, content: "%PDF-1.7\n2 0 obj" }],
    ];
    for (const [fields, file] of said)
      expect((await post({ idempotencyKey, ...fields }, file)).status).toBe(200);
    expect(await facts()).toBe(3);
    const elsewhere = await scene();
    expect((await elsewhere.post({ idempotencyKey })).status).toBe(200);
    expect(await elsewhere.facts()).toBe(1);
  });
});
