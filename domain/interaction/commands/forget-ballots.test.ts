import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { pollBallots, polls } from "@/db/schema/interaction-polls";
import { guest, system } from "@/db/testing/actors";
import { anOpenPoll } from "@/db/testing/polls";
import { MISSING, refusalOf } from "@/db/testing/refusals";
import { aLiveEvent, at } from "@/db/testing/rooms";
import { keptDays } from "@/lib/privacy/retention";
import { castBallot } from "./cast-ballot";
import { closePoll } from "./close-poll";
import { forgetBallots } from "./forget-ballots";

test("P10: ballots go with the chat; numbers stay, also of a poll that nobody closed, and words go", async () => {
  const live = await aLiveEvent({ guests: 3 });
  const { id: eventId } = live.event;
  const words = await anOpenPoll(live, { kind: "words", answers: "" });
  for (const { actor } of live.people)
    await castBallot({ actor, input: { ...words, words: ["Mut"] }, now: at(3) });
  await closePoll({ actor: live.host.actor, input: words, now: at(4) });
  const open = await anOpenPoll(live);
  for (const { actor } of live.people)
    await castBallot({ actor, input: { ...open, picks: [1] }, now: at(5) });
  const later = (seconds: number) =>
    new Date(live.event.endsAt.getTime() + keptDays.chat * 24 * 3_600_000 + seconds * 1_000);
  const forget = (now: Date) => forgetBallots({ actor: system, input: { limit: 4 }, now });
  expect(refusalOf(await forgetBallots({ actor: guest, input: {}, now: later(1) }))).toBe(MISSING);
  expect(await forget(later(-1))).toEqual({ ok: true, value: { gone: 0 } });
  expect(await forget(later(1))).toEqual({ ok: true, value: { gone: 4 } });
  expect(await forget(later(1))).toEqual({ ok: true, value: { gone: 2 } });
  expect(await db().$count(pollBallots, eq(pollBallots.eventId, eventId))).toBe(0);
  const left = await db().select().from(polls).where(eq(polls.eventId, eventId));
  const tallyOf = ({ pollId }: typeof open) => left.find(({ id }) => id === pollId)?.tally;
  expect(tallyOf(words)).toEqual({ people: 3, counts: [], words: [] });
  expect(tallyOf(open)).toEqual({ people: 3, counts: [0, 3], words: [] });
});
