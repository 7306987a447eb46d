import { expect, test } from "vitest";
import { anOpenPoll, firstPoll } from "@/db/testing/polls";
import { aLiveEvent, at, some } from "@/db/testing/rooms";
import { listPolls, pollResults } from "../queries/polls";
import { castBallot } from "./cast-ballot";
import { hideWord } from "./hide-word";
import { sharePoll } from "./share-poll";

test("a host hides a word in every spelling, from everybody and from the report, and shows it again", async () => {
  const live = await aLiveEvent({ guests: 2 });
  const [ada, ben] = some(live.people, 2);
  if (!ada || !ben) throw new Error("two guests are needed");
  const input = await anOpenPoll(live, { kind: "words", answers: "" });
  await castBallot({ actor: ada.actor, input: { ...input, words: ["Werbung", "Mut"] }, now: at(3) });
  await sharePoll({ actor: live.host.actor, input: { ...input, shared: true }, now: at(3) });
  const hide = (hidden: boolean, actor = live.host.actor) =>
    hideWord({ actor, input: { ...input, word: "werbung!", hidden }, now: at(4) });
  const wordsFor = async (actor = ben.actor, second = 20) =>
    firstPoll(await listPolls(actor, live.event.id, at(second)))
      .result?.words.map(({ word }) => word)
      .sort();
  expect(await hide(true, ada.actor)).toMatchObject({ failure: { kind: "forbidden" } });
  expect(await wordsFor()).toEqual(["Mut", "Werbung"]);
  await hide(true);
  expect(await wordsFor()).toEqual(["Mut"]);
  expect(await wordsFor(live.host.actor)).toEqual(["Mut", "Werbung"]);
  const [report] = await pollResults(live.host.actor, live.event.id, at(21));
  expect(report?.result.words.map(({ word }) => word)).toEqual(["Mut"]);
  await castBallot({ actor: ben.actor, input: { ...input, words: ["WERBUNG"] }, now: at(30) });
  expect(await wordsFor(ada.actor, 60)).toEqual(["Mut"]);
  await hide(false);
  expect(await wordsFor(ada.actor, 60)).toHaveLength(2);
});
