import { expect, it } from "vitest";
import { answerOf } from "@/realtime/client/testing/fake-control";
import { comingOf } from "./use-coming";

const at = (seconds: number) => new Date(Date.UTC(2027, 2, 10, 9) + seconds * 1000).toISOString();
const talk = {
  ...{ roundId: "rnd_talk", label: "Sensorik", kind: "talk" as const, people: 2 },
  ...{ opensAt: at(0), startsAt: at(120), endsAt: at(1320) },
};
const plenary = answerOf({ room: "main", epoch: [1, 0] }, at(-60));
if (plenary.state !== "room") throw new Error("not in a room");

it("counts down to the moment at which the room of a talk opens, and says how long the talk itself is", () => {
  expect(comingOf({ ...plenary, announced: talk }, "main")).toMatchObject({ opensAt: at(0), minutes: 20 });
});

it("says the same length once the room is about to open, and whenever one is let in", () => {
  const room = { ...plenary.target.room, id: "talk", kind: "talk" as const };
  const target = { ...plenary.target, room, roundId: talk.roundId, startsAt: at(0), endsAt: at(1320) };
  const said = { opensAt: at(0), minutes: 20 };
  const next = { ...target, minutes: 20, autoMove: true };
  expect(comingOf({ ...plenary, next }, "main")).toMatchObject({ ...said, autoMove: true });
  const late = { ...target, minutes: 20 };
  expect(comingOf({ ...plenary, target: late }, "main")).toMatchObject({ ...said, autoMove: false });
  expect(comingOf({ ...plenary, target }, "main"), "an older server").toMatchObject({ minutes: 22 });
});

it("says nothing of a talk to whoever is in its room already", () => {
  const target = { ...plenary.target, roundId: talk.roundId };
  expect(comingOf({ ...plenary, target, announced: talk }, "main")).toBeNull();
});
