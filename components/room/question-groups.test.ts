import { expect, it } from "vitest";
import type { RoomQuestion } from "@/realtime/audience-api";
import { aQuestion } from "@/realtime/testing/a-question";
import { alike, grouped, likeness } from "./question-groups";

const ids = (questions: readonly RoomQuestion[]) => questions.map(({ id }) => id);

it("shows open questions by votes, of equal ones the earlier first, or the newest first", () => {
  const questions = [
    aQuestion({ id: "a", votes: 1, minute: 1 }),
    aQuestion({ id: "b", votes: 3, minute: 2 }),
    aQuestion({ id: "c", votes: 1, minute: 3 }),
  ];
  expect(ids(grouped(questions, "votes").new)).toEqual(["b", "a", "c"]);
  expect(ids(grouped(questions, "time").new)).toEqual(["c", "b", "a"]);
});

it("keeps what is on air, waits, is settled or counts to another apart; who waits longest is looked at first", () => {
  const questions = [
    aQuestion({ id: "later", state: "waiting", minute: 2 }),
    aQuestion({ id: "sooner", state: "waiting", minute: 1 }),
    aQuestion({ id: "air", state: "on_air" }),
    aQuestion({ id: "done", state: "answered" }),
    aQuestion({ id: "mine", mine: true, mergedIntoId: "air" }),
  ];
  const found = grouped(questions, "votes");
  expect(ids(found.waiting)).toEqual(["sooner", "later"]);
  expect([found.on_air, found.answered, found.merged, found.new].map(ids)).toEqual([
    ["air"],
    ["done"],
    ["mine"],
    [],
  ]);
});

it("finds who asked the same in other words, and not what merely shares one", () => {
  expect(likeness("Wann gibt es eine Pause mit Kaffee?", "Gibt es Kaffee in der Pause?")).toBeGreaterThan(
    0.5,
  );
  expect(likeness("Wann ist Pause?", "")).toBe(0);
  const asked = [
    aQuestion({ id: "coffee", text: "Gibt es Kaffee in der Pause?" }),
    aQuestion({ id: "money", text: "Wer bezahlt die Förderung der Sensorik im nächsten Jahr?" }),
    aQuestion({ id: "gone", text: "Gibt es Kaffee in der Pause?", state: "answered" }),
  ];
  expect(ids(alike("Wann gibt es Kaffee und Pause", asked))).toEqual(["coffee"]);
  expect(alike("Pause", asked)).toEqual([]);
});
