import { expect, test } from "vitest";
import { anAudience } from "@/db/testing/audience";
import { NOT_ALLOWED, refusalOf } from "@/db/testing/refusals";
import { mergeQuestions } from "./merge-questions";
import { splitQuestion } from "./split-question";

test("a merged question stands again as it did, with its own votes", async () => {
  const { eventId, host, ada, ben, cem, ask, vote, list, next } = await anAudience();
  const [first, second] = [await ask(ada, "Wann ist Pause?"), await ask(ben, "Was gibt es?")];
  await vote(cem, second);
  await mergeQuestions({
    actor: host.actor,
    input: { eventId, questionId: second, intoId: first },
    now: next(),
  });
  expect(await list(cem)).toMatchObject([{ id: first, votes: 2 }]);
  const split = async (actor = host.actor, questionId = second) =>
    refusalOf(await splitQuestion({ actor, input: { eventId, questionId }, now: next() }));
  expect(await split(ada.actor)).toBe(NOT_ALLOWED);
  expect(await split(host.actor, "auq_00000000")).toBe("not_found missing_question");
  expect([await split(), await split()]).toEqual(["done", "done"]);
  expect(await list(cem)).toMatchObject([
    { id: first, votes: 0 },
    { id: second, votes: 1, voted: true },
  ]);
});
