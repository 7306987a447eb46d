import { describe, expect, it } from "vitest";
import { answerSchema } from "@/domain/answers/schema";
import { holdsTogether, type Question } from "@/domain/forms/rules";
import { definition, storedAnswer } from "@/domain/forms/schema";
import { clusterWeek } from "./cluster-week";

const { formQuestions, answers, registrations } = clusterWeek(new Date("2026-11-12T09:25:00Z"));
const questions = formQuestions.map(
  ({ id = "que_none", ...row }): Question => ({ ...definition.parse(row.definition), id, version: 1 }),
);

describe("the demo's forms", () => {
  it("hold together, and make nobody answer, so that one click still registers", () => {
    expect(questions.length).toBeGreaterThan(0);
    expect(holdsTogether(questions)).toBe(true);
    expect(questions.some(({ required }) => required)).toBe(false);
  });

  it("are answered as they ask, by people who are registered", () => {
    const known = new Set(registrations.map(({ id }) => id));
    expect(answers.length).toBeGreaterThan(40);
    for (const { registrationId, questionId, value } of answers) {
      const question = questions.find(({ id }) => id === questionId);
      if (!question) throw new Error("an answer to no question");
      expect(answerSchema(question).safeParse(storedAnswer.parse(value)).success).toBe(true);
      expect(known.has(registrationId)).toBe(true);
    }
  });
});
