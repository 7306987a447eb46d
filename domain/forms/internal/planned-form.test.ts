import { describe, expect, it } from "vitest";
import { aDefinition, aPlaceChoice } from "@/db/testing/forms";
import { noLimits, type Question } from "../rules";
import { plannedForm } from "../schema";
import { movedLimits, plannedFrom, questionsFrom } from "./planned-form";

const event = { startsAt: new Date("2027-03-21T09:00:00Z"), timeZone: "Europe/Berlin" };
const copy = { ...event, startsAt: new Date("2027-04-05T08:00:00Z") };
const PLACE = "que_place1";

const questions: Question[] = [
  { ...aDefinition(aPlaceChoice), id: PLACE, version: 3 },
  {
    ...aDefinition({ kind: "date", limits: { ...noLimits, from: "2027-03-20", to: "2027-03-22" } }),
    ...{ id: "que_arrives", version: 1, showIf: [{ questionId: PLACE, answer: "site" }] },
  },
  { ...aDefinition({ kind: "consent", required: true }), id: "que_agreed", version: 1 },
  {
    ...aDefinition({ showIf: [{ questionId: "que_agreed", answer: "true" }] }),
    id: "que_after1",
    version: 1,
  },
  {
    ...aDefinition({ kind: "file", stage: "followUp", files: { kinds: ["pdf"], megabytes: 3 } }),
    ...{ id: "que_paper1", version: 1, limits: { ...noLimits, max: 2 } },
  },
];

describe("a form without ids and days", () => {
  it("counts questions, options and days, and names no id and no date", () => {
    const planned = plannedFrom(questions, event);
    expect(planned).toMatchObject([
      { kind: "choice", options: [{ de: "Vor Ort" }, { de: "Online" }], showIf: [] },
      { from: -1, to: 1, showIf: [{ question: 0, answer: 0 }] },
      { required: true },
      { showIf: [{ question: 2, answer: true }] },
      { kind: "file", stage: "followUp", files: ["pdf"], megabytes: 3, max: 2 },
    ]);
    expect(JSON.stringify(planned)).not.toMatch(/que_|"site"|2027/);
  });

  it("is what its schema reads, and asks the same again elsewhere, days moved", () => {
    const planned = plannedFrom(questions, event);
    expect(plannedForm.parse(planned)).toEqual(planned);
    const made = questionsFrom(planned, copy).map((question) => ({ ...question, version: 1 }));
    expect(made[1]?.limits).toMatchObject({ from: "2027-04-04", to: "2027-04-06" });
    expect(plannedFrom(made, copy)).toEqual(planned);
    expect(new Set([...made, ...questions].map(({ id }) => id)).size).toBe(10);
  });

  it.each(["9999-12-31", "0001-01-01"])("limits nothing by a day as far as %s", (day) => {
    const far = questions.slice(0, 2).map((question) => ({
      ...question,
      limits: { ...noLimits, from: day },
    }));
    expect(plannedFrom(far, event)[1]).toMatchObject({ from: null });
    expect(movedLimits({ ...noLimits, from: day }, event, copy)).toMatchObject({ from: day });
  });
});
