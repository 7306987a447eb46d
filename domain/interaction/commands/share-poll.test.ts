import { expect, test } from "vitest";
import { anOpenPoll, aPoll, firstPoll } from "@/db/testing/polls";
import { aLiveEvent, at, some } from "@/db/testing/rooms";
import { listPolls } from "../queries/polls";
import { castBallot } from "./cast-ballot";
import { closePoll } from "./close-poll";
import { sharePoll } from "./share-poll";

test("a result is for hosts until it is shared, and again when it is not; the solution waits for the close", async () => {
  const live = await aLiveEvent({ guests: 1 });
  const [ada] = some(live.people, 1);
  if (!ada) throw new Error("a guest is needed");
  const input = await anOpenPoll(live, { answers: "* Bonn\nBerlin" });
  await castBallot({ actor: ada.actor, input: { ...input, picks: [1] }, now: at(3) });
  const share = (shared: boolean, actor = live.host.actor) =>
    sharePoll({ actor, input: { ...input, shared }, now: at(4) });
  const seen = async () => firstPoll(await listPolls(ada.actor, live.event.id, at(5)));
  expect(await seen()).toMatchObject({ result: null, correct: null, shared: false });
  expect(await share(true, ada.actor)).toMatchObject({ failure: { kind: "forbidden" } });
  await share(true);
  expect(await seen()).toMatchObject({ result: { people: 1, counts: [0, 1] }, correct: null, shared: true });
  await closePoll({ actor: live.host.actor, input, now: at(6) });
  expect(await seen()).toMatchObject({ result: { counts: [0, 1] }, correct: [0] });
  await share(false);
  expect(await seen()).toMatchObject({ result: null, correct: null, mine: { picks: [1] } });
});

test("a draft has nothing to share", async () => {
  const live = await aLiveEvent();
  const input = { ...(await aPoll(live)), shared: true };
  expect(await sharePoll({ actor: live.host.actor, input, now: at(3) })).toMatchObject({
    failure: { reason: "poll_not_launched" },
  });
});
