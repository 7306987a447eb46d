import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { rounds } from "@/db/schema/rooms";
import { guest, personActor } from "@/db/testing/actors";
import { agreeOn, anAgreedTalk, meetingRow } from "@/db/testing/talk-rooms";
import { aTaker } from "@/db/testing/talks";
import { courseOf } from "../queries/talk-course";
import { cancelMeeting } from "./cancel-meeting";
import { extendTalk } from "./extend-talk";

type Talk = Awaited<ReturnType<typeof anAgreedTalk>>;
const wish = ({ meetingId, startsAt }: Talk, person: { id: `per_${string}` }, minutes = 18) =>
  extendTalk({
    actor: personActor(person),
    input: { meetingId },
    now: new Date(startsAt.getTime() + minutes * 60_000),
  });

describe("extend-talk", () => {
  it("makes a talk ten minutes longer once both have said so, and again", async () => {
    const talk = await anAgreedTalk();
    const end = (await meetingRow(talk.meetingId)).endsAt.getTime();
    expect(await wish(talk, talk.anna.person)).toMatchObject({ value: { agreed: false } });
    expect(await wish(talk, talk.anna.person)).toMatchObject({ value: { agreed: false } });
    expect((await meetingRow(talk.meetingId)).endsAt.getTime()).toBe(end);
    expect(await wish(talk, talk.ben.person)).toMatchObject({ value: { agreed: true } });
    const longer = await meetingRow(talk.meetingId);
    expect(longer).toMatchObject({ endsAt: new Date(end + 600_000), calendarSequence: 1 });
    const [round] = await db()
      .select()
      .from(rounds)
      .where(eq(rounds.id, longer.roundId ?? "rnd_none"));
    expect(round?.endsAt).toEqual(longer.endsAt);
    // What both wished of the first end says nothing of the second.
    expect(await wish(talk, talk.ben.person, 28)).toMatchObject({ value: { agreed: false } });
    expect(await wish(talk, talk.anna.person, 34)).toMatchObject({ value: { agreed: true } });
  });

  it("three times at most, and then says why", async () => {
    const talk = await anAgreedTalk();
    for (const minutes of [18, 28, 38]) {
      expect(await wish(talk, talk.anna.person, minutes)).toMatchObject({ value: { agreed: false } });
      expect(await wish(talk, talk.ben.person, minutes)).toMatchObject({ value: { agreed: true } });
    }
    for (const { person } of [talk.anna, talk.ben])
      expect(await wish(talk, person, 48)).toMatchObject({ failure: { reason: "extended_enough" } });
    expect(await meetingRow(talk.meetingId)).toMatchObject({ calendarSequence: 3 });
    const now = new Date(talk.startsAt.getTime() + 48 * 60_000);
    expect(await courseOf(personActor(talk.anna.person), talk.meetingId, now)).toMatchObject({
      ...{ isExtendable: false, isLongEnough: true },
    });
  });

  it("refuses when one of them has a talk next", async () => {
    const talk = await anAgreedTalk();
    await agreeOn({ ...talk, anna: await aTaker(talk.event) }, 1);
    for (const { person } of [talk.anna, talk.ben])
      expect(await wish(talk, person)).toMatchObject({ failure: { reason: "not_both_free" } });
  });

  it("refuses before the start, after the grace, what was called off, and strangers", async () => {
    const talk = await anAgreedTalk();
    const { person } = talk.anna;
    expect(await wish(talk, person, -1)).toMatchObject({ failure: { reason: "too_early" } });
    expect(await wish(talk, person, 25)).toMatchObject({ failure: { reason: "talk_over" } });
    const input = { meetingId: talk.meetingId };
    expect(await extendTalk({ actor: guest, input })).toMatchObject({ failure: { reason: "missing" } });
    expect(await wish(talk, (await aTaker(talk.event)).person)).toMatchObject({
      failure: { reason: "missing" },
    });
    await cancelMeeting({ actor: personActor(person), input });
    expect(await wish(talk, person)).toMatchObject({ failure: { reason: "was_cancelled" } });
  });
});
