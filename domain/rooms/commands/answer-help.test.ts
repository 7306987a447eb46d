import { expect, test } from "vitest";
import { aLiveEvent, anOpenRound, at } from "@/db/testing/rooms";
import { answerHelp } from "./answer-help";
import { askHelp } from "./ask-help";

test("a call is answered by one host, and never by participants", async () => {
  const live = await aLiveEvent({ guests: 2 });
  await anOpenRound(live);
  const [ada] = live.people;
  if (!ada) throw new Error("nobody joined");
  const input = { eventId: live.event.id, admissionId: ada.admissionId };
  const answer = (actor = live.host.actor) => answerHelp({ actor, input, now: at(40) });
  expect(await answer()).toMatchObject({ failure: { reason: "no_call" } });
  await askHelp({ actor: ada.actor, input: { eventId: live.event.id }, now: at(30) });
  expect(await answer(ada.actor)).toMatchObject({ failure: { kind: "forbidden" } });
  expect(await answer()).toMatchObject({ ok: true });
  expect(await answer()).toMatchObject({ failure: { reason: "no_call" } });
});
