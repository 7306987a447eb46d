import { expect, it } from "vitest";
import { system } from "@/db/testing/actors";
import { anAudience } from "@/db/testing/audience";
import { MISSING, refusalOf } from "@/db/testing/refusals";
import { eraseQuestions } from "./erase-questions";
import { mergeQuestions } from "./merge-questions";

it("takes words and votes away, keeps the answer that belongs to the others, and nothing of anybody else", async () => {
  const { eventId, host, ada, ben, cem, ask, vote, settle, list, next } = await anAudience();
  const answered = await ask(ada, "Wann ist Pause?");
  await settle(answered, "answer", "Um elf.");
  const open = await ask(ada, "Und das Essen?", { anonymous: true });
  const [bens, merged] = [await ask(ben, "Ist der Ton gut?"), await ask(cem, "Was gibt es zu essen?")];
  await vote(ada, bens);
  await mergeQuestions({
    actor: host.actor,
    input: { eventId, questionId: merged, intoId: open },
    now: next(),
  });
  const input = { admissionIds: [ada.admissionId] };
  expect(refusalOf(await eraseQuestions({ actor: host.actor, input }))).toBe(MISSING);
  expect(await eraseQuestions({ actor: system, input })).toMatchObject({ value: { gone: 3 } });
  expect(await list(host)).toMatchObject([
    { id: answered, text: "", answer: "Um elf.", state: "answered" },
    { id: bens, text: "Ist der Ton gut?", votes: 0 },
    { id: merged, mergedIntoId: null },
  ]);
});
