import { expect, test } from "vitest";
import { anAudience } from "@/db/testing/audience";
import { NOT_ALLOWED, refusalOf } from "@/db/testing/refusals";
import { pinQuestion } from "./pin-question";

test("one public question stands on the stage: the next takes its place; hosts alone choose it", async () => {
  const { eventId, host, ada, ben, ask, settle, set, list, next } = await anAudience();
  const pin = async (questionId: string, { on = true, actor = host.actor } = {}) =>
    refusalOf(await pinQuestion({ actor, input: { eventId, questionId, on }, now: next() }));
  const pinned = async () => (await list(ben)).flatMap((one) => (one.pinned ? [one.text] : []));
  const [first, second] = [await ask(ada, "Erste?"), await ask(ben, "Zweite?")];
  expect(await pin(first, { actor: ada.actor })).toBe(NOT_ALLOWED);
  expect(await pin(first)).toBe("done");
  expect(await pin(second)).toBe("done");
  expect(await pinned()).toEqual(["Zweite?"]);
  expect(await pin(second, { on: false })).toBe("done");
  expect(await pinned()).toEqual([]);
  await pin(first);
  await settle(first, "dismiss");
  expect(await pinned()).toEqual([]);
  expect(await pin(first)).toBe("conflict settled");
  await set({ isModerated: true });
  expect(await pin(await ask(ada, "Noch nicht zu sehen?"))).toBe("conflict settled");
  expect(await pin("auq_00000000")).toBe("not_found missing_question");
});
