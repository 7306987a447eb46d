import { describe, expect, test } from "vitest";
import { allowedRooms } from "./allowed-rooms";
import { type EventRows, type PersonRows, place, type RoomRow } from "./place";

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 24, 9) + seconds * 1000);
const room = (id: string, kind: RoomRow["kind"]): RoomRow => ({
  ...{ id, kind, label: id, lkName: `lk-${id}`, mode: null },
  ...{ opensAt: new Date(0), closesAt: null, closedAt: null },
});
const main = room("main", "main");
const event: EventRows = {
  ...{ cancelled: false, startsAt: at(0), endsAt: at(7200), openedAt: at(0), endedAt: null },
  ...{ locked: false, lobby: false, main, backstage: null },
};
const ben: PersonRows = {
  ...{ role: "participant", revision: 3, arrived: null, wasHere: false, admitted: false, onStage: false },
  ...{ banned: undefined, visiting: null, assignments: [] },
};
const assigned = (kind: "breakout" | "talk") => ({
  round: {
    ...{ id: "round", kind, rule: kind === "talk" ? ("talk" as const) : ("groups" as const) },
    ...{ startsAt: at(0), endsAt: at(600), closingDelaySeconds: 15, cancelledAt: null },
    ...{ allowReturn: true, autoMove: true },
  },
  ...{ room: room(kind, kind), returnedAt: null, declinedAt: null },
});

describe("behind the stage and at the door", () => {
  const staged = { ...event, backstage: room("behind", "backstage") };
  const speaker: PersonRows = { ...ben, role: "speaker" };
  const host: PersonRows = { ...ben, role: "host" };
  const gone = { ...staged, endedAt: at(600) };
  const shut = { ...event, lobby: true };
  const where = (person: PersonRows, session: EventRows, second: number) => {
    const here = place(person, session, at(second));
    if (here.state === "room") return here.room.id;
    return here.state === "wait" ? here.reason : here.state;
  };
  test.each([
    ["a speaker begins behind it", speaker, staged, 60, "behind"],
    ["also before the audience is let in", speaker, { ...staged, openedAt: null }, -60, "behind"],
    ["until hosts bring them onto it", { ...speaker, onStage: true }, staged, 60, "main"],
    ["hosts and the audience are not behind it", host, staged, 60, "main"],
    ["nobody is while it is shut", speaker, event, 60, "main"],
    ["hosts stay there once the audience has gone", host, gone, 700, "behind"],
    ["so do speakers who were on it", { ...speaker, onStage: true }, gone, 700, "behind"],
    ["the audience does not", ben, gone, 700, "ended"],
    ["nobody does after an hour", host, gone, 600 + 3600, "ended"],
    ["nor when the event was called off", host, { ...gone, cancelled: true }, 700, "ended"],
    ["who was not let in waits", ben, shut, 60, "lobby"],
    ["also who has been here before", { ...ben, wasHere: true }, shut, 60, "lobby"],
    ["who was let in does not", { ...ben, admitted: true }, shut, 60, "main"],
    ["nor do those of the stage", speaker, shut, 60, "main"],
    [
      "before going live there is nothing to let anybody into",
      ben,
      { ...shut, openedAt: null },
      60,
      "hosts_only",
    ],
  ] as [string, PersonRows, EventRows, number, string][])(
    "%s",
    (...[, person, session, second, expected]) => {
      expect(where(person, session, second)).toBe(expected);
    },
  );

  test("a talk by appointment is its people's, whoever waits for the plenary; a breakout is not", () => {
    const waiting = (kind: "talk" | "breakout") => ({ ...ben, assignments: [assigned(kind)] });
    expect(where(waiting("talk"), shut, 60)).toBe("talk");
    expect(where(waiting("breakout"), shut, 60)).toBe("lobby");
  });

  test("who is behind the stage may not be on it, and hosts may be in both", () => {
    const rooms = (person: PersonRows) =>
      [
        ...allowedRooms({
          person,
          event: staged,
          openRooms: [main, room("behind", "backstage")],
          now: at(60),
        }),
      ].sort();
    expect(rooms(speaker)).toEqual(["behind"]);
    expect(rooms({ ...speaker, onStage: true })).toEqual(["behind", "main"]);
    expect(rooms(host)).toEqual(["behind", "main"]);
    expect(rooms(ben)).toEqual(["main"]);
  });
});
