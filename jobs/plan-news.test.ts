import { and, asc, eq, gt, inArray, lte } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { meetingPeople } from "@/db/schema/matchmaking";
import { mails } from "@/db/schema/notifications";
import { personActor, system } from "@/db/testing/actors";
import { aGuest } from "@/db/testing/group-talks";
import { aDraft, aPlanEvent, aPublishedPlan, type PlanEvent, publish, type Wanted } from "@/db/testing/plans";
import { slotAt } from "@/db/testing/talks";
import { cancelMeeting } from "@/domain/matchmaking/commands/cancel-meeting";
import { leaveMeeting } from "@/domain/matchmaking/commands/leave-meeting";
import { rescheduleMeeting } from "@/domain/matchmaking/commands/reschedule-meeting";
import { wipePerson } from "@/domain/privacy/commands/wipe-person";
import { setClock } from "@/lib/time/clock";
import { mailPlan } from "./mails/plan";
import { mailTalk } from "./mails/talk";
import { mailTalkPeople } from "./mails/talk-group";

const MINUTE = 60_000;
let clock = Date.now();
afterAll(setClock(() => new Date(clock)));
const pass = (minutes: number) => {
  clock += minutes * MINUTE;
};

let told = 0;
/** Writes the mails of all facts that are new, in their order. */
async function write(): Promise<void> {
  const facts = await db().select().from(outbox).where(gt(outbox.seq, told)).orderBy(asc(outbox.seq));
  for (const { seq, kind, createdAt: at, ...fact } of facts) {
    told = seq;
    if (kind === "plan.published") await mailPlan({ ...fact, kind, at });
    if (kind === "meeting.left") await mailTalkPeople("left")({ ...fact, kind, at });
    if (kind === "meeting.moved" || kind === "meeting.cancelled") await mailTalk(kind)({ ...fact, kind, at });
  }
}

/** Sends what is due, and says how many mails that were to this person of the event. */
async function send({ event, takers }: PlanEvent, nth: number): Promise<number> {
  const isDue = and(
    eq(mails.eventId, event.id),
    eq(mails.state, "queued"),
    lte(mails.nextAttemptAt, new Date(clock)),
  );
  const sent = await db()
    .update(mails)
    .set({ state: "sent", attempts: 1, sentAt: new Date(clock) })
    .where(isDue)
    .returning();
  return sent.filter(({ toEmail }) => toEmail === takers[nth]?.registration.email).length;
}

const waitingFor = ({ event, takers }: PlanEvent, nth: number) =>
  db()
    .select()
    .from(mails)
    .where(
      and(
        eq(mails.eventId, event.id),
        eq(mails.state, "queued"),
        eq(mails.toEmail, takers[nth]?.registration.email ?? ""),
      ),
    );

async function published(world: PlanEvent, wanted: readonly Wanted[]) {
  await aDraft(world, wanted);
  expect(await publish(world)).toMatchObject({ ok: true });
  await write();
}

/** The event's people as the mails name them. */
const nameOf = ({ takers }: PlanEvent, nth: number) =>
  takers[nth]?.registration.name.replaceAll(".", ".\u200B") ?? "";

async function talkWith({ takers }: PlanEvent, nth: number) {
  const [seat] = await db()
    .select()
    .from(meetingPeople)
    .where(eq(meetingPeople.personId, takers[nth]?.person.id ?? "per_none"));
  if (!seat) throw new Error("no talk");
  return seat.meetingId;
}

