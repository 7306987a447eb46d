import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { guest, system } from "@/db/testing/actors";
import { anAnswer, aQuestion } from "@/db/testing/forms";
import { anEvent, aRegistration } from "@/db/testing/makers";
import { MISSING, refusalOf } from "@/db/testing/refusals";
import { keptDays } from "@/lib/privacy/retention";
import { givenBy } from "../queries/given";
import { forgetAnswers } from "./forget-answers";

async function scene() {
  const event = await anEvent();
  const registration = await aRegistration(event);
  const [open, diet] = [await aQuestion(event), await aQuestion(event, { sensitive: true })];
  await anAnswer(registration, open, "Austausch");
  await anAnswer(registration, diet, "keine Nüsse");
  const late = (seconds: number) =>
    new Date(event.endsAt.getTime() + keptDays.sensitive * 24 * 3_600_000 + seconds * 1_000);
  return {
    open,
    late,
    given: async () => (await givenBy(registration.id, db())).map((one) => one.questionId),
  };
}

/** Until nothing is left, also of what other tests of this file have made. */
async function forgetAll(now: Date, limit = 200): Promise<void> {
  for (;;) {
    const result = await forgetAnswers({ actor: system, input: { limit }, now });
    if (!result.ok) throw new Error(result.failure.reason);
    if (result.value.gone === 0) return;
  }
}

describe("forgetAnswers", () => {
  it("P21: deletes what was answered in confidence two weeks after the event, and nothing else", async () => {
    const { open, late, given } = await scene();
    await forgetAll(late(-1));
    expect(await given()).toHaveLength(2);
    await forgetAll(late(1));
    expect(await given()).toEqual([open.id]);
  });

  it("goes on batch by batch", async () => {
    const first = await scene();
    const second = await scene();
    await forgetAll(second.late(1), 1);
    expect(await first.given()).toHaveLength(1);
    expect(await second.given()).toHaveLength(1);
  });

  it("is the clock's alone", async () => {
    expect(refusalOf(await forgetAnswers({ actor: guest, input: {} }))).toBe(MISSING);
  });
});
