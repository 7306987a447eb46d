import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { talkNudges } from "@/db/schema/matchmaking-talks";
import { personActor, system } from "@/db/testing/actors";
import { anAgreedTalk, cameToTalk } from "@/db/testing/talk-rooms";
import { nudgeMissing } from "./nudge-missing";

const nudge = (meetingId: string, startsAt: Date, seconds: number) =>
  nudgeMissing({
    actor: system,
    input: { meetingId },
    now: new Date(startsAt.getTime() + seconds * 1000),
  });

describe("nudge-missing", () => {
  it("tells who has not come, once, two minutes after the start", async () => {
    const { anna, ben, meetingId, startsAt } = await anAgreedTalk();
    await cameToTalk(meetingId, anna.person, { from: -30 });
    expect(await nudge(meetingId, startsAt, 119)).toEqual({ ok: true, value: { nudged: 0 } });
    expect(await nudge(meetingId, startsAt, 120)).toEqual({ ok: true, value: { nudged: 1 } });
    expect(await nudge(meetingId, startsAt, 180)).toEqual({ ok: true, value: { nudged: 0 } });
    const told = await db().select().from(talkNudges).where(eq(talkNudges.meetingId, meetingId));
    expect(told.map(({ personId }) => personId)).toEqual([ben.person.id]);
    const facts = await db().select().from(outbox).where(eq(outbox.kind, "meeting.nudged"));
    const mine = facts.filter(({ payload }) => JSON.stringify(payload).includes(meetingId));
    expect(mine.map(({ payload }) => payload)).toMatchObject([{ personId: ben.person.id }]);
  });

  it("tells nobody while nobody waits, when both have been there, or when it is over", async () => {
    const nobody = await anAgreedTalk();
    expect(await nudge(nobody.meetingId, nobody.startsAt, 150)).toMatchObject({ value: { nudged: 0 } });
    const both = await anAgreedTalk();
    await cameToTalk(both.meetingId, both.anna.person, { from: 0 });
    await cameToTalk(both.meetingId, both.ben.person, { from: 0, to: 60 });
    expect(await nudge(both.meetingId, both.startsAt, 150)).toMatchObject({ value: { nudged: 0 } });
    const over = await anAgreedTalk();
    await cameToTalk(over.meetingId, over.anna.person, { from: 0 });
    expect(await nudge(over.meetingId, over.startsAt, 1200)).toMatchObject({ value: { nudged: 0 } });
  });

  it("is the clock's business alone", async () => {
    const { anna, meetingId } = await anAgreedTalk();
    const input = { meetingId };
    expect(await nudgeMissing({ actor: personActor(anna.person), input })).toMatchObject({ ok: false });
    expect(await nudgeMissing({ actor: system, input: { meetingId: "mtg_000000000000" } })).toMatchObject({
      failure: { reason: "missing" },
    });
  });
});
