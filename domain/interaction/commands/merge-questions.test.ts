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

test("votes of both and whoever asked the other count once each, and not whoever asked the one that stays", async () => {
  const audience = await anAudience();
  const { host, ada, ben, cem, dana, ask, vote, list } = audience;
  const [first, second] = [
    await ask(ada, "Wann ist Pause?"),
    await ask(ben, "Pause wann?", { anonymous: true }),
  ];
  for (const who of [cem, dana]) await vote(who, first);
  for (const who of [ada, cem]) await vote(who, second);
  expect(await merging(audience)(second, first)).toBe("done");
  // Cem and Dana, and Ben who asked the same; Ada asked it herself.
  expect(await list(dana)).toMatchObject([{ id: first, votes: 3, voted: true, merged: [] }]);
  expect(await list(ben)).toMatchObject([
    { id: first, voted: true, mine: false },
    { id: second, mine: true, mergedIntoId: first },
  ]);
  expect(await list(host)).toMatchObject([{ id: first, merged: [{ id: second, name: null }] }]);
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

/** Two hosts merge two questions into each other at once; how many are merged then. */
async function mergedBothWays(): Promise<number> {
  const audience = await anAudience();
  const { eventId, ada, ben, ask } = audience;
  const [one, two] = [await ask(ada, "Eins?"), await ask(ben, "Zwei?")];
  const merge = merging(audience);
  const answers = await Promise.all([merge(one, two), merge(two, one)]);
  expect(answers).toContain("done");
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
