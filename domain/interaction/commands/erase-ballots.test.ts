import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { pollBallots, polls } from "@/db/schema/interaction-polls";
import { system } from "@/db/testing/actors";
import { anOpenPoll } from "@/db/testing/polls";
import { aLiveEvent, at, some } from "@/db/testing/rooms";
import { keptDays } from "@/lib/privacy/retention";
import { castBallot } from "./cast-ballot";
import { closePoll } from "./close-poll";
import { eraseBallots } from "./erase-ballots";
import { forgetBallots } from "./forget-ballots";

it("deletes what one has answered, and one's words out of results; the numbers of closed polls stay", async () => {
  const live = await aLiveEvent({ guests: 2 });
  const [ada, ben] = some(live.people, 2);
  if (!ada || !ben) throw new Error("two guests are needed");
  const answered = async (kind: string, answers: string, [mine, theirs]: readonly [object, object]) => {
    const input = await anOpenPoll(live, { kind, answers });
    await castBallot({ actor: ada.actor, input: { ...input, ...mine }, now: at(3) });
    await castBallot({ actor: ben.actor, input: { ...input, ...theirs }, now: at(3) });
    await closePoll({ actor: live.host.actor, input, now: at(4) });
    return input.pollId;
  };
  const words = await answered("words", "", [{ words: ["Ada war da"] }, { words: ["Mut"] }]);
  const single = await answered("single", "Ja\nNein", [{ picks: [0] }, { picks: [0] }]);
  const input = { admissionIds: [ada.admissionId] };
  expect(await eraseBallots({ actor: live.host.actor, input })).toMatchObject({
    failure: { kind: "not_found" },
  });
  expect(await eraseBallots({ actor: system, input })).toMatchObject({ value: { gone: 2 } });
  expect(await db().$count(pollBallots, eq(pollBallots.admissionId, ada.admissionId))).toBe(0);
  const tallyIn = async (id: typeof words) =>
    (await db().select().from(polls).where(eq(polls.id, id)))[0]?.tally;
  expect(await tallyIn(words)).toEqual({
    people: 2,
    counts: [],
    words: [{ key: "mut", word: "Mut", count: 1 }],
  });
  expect(await tallyIn(single)).toMatchObject({ people: 2, counts: [2, 0] });
});

it("brings no word back that is forgotten while some of its ballots still wait for that", async () => {
  const live = await aLiveEvent({ guests: 3 });
  const input = await anOpenPoll(live, { kind: "words", answers: "" });
  for (const { actor } of live.people)
    await castBallot({ actor, input: { ...input, words: ["Mut"] }, now: at(3) });
  await closePoll({ actor: live.host.actor, input, now: at(4) });
  const later = new Date(live.event.endsAt.getTime() + keptDays.chat * 24 * 3_600_000 + 1_000);
  const ballots = () => db().select().from(pollBallots).where(eq(pollBallots.pollId, input.pollId));
  // One after the other, of whichever event.
  while ((await ballots()).length === 3)
    await forgetBallots({ actor: system, input: { limit: 1 }, now: later });
  const left = await ballots();
  expect(left).toHaveLength(2);
  const admissionIds = left.slice(0, 1).map(({ admissionId }) => admissionId);
  expect(await eraseBallots({ actor: system, input: { admissionIds } })).toMatchObject({
    value: { gone: 1 },
  });
  const [poll] = await db().select().from(polls).where(eq(polls.id, input.pollId));
  expect(poll?.tally).toEqual({ people: 3, counts: [], words: [] });
});
