import { expect, test } from "vitest";
import { anOpenPoll, aPoll } from "@/db/testing/polls";
import { aLiveEvent, at, some } from "@/db/testing/rooms";
import { removePoll } from "./remove-poll";

test("a host takes a draft away; what people were asked stays", async () => {
  const live = await aLiveEvent({ guests: 1 });
  const [ada] = some(live.people, 1);
  const [draft, open] = [await aPoll(live), await anOpenPoll(live)];
  const remove = (input: typeof draft, actor = live.host.actor) => removePoll({ actor, input, now: at(3) });
  expect(await remove(draft, ada?.actor)).toMatchObject({ failure: { kind: "forbidden" } });
  expect(await remove(open)).toMatchObject({ failure: { reason: "poll_launched" } });
  expect(await remove(draft)).toMatchObject({ ok: true });
  expect(await remove(draft)).toMatchObject({ failure: { reason: "missing_poll" } });
});
