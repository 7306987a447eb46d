import { expect, test } from "vitest";
import { aLiveEvent, anOpenRound, at } from "@/db/testing/rooms";
import { listRounds } from "../queries";
import { answerHelp } from "./answer-help";
import { askHelp } from "./ask-help";

test("a call for help shows to hosts and, once answered, to the room", async () => {
  const live = await aLiveEvent({ guests: 2 });
  await anOpenRound(live);
  const [ada] = live.people;
  if (!ada) throw new Error("nobody joined");
  const input = { eventId: live.event.id };
  expect(await askHelp({ actor: ada.actor, input, now: at(30) })).toMatchObject({ ok: true });
  const call = async () => {
    const listed = await listRounds(live.host.actor, live.event.id, at(31));
    const people = listed.ok
      ? listed.value.rounds.flatMap(({ rooms }) => rooms.flatMap((room) => room.people))
      : [];
    return people.find(({ admissionId }) => admissionId === ada.admissionId);
  };
  expect(await call()).toMatchObject({ helpAskedAt: at(30).toISOString(), helpOnTheWay: false });
  const answer = { ...input, admissionId: ada.admissionId };
  await answerHelp({ actor: live.host.actor, input: answer, now: at(32) });
  expect(await call()).toMatchObject({ helpOnTheWay: true });
});

test("in the plenary nobody needs to be fetched", async () => {
  const live = await aLiveEvent({ guests: 1 });
  const actor = live.people[0]?.actor ?? live.host.actor;
  expect(await askHelp({ actor, input: { eventId: live.event.id }, now: at(30) })).toMatchObject({
    failure: { reason: "not_in_a_breakout" },
  });
});
