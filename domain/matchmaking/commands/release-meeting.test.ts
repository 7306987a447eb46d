import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { talkChanges, talkPresences } from "@/db/schema/matchmaking-talks";
import { roomSettings } from "@/db/schema/rooms";
import { guest, personActor } from "@/db/testing/actors";
import { agreeOn, anAgreedTalk, cameToTalk, meetingRow } from "@/db/testing/talk-rooms";
import { aTaker } from "@/db/testing/talks";
import { talkRecord } from "../queries/talk-records";
import { releaseMeeting } from "./release-meeting";

type Talk = Awaited<ReturnType<typeof anAgreedTalk>>;
const release = ({ meetingId, startsAt }: Talk, person: { id: `per_${string}` }, minutes = 5) =>
  releaseMeeting({
    actor: personActor(person),
    input: { meetingId },
    now: new Date(startsAt.getTime() + minutes * 60_000),
  });

describe("release-meeting", () => {
  it("frees both, says why, and keeps who did not come", async () => {
    const talk = await anAgreedTalk();
    await cameToTalk(talk.meetingId, talk.anna.person, { from: 0 });
    expect((await release(talk, talk.anna.person)).ok).toBe(true);
    expect(await meetingRow(talk.meetingId)).toMatchObject({ status: "cancelled", calendarSequence: 1 });
    const changes = await db().select().from(talkChanges).where(eq(talkChanges.meetingId, talk.meetingId));
    expect(changes).toMatchObject([{ kind: "released", byPersonId: talk.anna.person.id }]);
    const record = await talkRecord(talk.meetingId);
    expect(record).toMatchObject({ state: "cancelled", isClosed: true });
    const came = new Map(record?.sides.map((side) => [side.personId, side.came]));
    expect([came.get(talk.anna.person.id), came.get(talk.ben.person.id)]).toEqual(["came", "missed"]);
    await agreeOn({ ...talk, ben: await aTaker(talk.event) }, 1);
  });

  it("keeps nothing of who came where the event keeps no minutes", async () => {
    const talk = await anAgreedTalk();
    const settings = { recordsAttendance: false };
    await db().insert(roomSettings).values({ eventId: talk.event.id, settings });
    await cameToTalk(talk.meetingId, talk.anna.person, { from: 0 });
    expect((await release(talk, talk.anna.person)).ok).toBe(true);
    expect(await meetingRow(talk.meetingId)).toMatchObject({ status: "cancelled" });
    expect(await db().$count(talkPresences, eq(talkPresences.meetingId, talk.meetingId))).toBe(0);
    const record = await talkRecord(talk.meetingId, new Date(talk.startsAt.getTime() + 3_600_000));
    expect(record?.sides.map(({ came, seconds }) => `${came} ${seconds}`)).toEqual([
      "unknown 0",
      "unknown 0",
    ]);
  });

  it("refuses before five minutes, from outside the room, and once the other has come", async () => {
    const early = await anAgreedTalk();
    await cameToTalk(early.meetingId, early.anna.person, { from: 0 });
    expect(await release(early, early.anna.person, 4)).toMatchObject({ failure: { reason: "not_waiting" } });
    expect(await release(early, early.ben.person)).toMatchObject({ failure: { reason: "not_waiting" } });
    await cameToTalk(early.meetingId, early.ben.person, { from: 200, to: 260 });
    expect(await release(early, early.anna.person)).toMatchObject({ failure: { reason: "not_waiting" } });
  });

  it("refuses strangers, and what is over or off", async () => {
    const talk = await anAgreedTalk();
    await cameToTalk(talk.meetingId, talk.anna.person, { from: 0 });
    const input = { meetingId: talk.meetingId };
    expect(await releaseMeeting({ actor: guest, input })).toMatchObject({ failure: { reason: "missing" } });
    expect(await release(talk, (await aTaker(talk.event)).person)).toMatchObject({
      failure: { reason: "missing" },
    });
    expect(await release(talk, talk.anna.person, 20)).toMatchObject({ failure: { reason: "talk_over" } });
    await release(talk, talk.anna.person);
    expect(await release(talk, talk.anna.person)).toMatchObject({
      failure: { reason: "already_cancelled" },
    });
  });
});
