import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { mails } from "@/db/schema/notifications";
import { guest, organizerActor, seatActor } from "@/db/testing/actors";
import { aNetwork, anEvent, anOrganizer } from "@/db/testing/makers";
import { deliverNextFact } from "@/domain/kernel/outbox";
import { sendLogOf } from "@/domain/notifications/queries/send-log";
import { cancelRegistration } from "@/domain/registration/commands/cancel-registration";
import { registerForEvent } from "@/domain/registration/commands/register-for-event";
import type { Id } from "@/lib/ids";
import type { MailServer } from "@/lib/mail/testing/mail-server";
import { endMailing, startMailing } from "@/lib/mail/testing/mailing";
import { closeTransport } from "@/lib/mail/transport";
import { setClock } from "@/lib/time/clock";
import { deliverDue } from "./mail-delivery";
import { mailedKinds, subscribersOf } from "./registry";

const MINUTE = 60_000;
const began = Date.now();
let minutes = 0;
let server: MailServer;
let restore: () => void;

async function serverComes(): Promise<void> {
  server = await startMailing();
}
/** Nobody listens at its address any more. */
function serverGoes(): void {
  closeTransport();
  server.close();
}
beforeEach(async () => {
  minutes = 0;
  restore = setClock(() => new Date(began + minutes * MINUTE));
  await db().delete(mails);
  await serverComes();
});
afterEach(() => {
  restore();
  endMailing(server);
});

async function tellAll(): Promise<void> {
  const lane = { name: "mails", subscribersOf, kinds: { only: mailedKinds } };
  while (await deliverNextFact({ ...lane, skip: [] }));
}

async function register(eventId: Id<"event">, word: string): Promise<Id<"registration">> {
  const input = { eventId, name: word, email: `${word}-${crypto.randomUUID()}@example.org` };
  const result = await registerForEvent({ actor: guest, input });
  if (!result.ok) throw new Error(result.failure.reason);
  await tellAll();
  return result.value.registrationId;
}

const mailsOf = (id: Id<"registration">) => db().select().from(mails).where(eq(mails.subjectId, id));
const subjectsReceived = () => server.received.map((text) => /^Subject: (.*)$/m.exec(text)?.[1]);

/** Lets the minutes of an outage pass as the worker does: it comes back when a mail wants another try. */
async function tryUntil(end: number): Promise<number[]> {
  const tries: number[] = [];
  for (;;) {
    tries.push(minutes);
    const [next] = (await deliverDue()).toSorted((a, b) => a.getTime() - b.getTime());
    const at = next === undefined ? end : (next.getTime() - began) / MINUTE;
    if (at >= end) break;
    minutes = at;
  }
  minutes = end;
  return tries;
}

describe("R12: a mail server that is away for half an hour", () => {
  it("keeps nobody from registering; tries come further and further apart, and one mail goes out at last", async () => {
    const event = await anEvent();
    serverGoes();
    const id = await register(event.id, "ada");
    const tries = await tryUntil(30);
    const pauses = tries.slice(1).map((at, index) => at - (tries[index] ?? 0));
    expect(pauses.length, "several tries").toBeGreaterThan(3);
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
    expect(pauses.at(-1)).toBeGreaterThanOrEqual(2 * (pauses[0] ?? 0));
    expect(await mailsOf(id)).toMatchObject([{ state: "queued", attempts: tries.length }]);

    await serverComes();
    minutes = 65;
    await deliverDue();
    await deliverDue();
    expect(server.received).toHaveLength(1);
    expect(await mailsOf(id)).toMatchObject([{ state: "sent", lastError: null }]);
  });

  it("sends nothing about what was cancelled meanwhile but that it was", async () => {
    const event = await anEvent();
    serverGoes();
    const id = await register(event.id, "ben");
    await tryUntil(10);
    await cancelRegistration({ actor: seatActor({ id, eventId: event.id }), input: { registrationId: id } });
    await tellAll();
    await serverComes();
    minutes = 65;
    await deliverDue();
    const rows = await mailsOf(id);
    expect(rows.map(({ kind, state }) => [kind, state]).sort()).toEqual([
      ["registration.cancelled", "sent"],
      ["registration.confirmed", "dropped"],
    ]);
    expect(subjectsReceived()).toHaveLength(1);
  });
});

describe("R12: a mail server that is slow", () => {
  it("holds up nobody who registers, nor the mail of who comes next; and none of them goes twice", async () => {
    const event = await anEvent();
    server.beSlow();
    const ada = await register(event.id, "ada");
    const underway = deliverDue();
    await server.untilWaiting(1);
    // The server has said nothing yet, and who comes now is registered and has a mail of their own.
    const ben = await register(event.id, "ben");
    const nextRound = deliverDue();
    await server.untilWaiting(2);
    expect(await mailsOf(ada)).toMatchObject([{ state: "queued" }]);
    server.catchUp();
    await Promise.all([underway, nextRound]);
    for (const id of [ada, ben]) expect(await mailsOf(id)).toMatchObject([{ state: "sent", attempts: 1 }]);
    expect(server.received).toHaveLength(2);
    expect(new Set(server.received.map((text) => /^To: (.*)$/m.exec(text)?.[1])).size).toBe(2);
  });

  it("and gives up without an answer is asked again later, with pauses that grow, until it takes the mail", async () => {
    const event = await anEvent();
    server.beSlow();
    const id = await register(event.id, "cleo");
    const pauses: number[] = [];
    for (let tries = 1; tries <= 4; tries++) {
      const underway = deliverDue();
      await server.untilWaiting(1);
      server.hangUp();
      const [next] = await underway;
      expect(await mailsOf(id)).toMatchObject([{ state: "queued", attempts: tries }]);
      const at = ((next?.getTime() ?? 0) - began) / MINUTE;
      pauses.push(at - minutes);
      minutes = at;
    }
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
    expect(pauses.at(-1)).toBeGreaterThanOrEqual(2 * (pauses[0] ?? 0));
    server.catchUp();
    await deliverDue();
    expect(await mailsOf(id)).toMatchObject([{ state: "sent", lastError: null }]);
  });
});

describe("R12: a mail server that answers", () => {
  const anOfficeWith = async () => {
    const network = await aNetwork();
    const event = await anEvent({ network });
    const actor = organizerActor(await anOrganizer(network), network);
    return { event, log: () => sendLogOf(actor, { eventId: event.id, page: 1 }) };
  };

  it("451 for as long as it likes: the desk shows the mail as waiting, with its tries, and then as sent", async () => {
    const { event, log } = await anOfficeWith();
    server.answer(451);
    await register(event.id, "cem");
    const tries = await tryUntil(30);
    expect((await log())?.counts).toMatchObject({ queued: 1, sent: 0, failed: 0 });
    expect((await log())?.mails).toMatchObject([{ attempts: tries.length, state: "queued" }]);
    server.answer(250);
    minutes = 65;
    await deliverDue();
    expect((await log())?.counts).toMatchObject({ queued: 0, sent: 1 });
  });

  it("550: it is tried once, and the desk shows whom it did not reach, beside those it did", async () => {
    const { event, log } = await anOfficeWith();
    await register(event.id, "dora");
    await deliverDue();
    server.answer(550);
    const id = await register(event.id, "emil");
    expect(await tryUntil(24 * 60)).toEqual([0]);
    expect((await log())?.counts).toMatchObject({ queued: 0, sent: 1, failed: 1 });
    const [mail] = await mailsOf(id);
    expect(mail).toMatchObject({ state: "failed", attempts: 1 });
    expect((await log())?.mails).toContainEqual(expect.objectContaining({ id: mail?.id, state: "failed" }));
  });
});
