import { describe, expect, it } from "vitest";
import { aDesk } from "@/db/testing/agenda";
import { aPlaceChoice, aQuestion } from "@/db/testing/forms";
import { NOT_ALLOWED, refusalOf } from "@/db/testing/refusals";
import { questionsOf } from "../queries";
import { moveQuestion } from "./move-question";

async function scene() {
  const desk = await aDesk();
  const names = ["A", "B", "C"];
  const rows: Awaited<ReturnType<typeof aQuestion>>[] = [];
  for (const de of names) rows.push(await aQuestion(desk.event, { label: { de, en: "" } }));
  const order = async () => (await questionsOf(desk.event.id)).map(({ label }) => label.de);
  const input = (at: number, direction: string) => ({
    eventId: desk.event.id,
    questionId: rows[at]?.id,
    direction,
  });
  return { ...desk, order, input };
}

describe("moveQuestion", () => {
  it.each([
    [0, "down", ["B", "A", "C"]],
    [2, "up", ["A", "C", "B"]],
    [0, "up", ["A", "B", "C"]],
    [2, "down", ["A", "B", "C"]],
  ])("number %i %s", async (at, direction, expected) => {
    const { actor, order, input } = await scene();
    expect(await moveQuestion({ actor, input: input(at, direction) })).toMatchObject({ ok: true });
    expect(await order()).toEqual(expected);
  });

  it("moves no question before the one it waits for", async () => {
    const { event, actor } = await aDesk();
    const place = await aQuestion(event, aPlaceChoice);
    const waits = await aQuestion(event, { showIf: [{ questionId: place.id, answer: "site" }] });
    for (const [questionId, direction] of [
      [waits.id, "up"],
      [place.id, "down"],
    ])
      expect(
        await moveQuestion({ actor, input: { eventId: event.id, questionId, direction } }),
      ).toMatchObject({ failure: { reason: "question_needed" } });
    expect((await questionsOf(event.id)).map(({ id }) => id)).toEqual([place.id, waits.id]);
  });

  it("moves among the questions that are asked with it", async () => {
    const { event, actor, order, input } = await scene();
    const follows = await aQuestion(event, { stage: "followUp", label: { de: "D", en: "" } });
    expect(await moveQuestion({ actor, input: input(2, "down") })).toMatchObject({ ok: true });
    const up = { eventId: event.id, questionId: follows.id, direction: "up" };
    expect(await moveQuestion({ actor, input: up })).toMatchObject({ ok: true });
    expect(await order()).toEqual(["A", "B", "C", "D"]);
  });

  it("is refused to strangers and for another event's question", async () => {
    const { event, actor, strangers, order, input } = await scene();
    const other = await scene();
    for (const stranger of [...strangers, other.actor])
      expect(refusalOf(await moveQuestion({ actor: stranger, input: input(0, "down") }))).toBe(NOT_ALLOWED);
    const crossed = { ...other.input(0, "down"), eventId: event.id };
    expect(await moveQuestion({ actor, input: crossed })).toMatchObject({ failure: { kind: "not_found" } });
    expect(await order()).toEqual(["A", "B", "C"]);
  });
});
