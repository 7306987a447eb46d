import { expect, test } from "vitest";
import { personActor, system } from "@/db/testing/actors";
import { aPerson } from "@/db/testing/makers";
import { aLiveEvent, anOpenRound, at, joined, whereIs } from "@/db/testing/rooms";
import { anAgreedTalk, meetingRow } from "@/db/testing/talk-rooms";
import { extendTalkRoom } from "./extend-talk-room";
import { layTalks } from "./lay-talks";

test("both stay in the room of a talk for as much longer", async () => {
  const { event, anna, meetingId } = await anAgreedTalk();
  const { roundId, endsAt } = await meetingRow(meetingId);
  const later = (minutes: number) => new Date(endsAt.getTime() + minutes * 60_000);
  const one = await joined(event, personActor(anna.person), { tab: "tab-anna", now: endsAt });
  expect(await whereIs(event, one, later(6))).not.toContain(" · ");
  const input = { eventId: event.id, roundId, endsAt: later(10) };
  expect(await extendTalkRoom({ actor: system, input })).toMatchObject({ ok: true });
  expect(await whereIs(event, one, later(6))).toContain(" · ");
});

test("is for talks that are on: no breakout round of hosts, no talk that was closed", async () => {
  const live = await aLiveEvent({ guests: 2 });
  const round = { ...(await anOpenRound(live)), endsAt: at(900) };
  const { event, meetingId } = await anAgreedTalk();
  const { roundId, endsAt } = await meetingRow(meetingId);
  const talk = { eventId: event.id, roundId: roundId ?? "rnd_none", endsAt };
  await layTalks({ actor: system, input: { eventId: event.id, closes: [talk.roundId], opens: [] } });
  for (const input of [round, talk])
    expect(await extendTalkRoom({ actor: system, input })).toMatchObject({
      failure: { reason: "missing_round" },
    });
});

test("people do not do that here; they agree on it in the talk", async () => {
  const { event, meetingId } = await anAgreedTalk();
  const { roundId, endsAt } = await meetingRow(meetingId);
  const actor = personActor(await aPerson());
  expect(await extendTalkRoom({ actor, input: { eventId: event.id, roundId, endsAt } })).toMatchObject({
    failure: { kind: "forbidden" },
  });
});
