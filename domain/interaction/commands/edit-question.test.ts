import { expect, test } from "vitest";
import { anAudience } from "@/db/testing/audience";
import { refusalOf } from "@/db/testing/refusals";
import type { Guest } from "@/db/testing/rooms";
import { editQuestion } from "./edit-question";
import { pinQuestion } from "./pin-question";

type Audience = Awaited<ReturnType<typeof anAudience>>;

const editing =
  ({ eventId, next }: Audience) =>
  async ({ actor }: Pick<Guest, "actor">, questionId: string, text = "Neu gefragt") =>
    refusalOf(await editQuestion({ actor, input: { eventId, questionId, text }, now: next() }));

test("its author words a question anew, everybody sees that, and its votes stay", async () => {
  const audience = await anAudience();
  const { ada, ben, ask, vote, list } = audience;
  const id = await ask(ada, "Wan Pause?");
  await vote(ben, id);
  expect(await editing(audience)(ada, id, "Wann ist Pause?")).toBe("done");
  expect(await list(ben)).toMatchObject([{ text: "Wann ist Pause?", edited: true, votes: 1 }]);
});

test("nobody else does, not even hosts; on the stage and once settled it stays as it is", async () => {
  const audience = await anAudience();
  const { eventId, host, ada, ben, ask, settle, next } = audience;
  const edit = editing(audience);
  const id = await ask(ada, "Wann ist Pause?");
  for (const who of [ben, host]) expect(await edit(who, id)).toBe("not_found missing_question");
  const pin = (on: boolean) =>
    pinQuestion({ actor: host.actor, input: { eventId, questionId: id, on }, now: next() });
  await pin(true);
  expect(await edit(ada, id)).toBe("conflict on_stage");
  await pin(false);
  expect(await edit(ada, id)).toBe("done");
  await settle(id, "on_air");
  expect(await edit(ada, id)).toBe("conflict on_stage");
  await settle(id, "answer");
  expect(await edit(ada, id)).toBe("conflict settled");
});

test("where hosts look first, they look again", async () => {
  const audience = await anAudience();
  const { ada, ben, ask, settle, set, list } = audience;
  await set({ isModerated: true });
  const id = await ask(ada, "Wann ist Pause?");
  await settle(id, "approve");
  expect(await list(ben)).toHaveLength(1);
  await editing(audience)(ada, id, "Etwas ganz anderes");
  expect(await list(ben)).toEqual([]);
  expect(await list(ada)).toMatchObject([{ state: "waiting" }]);
});
