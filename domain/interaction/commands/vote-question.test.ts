import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { questionVotes } from "@/db/schema/interaction-questions";
import { anAudience } from "@/db/testing/audience";
import { worstOf } from "@/db/testing/races";
import { refusalOf } from "@/db/testing/refusals";
import { switchSession } from "@/domain/rooms/commands/switch-session";
import { mergeQuestions } from "./merge-questions";

test("one vote a person, given once however often, and taken back; nobody needs one for what they ask themselves", async () => {
  const { ada, ben, cem, ask, vote, list } = await anAudience();
  const id = await ask(ada, "Wann ist Pause?");
  expect(refusalOf(await vote(ada, id))).toBe("conflict own_question");
  for (const who of [ben, ben, cem]) expect(refusalOf(await vote(who, id))).toBe("done");
  expect(await list(ben)).toMatchObject([{ votes: 2, voted: true }]);
  expect(await list(ada)).toMatchObject([{ votes: 2, voted: false }]);
  await vote(ben, id, false);
  await vote(ben, id, false);
  expect(await list(ben)).toMatchObject([{ votes: 1, voted: false }]);
});

test("votes are for open public questions of this event, and for nobody while the room is frozen but hosts", async () => {
  const { eventId, host, ada, ben, ask, vote, settle, set, next } = await anAudience();
  const elsewhere = await anAudience();
  const foreign = await elsewhere.ask(elsewhere.ada, "Nebenan?");
  const answered = await ask(ada, "Schon beantwortet?");
  await settle(answered, "answer");
  const dismissed = await ask(ada, "Unpassend?");
  await settle(dismissed, "dismiss");
  await set({ isModerated: true });
  const waiting = await ask(ada, "Noch nicht zu sehen?");
  expect(refusalOf(await vote(ben, answered))).toBe("conflict settled");
  for (const id of [foreign, dismissed, waiting, "auq_00000000"])
    expect(refusalOf(await vote(ben, id))).toBe("not_found missing_question");
  await settle(waiting, "approve");
  const freeze = { eventId, change: "freeze" } as const;
  await switchSession({ actor: host.actor, input: freeze, now: next() });
  expect(refusalOf(await vote(ben, waiting))).toBe("conflict frozen");
  expect(refusalOf(await vote(host, waiting))).toBe("done");
});

test("a vote for what was merged counts for what it was merged into, and is taken back there", async () => {
  const { eventId, host, ada, ben, cem, ask, vote, list, next } = await anAudience();
  const [first, second] = [await ask(ada, "Wann ist Pause?"), await ask(ben, "Pause wann?")];
  const input = { eventId, questionId: second, intoId: first };
  await mergeQuestions({ actor: host.actor, input, now: next() });
  expect(refusalOf(await vote(cem, second))).toBe("done");
  expect(await list(cem)).toMatchObject([{ id: first, votes: 2, voted: true }]);
  await vote(cem, first, false);
  expect(await list(cem)).toMatchObject([{ id: first, votes: 1, voted: false }]);
});

test("whoever asked what was merged needs no vote for it, and takes an earlier one back", async () => {
  const { eventId, host, ada, ben, ask, vote, list, next } = await anAudience();
  const [first, second] = [await ask(ada, "Wann ist Pause?"), await ask(ben, "Pause wann?")];
  await vote(ben, first);
  const input = { eventId, questionId: second, intoId: first };
  await mergeQuestions({ actor: host.actor, input, now: next() });
  for (const id of [first, second]) expect(refusalOf(await vote(ben, id))).toBe("conflict own_question");
  expect(await list(host)).toMatchObject([{ id: first, votes: 2 }]);
  expect(refusalOf(await vote(ben, first, false))).toBe("done");
  expect(await list(ben)).toMatchObject([
    { id: first, votes: 1, voted: false, joined: true },
    { id: second },
  ]);
});

/** One person votes in six tabs at once; how many votes are stored. */
async function votesGiven(): Promise<number> {
  const { ada, ben, ask, vote } = await anAudience();
  const id = await ask(ada, "Einmal?");
  await Promise.allSettled([1, 2, 3, 4, 5, 6].map(() => vote(ben, id)));
  return db().$count(questionVotes, sql`${questionVotes.questionId} = ${id}`);
}

test("votes that race are one", { timeout: 60_000 }, async () => {
  for (let run = 0; run < 3; run++) expect(await votesGiven()).toBe(1);
});

test("without the key they are more, one after the other even", { timeout: 60_000 }, async () => {
  await db().execute(sql`drop index question_votes_one_a_person`);
  expect(await worstOf(votesGiven, 1)).toBeGreaterThan(1);
});