describe("plans that are published again and again", () => {
  it("write the first mail at once, and one about all that is new since, a while later", async () => {
    const world = await aPlanEvent(4);
    await published(world, [[0, 1, 0]]);
    expect(await send(world, 0)).toBe(1);
    pass(1);
    await published(world, [
      [0, 1, 0],
      [0, 2, 1],
    ]);
    expect(await send(world, 0)).toBe(0);
    pass(1);
    await published(world, [
      [0, 1, 0],
      [0, 2, 1],
      [0, 3, 2],
    ]);
    const [mail, ...more] = await waitingFor(world, 0);
    expect(more).toEqual([]);
    for (const nth of [2, 3]) expect(mail?.text).toContain(nameOf(world, nth));
    expect(mail?.text).not.toContain(nameOf(world, 1));
    expect(mail?.ics?.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    pass(7);
    expect(await send(world, 0)).toBe(0);
    pass(1);
    expect(await send(world, 0)).toBe(1);
  });

  it("say nothing of what was moved or fell away before anybody heard of it, and nothing at all where nothing is left", async () => {
    const world = await aPlanEvent(4);
    await published(world, [[0, 1, 0]]);
    await send(world, 0);
    pass(1);
    await published(world, [
      [0, 1, 0],
      [0, 2, 1],
      [0, 3, 2],
    ]);
    pass(1);
    await published(world, [
      [0, 1, 0],
      [0, 3, 3],
    ]);
    const [mail, ...more] = await waitingFor(world, 0);
    expect(more).toEqual([]);
    expect(mail?.text).toContain(nameOf(world, 3));
    expect(mail?.text).not.toContain(nameOf(world, 2));
    expect(mail?.ics).toContain("SEQUENCE:1");
    expect(await waitingFor(world, 2)).toEqual([]);
    pass(1);
    await published(world, [[0, 1, 0]]);
    expect(await waitingFor(world, 0)).toEqual([]);
    pass(20);
    expect(await send(world, 0)).toBe(0);
  });

  it("name nobody who has called a talk off by then, also in a mail that could not be sent yet", async () => {
    const world = await aPlanEvent(3);
    await published(world, [
      [0, 1, 0],
      [0, 2, 1],
    ]);
    await db().update(mails).set({ attempts: 1, lastError: "421" }).where(eq(mails.eventId, world.event.id));
    const [ben] = [world.takers[1]?.person];
    if (!ben) throw new Error("nobody there");
    await cancelMeeting({ actor: personActor(ben), input: { meetingId: await talkWith(world, 1) } });
    await write();
    const [mail, ...more] = await waitingFor(world, 0);
    expect(more).toEqual([]);
    expect(mail?.text).toContain(nameOf(world, 2));
    expect(mail?.text).not.toContain(nameOf(world, 1));
  });

  it("R25: name nobody who is erased, also who had left a talk of three before", async () => {
    const world = await aPlanEvent(3);
    await published(world, [[0, 1, 0]]);
    await send(world, 0);
    const [anna, ben, cem] = world.takers;
    if (!anna || !ben || !cem) throw new Error("nobody there");
    const meetingId = await talkWith(world, 0);
    await aGuest({ anna, ben, meetingId }, cem);
    await leaveMeeting({ actor: system, input: { meetingId, personId: ben.person.id } });
    await write();
    const naming = async () =>
      (await db().select().from(mails).where(eq(mails.eventId, world.event.id))).filter(({ text }) =>
        text.includes(nameOf(world, 1)),
      );
    expect((await naming()).map(({ kind }) => kind)).toContain("plan.published");
    await wipePerson({ actor: system, input: { personId: ben.person.id } });
    expect(await naming()).toEqual([]);
  });

  it("are bounded for each person: a loop of two dozen within half an hour is a handful of mails", async () => {
    const world = await aPlanEvent(3);
    let count = 0;
    for (let round = 0; round < 24; round++) {
      await published(world, round % 2 === 0 ? [[0, 1, 0]] : [[0, 2, 0]]);
      count += await send(world, 0);
      pass(1);
    }
    // At most one about the plan in ten minutes, and what that told is called off once.
    expect(count).toBeGreaterThan(1);
    expect(count).toBeLessThanOrEqual(6);
  });

  it("write nothing twice when a fact comes again", async () => {
    const world = await aPlanEvent(2);
    await published(world, [[0, 1, 0]]);
    const facts = await db()
      .select()
      .from(outbox)
      .where(inArray(outbox.kind, ["plan.published"]));
    for (const { seq, createdAt: at, ...fact } of facts) if (seq === told) await mailPlan({ ...fact, at });
    expect(await send(world, 0)).toBe(1);
    for (const { createdAt: at, ...fact } of facts) await mailPlan({ ...fact, at });
    expect(await waitingFor(world, 0)).toEqual([]);
  });
});

describe("a talk that an organizer moves again and again", () => {
  it("is told at once, and then at most once in ten minutes, as it stands by then", async () => {
    const world = await aPlanEvent(2, {
      startsAt: new Date(clock + 2_880 * MINUTE),
      endsAt: new Date(clock + 2_970 * MINUTE),
    });
    await aPublishedPlan(world, [[0, 1, 0]]);
    await write();
    await send(world, 0);
    const meetingId = await talkWith(world, 0);
    let count = 0;
    for (let round = 1; round <= 22; round++) {
      const startsAt = slotAt(world.event, round % 4).toISOString();
      await rescheduleMeeting({ actor: world.office, input: { meetingId, startsAt } });
      await write();
      expect((await waitingFor(world, 0)).length).toBeLessThanOrEqual(1);
      count += await send(world, 0);
      pass(1);
    }
    expect(count).toBe(3);
    const [last] = await waitingFor(world, 0);
    expect(last?.ics).toContain("SEQUENCE:22");
    await cancelMeeting({ actor: system, input: { meetingId } });
    await write();
    const left = await waitingFor(world, 0);
    expect(left.map(({ kind, icsMethod }) => [kind, icsMethod])).toEqual([["meeting.cancelled", "CANCEL"]]);
    expect(await send(world, 0)).toBe(1);
  });
});
