import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { db, type Transaction } from "@/db/client";
import { meetingPeople, meetings } from "@/db/schema/matchmaking";
import { talkInvitations } from "@/db/schema/matchmaking-groups";
import { personActor } from "@/db/testing/actors";
import { aGuest, anOffer, aTalk } from "@/db/testing/group-talks";
import { withoutLockOn, worstOf } from "@/db/testing/races";
import { everyRowTakesTime } from "@/db/testing/slow-rows";
import { withoutGuard } from "@/db/testing/switches";
import { aTaker, aTalkEvent } from "@/db/testing/talks";
import type { Id } from "@/lib/ids";
import { answerTalkInvitation } from "../commands/answer-talk-invitation";
import { inviteToTalk } from "../commands/invite-to-talk";

/** The order in which calendars are held; the constraint keeps the promise without it. */
const guard = vi.hoisted(() => ({ on: true }));

vi.mock("./bookings", async (original) => {
  const real = await original<typeof import("./bookings")>();
  const lockCalendars = async (tx: Transaction, personIds: readonly Id<"person">[]) => {
    if (guard.on) await real.lockCalendars(tx, personIds);
  };
  return { ...real, lockCalendars };
});

// Between what is looked at and what is written lies some time; this only widens it.
beforeAll(async () => {
  for (const table of ["meeting_people", "talk_invitations"])
    await everyRowTakesTime(table, { on: "insert", seconds: 0.02 });
});

/** Two talks at one time invite the same person, who says yes to both at once: in how many they are then. */
async function twoInvitations(): Promise<number> {
  const event = await aTalkEvent();
  const [one, other, cem] = [await aTalk(event), await aTalk(event), await aTaker(event)];
  const invitations = [await anOffer(one, cem), await anOffer(other, cem)];
  const actor = personActor(cem.person);
  await Promise.all(
    invitations.map((invitationId) =>
      answerTalkInvitation({ actor, input: { invitationId, answer: "yes" } }),
    ),
  );
  return db().$count(meetingPeople, eq(meetingPeople.personId, cem.person.id));
}

/** In a talk of three both sides propose a fourth, each another one: how many places are given then. */
async function twoFourths(): Promise<number> {
  const event = await aTalkEvent();
  const talk = await aTalk(event);
  await aGuest(talk, await aTaker(event));
  const [dora, eva] = [await aTaker(event), await aTaker(event)];
  const { meetingId } = talk;
  await Promise.all(
    [
      { by: talk.anna, whom: dora },
      { by: talk.ben, whom: eva },
    ].map(({ by, whom }) =>
      inviteToTalk({ actor: personActor(by.person), input: { meetingId, personId: whom.person.id } }),
    ),
  );
  return 2 + (await db().$count(talkInvitations, eq(talkInvitations.meetingId, meetingId)));
}

describe("a person who comes into two talks of one time at once (I4)", { timeout: 120_000 }, () => {
  it("is in one of them", async () => {
    for (let round = 0; round < 3; round++) expect(await twoInvitations()).toBe(1);
  });
});

describe("two who propose the fourth of a talk at once", { timeout: 120_000 }, () => {
  it("fill one place: nobody is asked for a fifth", async () => {
    for (let round = 0; round < 3; round++) expect(await twoFourths()).toBe(4);
  });
});

describe("the same proposals without the lock on the talk", { timeout: 120_000 }, () => {
  let lockAgain: () => void = () => undefined;
  beforeAll(() => {
    lockAgain = withoutLockOn("meetings");
  });
  afterAll(() => lockAgain());

  it("ask for a fifth", async () => {
    expect(await worstOf(twoFourths, 4)).toBeGreaterThan(4);
  });
});

describe("the same answers without the constraint on people", { timeout: 120_000 }, () => {
  const name = sql.identifier("meeting_people_nobody_twice");
  let definition = "";
  withoutGuard(guard);
  beforeAll(async () => {
    const { rows } = await db().execute<{ is: string }>(
      sql`select pg_get_constraintdef(oid) as is from pg_constraint where conname = 'meeting_people_nobody_twice'`,
    );
    definition = rows[0]?.is ?? "";
    await db().execute(sql`alter table ${meetingPeople} drop constraint ${name}`);
  });
  afterAll(async () => {
    await db().delete(meetings);
    await db().execute(sql`alter table ${meetingPeople} add constraint ${name} ${sql.raw(definition)}`);
  });

  it("put somebody into two talks at one time", async () => {
    expect(await worstOf(twoInvitations, 1)).toBeGreaterThan(1);
  });
});
