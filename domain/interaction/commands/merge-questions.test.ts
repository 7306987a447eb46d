import { and, eq, isNotNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { audienceQuestions } from "@/db/schema/interaction-questions";
import { anAudience } from "@/db/testing/audience";
import { withoutLockOn, worstOf } from "@/db/testing/races";
import { NOT_ALLOWED, refusalOf } from "@/db/testing/refusals";
import { mergeQuestions } from "./merge-questions";

type Audience = Awaited<ReturnType<typeof anAudience>>;

const merging =
  ({ eventId, host, next }: Audience) =>
  async (questionId: string, intoId: string, actor = host.actor) =>
    refusalOf(await mergeQuestions({ actor, input: { eventId, questionId, intoId }, now: next() }));

test("voters of both count once each, and the other question once more", async () => {
  const audience = await anAudience();
  const { host, ada, ben, cem, dana, ask, vote, list } = audience;
  const [first, second] = [
    await ask(ada, "Wann ist Pause?"),
    await ask(ben, "Pause wann?", { anonymous: true }),
  ];
  for (const who of [cem, dana]) await vote(who, first);
  for (const who of [ada, cem]) await vote(who, second);
  expect(await merging(audience)(second, first)).toBe("done");
  // Ada, Cem and Dana, and whoever asked the other one.
  expect(await list(dana)).toMatchObject([{ id: first, votes: 4, voted: true, merged: [] }]);
  expect(await list(ben)).toMatchObject([
    { id: first, voted: false, joined: true, mine: false },
    { id: second, mine: true, mergedIntoId: first },
  ]);
  expect(await list(host)).toMatchObject([{ id: first, merged: [{ id: second, name: null }] }]);
});

type Asked = { of: "ada" | "ben"; anonymous: boolean };
const ADA: Asked = { of: "ada", anonymous: false };
const BEN: Asked = { of: "ben", anonymous: false };

/** Two questions are merged, and how many votes the one has then that the other was merged into. */
async function votesAfterMerge(one: Asked, other: Asked, voted = false): Promise<number | undefined> {
  const audience = await anAudience();
  const stays = await audience.ask(audience[one.of], "Wann ist Pause?", one);
  const goes = await audience.ask(audience[other.of], "Pause wann?", other);
  if (voted) await audience.vote(audience.ada, other.of === "ada" ? stays : goes);
  await merging(audience)(goes, stays);
  return (await audience.list(audience.cem))[0]?.votes;
}

test("whoever names themselves counts once for what they ask twice", async () => {
  expect(await votesAfterMerge(ADA, ADA)).toBe(0);
  expect(await votesAfterMerge(ADA, BEN)).toBe(1);
});

test("no number tells hosts who asked without a name, whether two such questions are of one person, or who voted", async () => {
  for (const stays of [ADA, { ...ADA, anonymous: true }])
    for (const anonymous of [false, true]) {
      if (!stays.anonymous && !anonymous) continue;
      const numbers = [
        await votesAfterMerge(stays, { ...ADA, anonymous }),
        await votesAfterMerge(stays, { ...BEN, anonymous }),
      ];
      expect(numbers).toEqual([1, 1]);
    }
  // Ada has voted for what Ben asked: her vote is one more before and after, whichever of the two stays.
  expect(await votesAfterMerge(ADA, BEN, true)).toBe(2);
  expect(await votesAfterMerge(BEN, ADA, true)).toBe(2);
});

test("what was merged into a question goes along with it; nothing is two deep", async () => {
  const audience = await anAudience();
  const { host, ada, ben, cem, ask, list } = audience;
  const merge = merging(audience);
  const [one, two, three] = [await ask(ada, "Eins?"), await ask(ben, "Zwei?"), await ask(cem, "Drei?")];
  await merge(one, two);
  expect(await merge(two, three)).toBe("done");
  const [left, ...more] = await list(host);
  expect(more).toEqual([]);
  expect(left?.merged.map(({ text }) => text).sort()).toEqual(["Eins?", "Zwei?"]);
});

test("only what is open, by hosts, within one event, and never into itself", async () => {
  const audience = await anAudience();
  const elsewhere = await anAudience();
  const { ada, ben, ask, settle } = audience;
  const merge = merging(audience);
  const [one, two, answered] = [await ask(ada, "Eins?"), await ask(ben, "Zwei?"), await ask(ben, "Drei?")];
  await settle(answered, "answer");
  const foreign = await elsewhere.ask(elsewhere.ada, "Nebenan?");
  expect(await merge(one, two, ada.actor)).toBe(NOT_ALLOWED);
  expect(await merge(one, one)).toBe("invalid same_question");
  expect(await merge(one, answered)).toBe("conflict settled");
  expect(await merge(answered, one)).toBe("conflict settled");
  for (const [from, into] of [
    [one, foreign],
    [foreign, one],
  ] as const)
    expect(await merge(from, into)).toBe("not_found missing_question");
});

/** Two hosts merge two questions into each other at once; how many are merged then. One that fails on a constraint counts as refused. */
async function mergedBothWays(): Promise<number> {
  const audience = await anAudience();
  const { eventId, ada, ben, ask } = audience;
  const [one, two] = [await ask(ada, "Eins?"), await ask(ben, "Zwei?")];
  const merge = merging(audience);
  const answers = await Promise.allSettled([merge(one, two), merge(two, one)]);
  expect(answers).toContainEqual({ status: "fulfilled", value: "done" });
  const isMerged = and(eq(audienceQuestions.eventId, eventId), isNotNull(audienceQuestions.mergedIntoId));
  return db().$count(audienceQuestions, isMerged);
}

test("however fast two hosts are, one of two questions stays", { timeout: 60_000 }, async () => {
  for (let run = 0; run < 5; run++) expect(await mergedBothWays()).toBe(1);
});

test("without the locks both would be gone", { timeout: 60_000 }, async () => {
  const putBack = withoutLockOn("audience_questions");
  try {
    expect(await worstOf(mergedBothWays, 1)).toBe(2);
  } finally {
    putBack();
  }
});
