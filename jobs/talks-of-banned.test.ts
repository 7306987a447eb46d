import { and, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { meetings } from "@/db/schema/matchmaking";
import { mails } from "@/db/schema/notifications";
import { admissions } from "@/db/schema/rooms";
import { eventActor, personActor } from "@/db/testing/actors";
import { aGuest, aTalk } from "@/db/testing/group-talks";
import { anEventRole } from "@/db/testing/makers";
import { worstOf } from "@/db/testing/races";
import { everyRowTakesTime } from "@/db/testing/slow-rows";
import { agreeOn, meetingRow } from "@/db/testing/talk-rooms";
import { aTaker, aTalkEvent, aTalkRequest, slotAt } from "@/db/testing/talks";
import { answerRequest } from "@/domain/matchmaking/commands/answer-request";
import { sanction } from "@/domain/rooms/commands/sanction";
import type { Id } from "@/lib/ids";
import { subscribersOf } from "./registry";

const DAY_MS = 86_400_000;

type Event = Awaited<ReturnType<typeof aTalkEvent>>;
type Taker = Awaited<ReturnType<typeof aTaker>>;
type Heard = { kind: string; payload: unknown };

// A ban and a talk's room take their time to be stored, which only widens the window that is always there: somebody is asked
// whether they take talks while they are just being banned.
beforeAll(async () => {
  await everyRowTakesTime("sanctions", { on: "insert", seconds: 0.05 });
  await everyRowTakesTime("rooms", { on: "insert", seconds: 0.15 });
});

/** What the worker does about it right after the commit; by mail only where that is asked for. */
async function hear({ kind, payload }: Heard, names: readonly string[] = ["leavers"]): Promise<void> {
  const fact = { id: `fct_${crypto.randomUUID()}`, kind, payload, at: new Date() } as const;
  for (const { name, handle } of subscribersOf(kind)) if (names.includes(name)) await handle(fact);
}

/** Whoever hosts the event puts somebody out of it, for five minutes or for good. */
async function putOut(event: Event, { person }: Taker, action: "ban" | "remove" = "ban"): Promise<void> {
  const host = eventActor(await anEventRole(event, "host"), event, "host");
  const { id: eventId } = event;
  const mine = { eventId, personId: person.id, role: "participant" as const, displayName: person.name };
  // Whoever has a talk is let in already.
  await db().insert(admissions).values(mine).onConflictDoNothing();
  const isTheirs = and(eq(admissions.eventId, eventId), eq(admissions.personId, person.id));
  const [seat] = await db().select().from(admissions).where(isTheirs);
  if (!seat) throw new Error("nobody was let in");
  const input = { eventId, admissionId: seat.id, action };
  expect((await sanction({ actor: host, input })).ok).toBe(true);
  await hear({ kind: "participant.removed", payload: { eventId, admissionId: seat.id } });
}

const statusOf = async (meetingId: Id<"meeting">) => (await meetingRow(meetingId)).status;
const toldOf = async (kind: string, meetingId: Id<"meeting">) =>
  (
    await db()
      .select()
      .from(outbox)
      .where(and(eq(outbox.kind, kind), sql`${outbox.payload} ->> 'meetingId' = ${meetingId}`))
  ).length;

describe("whoever is banned from an event", () => {
  it("has no talks ahead there: of two it is off, once, and of three it goes on without them", async () => {
    const event = await aTalkEvent();
    const [anna, ben, cem] = [await aTaker(event), await aTaker(event), await aTaker(event)];
    const two = await agreeOn({ event, anna, ben }, 0);
    const others = await agreeOn({ event, anna: cem, ben }, 1);
    const three = await aTalk(event, 2);
    await aGuest(three, anna);
    const elsewhere = await aTalkEvent({ startsAt: new Date(event.endsAt.getTime() + DAY_MS) });
    const there = { event: elsewhere, anna: { ...anna, ...(await seatAt(elsewhere, anna)) } };
    const far = await agreeOn({ ...there, ben: await aTaker(elsewhere) }, 3);
    await putOut(event, anna);
    expect(await statusOf(two)).toBe("cancelled");
    expect([await statusOf(others), await statusOf(far)]).toEqual(["accepted", "accepted"]);
    expect(await statusOf(three.meetingId)).toBe("accepted");
    expect(await toldOf("meeting.left", three.meetingId)).toBe(1);
    // The fact comes again.
    await hear({ kind: "participant.removed", payload: { eventId: event.id, admissionId: "adm_any" } });
    expect(await toldOf("meeting.cancelled", two)).toBe(1);
  });

  it("is not named as banned to who was to talk with them, who hears that the talk is off", async () => {
    const event = await aTalkEvent();
    const [anna, ben] = [await aTaker(event), await aTaker(event)];
    const meetingId = await agreeOn({ event, anna, ben });
    await putOut(event, anna);
    await hear({ kind: "meeting.cancelled", payload: { meetingId, eventId: event.id } }, ["mail"]);
    const [mail] = await db()
      .select()
      .from(mails)
      .where(and(eq(mails.subjectId, meetingId), eq(mails.toEmail, ben.person.email)));
    expect(mail?.kind).toBe("meeting.cancelled");
    const said = JSON.stringify(mail);
    expect(said).toContain("findet nicht statt");
    expect(said).not.toMatch(/sperr|ausgeschlossen|verwiesen|banned|entfernt/i);
  });

  it("for five minutes only keeps them", async () => {
    const event = await aTalkEvent();
    const [anna, ben] = [await aTaker(event), await aTaker(event)];
    const meetingId = await agreeOn({ event, anna, ben });
    await putOut(event, anna, "remove");
    expect(await statusOf(meetingId)).toBe("accepted");
  });
});

/** The seat of the same person at another event. */
const seatAt = async (event: Event, { person }: Taker) => {
  const { registration } = await aTaker(event, { personId: person.id, email: person.email });
  return { registration };
};

/** Anna is banned while Ben says yes to her: how many talks stand, when the worker hears of these kinds. */
async function race(kinds: readonly string[]): Promise<number> {
  const event = await aTalkEvent();
  const [anna, ben] = [await aTaker(event), await aTaker(event)];
  const request = await aTalkRequest(event, { from: anna.person, to: ben.person, slots: [0] });
  const accept = async () => {
    const input = { requestId: request.id, answer: slotAt(event, 0).toISOString() };
    const result = await answerRequest({ actor: personActor(ben.person), input });
    const fact = { kind: "meeting.accepted", payload: { ...(result.ok && result.value), eventId: event.id } };
    if (result.ok && kinds.includes(fact.kind)) await hear(fact);
  };
  await Promise.all([accept(), putOut(event, anna)]);
  return db().$count(meetings, and(eq(meetings.eventId, event.id), eq(meetings.status, "accepted")));
}

describe("somebody is banned while a talk with them is agreed on", { timeout: 120_000 }, () => {
  it("none stands: of the two facts the later one sees both", async () => {
    for (let round = 0; round < 8; round++) expect(await race(["meeting.accepted"])).toBe(0);
  });

  it("without looking again once the talk is agreed on, it stands", async () => {
    expect(await worstOf(() => race([]), 0)).toBeGreaterThan(0);
  });
});
