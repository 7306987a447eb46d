import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { audienceQuestions } from "@/db/schema/interaction-questions";
import { anAudience } from "@/db/testing/audience";
import { refusalOf } from "@/db/testing/refusals";
import { at, type Guest } from "@/db/testing/rooms";
import { askQuestion } from "./ask-question";
import { mergeQuestions } from "./merge-questions";
import { withdrawQuestion } from "./withdraw-question";

type Audience = Awaited<ReturnType<typeof anAudience>>;

const withdrawing =
  ({ eventId, next }: Audience) =>
  async ({ actor }: Pick<Guest, "actor">, questionId: string) =>
    refusalOf(await withdrawQuestion({ actor, input: { eventId, questionId }, now: next() }));

test("its author takes a question back, also from the stage: its words are gone, for hosts too", async () => {
  const audience = await anAudience();
  const { host, ada, ask, settle, list } = audience;
  const id = await ask(ada, "Lieber doch nicht");
  await settle(id, "on_air");
  expect(await withdrawing(audience)(ada, id)).toBe("done");
  for (const who of [host, ada]) expect(await list(who)).toEqual([]);
  const [row] = await db()
    .select()
    .from(audienceQuestions)
    .where(eq(audienceQuestions.text, "Lieber doch nicht"));
  expect(row).toBeUndefined();
  expect(await withdrawing(audience)(ada, id)).toBe("not_found missing_question");
});

test("nobody else does, and what was answered stays", async () => {
  const audience = await anAudience();
  const { host, ada, ben, ask, settle } = audience;
  const id = await ask(ada, "Wann ist Pause?");
  for (const who of [ben, host])
    expect(await withdrawing(audience)(who, id)).toBe("not_found missing_question");
  await settle(id, "answer");
  expect(await withdrawing(audience)(ada, id)).toBe("conflict settled");
});

test("what was merged into it stands by itself again", async () => {
  const audience = await anAudience();
  const { eventId, host, ada, ben, ask, list, next } = audience;
  const [first, second] = [await ask(ada, "Wann ist Pause?"), await ask(ben, "Pause wann?")];
  await mergeQuestions({
    actor: host.actor,
    input: { eventId, questionId: second, intoId: first },
    now: next(),
  });
  await withdrawing(audience)(ada, first);
  expect(await list(host)).toMatchObject([{ id: second, mergedIntoId: null }]);
});

test("asking and taking back again and again is as fast as asking", async () => {
  const audience = await anAudience();
  const { eventId, ada } = audience;
  const ask = (n: number) =>
    askQuestion({
      actor: ada.actor,
      input: { eventId, text: `Frage ${n}`, clientKey: `key-again-${n}` },
      now: at(5 + n),
    });
  for (const n of [1, 2, 3]) {
    const asked = await ask(n);
    if (!asked.ok) throw new Error(asked.failure.reason);
    const input = { eventId, questionId: asked.value.id };
    await withdrawQuestion({ actor: ada.actor, input, now: at(5 + n) });
  }
  expect(refusalOf(await ask(4))).toBe("conflict too_fast");
});
