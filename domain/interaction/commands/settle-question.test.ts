import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { audienceQuestions } from "@/db/schema/interaction-questions";
import { anAudience } from "@/db/testing/audience";
import { worstOf } from "@/db/testing/races";
import { NOT_ALLOWED, refusalOf } from "@/db/testing/refusals";
import { settleQuestion } from "./settle-question";

test("new, on air, answered: on air it stands on the stage, and everybody reads what was answered in writing", async () => {
  const { ada, ben, ask, settle, list } = await anAudience();
  const id = await ask(ada, "Wann ist Pause?");
  expect(refusalOf(await settle(id, "on_air"))).toBe("done");
  expect(await list(ben)).toMatchObject([{ state: "on_air", pinned: true }]);
  expect(refusalOf(await settle(id, "answer", "Um elf."))).toBe("done");
  expect(await list(ben)).toMatchObject([{ state: "answered", pinned: false, answer: "Um elf." }]);
  expect(refusalOf(await settle(id, "answer", "Um zwölf."))).toBe("done");
  expect(await list(ben)).toMatchObject([{ answer: "Um zwölf." }]);
  await settle(id, "reopen");
  expect(await list(ben)).toMatchObject([{ state: "new", answer: null }]);
});

test("what is dismissed is seen by its author and by hosts, and comes back when it is opened again", async () => {
  const { host, ada, ben, ask, settle, list } = await anAudience();
  const id = await ask(ada, "Unpassend?");
  await settle(id, "dismiss");
  expect(await list(ben)).toEqual([]);
  for (const who of [ada, host]) expect(await list(who)).toMatchObject([{ state: "dismissed" }]);
  expect(refusalOf(await settle(id, "on_air"))).toBe("conflict settled");
  expect(refusalOf(await settle(id, "reopen"))).toBe("done");
  expect(await list(ben)).toHaveLength(1);
});

test("the next one on air takes the place of the former, which counts as answered aloud", async () => {
  const { ada, ben, cem, ask, settle, list } = await anAudience();
  const [first, second] = [await ask(ada, "Erste?"), await ask(ben, "Zweite?")];
  await settle(first, "on_air");
  await settle(second, "on_air");
  expect(await list(cem)).toMatchObject([
    { id: first, state: "answered", answer: null, pinned: false },
    { id: second, state: "on_air", pinned: true },
  ]);
});

test("hosts alone settle, and only what this event was asked", async () => {
  const { eventId, host, ada, next, ask } = await anAudience();
  const elsewhere = await anAudience();
  const id = await ask(ada, "Wann ist Pause?");
  const by = async ({ actor }: typeof ada, questionId: string, step = "on_air") =>
    refusalOf(await settleQuestion({ actor, input: { eventId, questionId, step }, now: next() }));
  expect(await by(ada, id)).toBe(NOT_ALLOWED);
  expect(await by(elsewhere.host, id)).toBe(NOT_ALLOWED);
  const foreign = await elsewhere.ask(elsewhere.ada, "Nebenan?");
  expect(await by(host, foreign)).toBe("not_found missing_question");
  expect(await by(host, id, "explode")).toContain("invalid input");
});

/** Two hosts take two questions on air at once; how many are on air then. */
async function onAir(): Promise<number> {
  const { eventId, host, ada, ben, ask, next } = await anAudience();
  const ids = [await ask(ada, "Erste?"), await ask(ben, "Zweite?")];
  const now = next();
  const answers = await Promise.all(
    ids.map((questionId) =>
      settleQuestion({ actor: host.actor, input: { eventId, questionId, step: "on_air" }, now }),
    ),
  );
  for (const answer of answers) expect(["done", "conflict another_on_air"]).toContain(refusalOf(answer));
  return db().$count(
    audienceQuestions,
    and(eq(audienceQuestions.eventId, eventId), eq(audienceQuestions.state, "on_air")),
  );
}

test("however fast two hosts are, one question is on air", { timeout: 60_000 }, async () => {
  for (let run = 0; run < 5; run++) expect(await onAir()).toBe(1);
});

test("without its keys there would be two", { timeout: 60_000 }, async () => {
  await db().execute(sql`drop index audience_questions_one_on_air`);
  await db().execute(sql`drop index audience_questions_one_pinned`);
  expect(await worstOf(onAir, 1)).toBe(2);
});
