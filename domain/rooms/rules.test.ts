import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hasFewCameras, modeOf, parallelParts, rights, roleNow, roleOnEntry, roundState } from "./rules";
import { type RoomRole, roomRole } from "./schema";

const base = {
  role: "participant",
  kind: "main",
  mode: "stage",
  frozen: false,
  silenced: false,
  noChat: false,
  handAccepted: false,
  participantsShareScreen: false,
  largeAudience: false,
} as const;
type Input = Parameters<typeof rights>[0];

const may = (input: Partial<Input>) => {
  const { mic, cam, screen } = rights({ ...base, ...input });
  return [mic && "mic", cam && "cam", screen && "screen"].filter(Boolean).join(" ") || "watch";
};

describe("rights of a role in a room", () => {
  const rows: [Input["role"], string, string, string, string, string][] = [
    // role, stage main, forum main, roundtable main, breakout, talk
    ["host", "mic cam screen", "mic cam screen", "mic cam screen", "mic cam screen", "mic cam screen"],
    ["cohost", "mic cam screen", "mic cam screen", "mic cam screen", "mic cam screen", "mic cam screen"],
    ["speaker", "mic cam screen", "mic cam screen", "mic cam screen", "mic cam screen", "mic cam screen"],
    ["participant", "watch", "watch", "mic cam", "mic cam", "mic cam screen"],
    ["unproven", "watch", "watch", "watch", "watch", "watch"],
  ];
  test.for(rows)("%s", ([role, stage, forum, roundtable, breakout, talk]) => {
    expect(may({ role, mode: "stage" })).toBe(stage);
    expect(may({ role, mode: "forum" })).toBe(forum);
    expect(may({ role, mode: "roundtable" })).toBe(roundtable);
    for (const [kind, expected] of [
      ["breakout", breakout],
      ["talk", talk],
    ] as const)
      expect(may({ role, mode: modeOf({ kind, mode: null }, "stage"), kind })).toBe(expected);
  });

  test.for(rows)(
    "%s in the own room of an agenda item, which is as the item says",
    ([role, stage, forum, roundtable]) => {
      const kind = "breakout";
      for (const [mode, expected] of [
        ["stage", stage],
        ["forum", forum],
        ["roundtable", roundtable],
      ] as const)
        expect(may({ role, mode: modeOf({ kind, mode }, "roundtable"), kind })).toBe(expected);
    },
  );

  test("an accepted hand speaks wherever one only watches, but shares no screen and lifts no limit", () => {
    for (const mode of ["forum", "stage"] as const) {
      expect(may({ mode, handAccepted: true })).toBe("mic cam");
      expect(may({ mode, handAccepted: true, frozen: true })).toBe("watch");
      expect(may({ mode, handAccepted: true, silenced: true })).toBe("watch");
      expect(may({ mode, handAccepted: true, role: "unproven" })).toBe("watch");
      expect(rights({ ...base, mode, handAccepted: true, largeAudience: true }).hidden).toBe(false);
    }
  });

  test("participants share their screen in a round table only when a host allows it", () => {
    expect(may({ mode: "roundtable", participantsShareScreen: true })).toBe("mic cam screen");
    expect(may({ mode: "stage", participantsShareScreen: true })).toBe("watch");
  });

  test("hosts run the event's own rooms and no talk of theirs", () => {
    const moderates = (
      kind: "main" | "backstage" | "breakout" | "talk",
      role: "host" | "cohost" | "speaker",
    ) => rights({ ...base, kind, role }).moderate;
    for (const kind of ["main", "backstage", "breakout"] as const) {
      expect([moderates(kind, "host"), moderates(kind, "cohost")]).toEqual([true, true]);
      expect(moderates(kind, "speaker")).toBe(false);
    }
    for (const role of ["host", "cohost", "speaker"] as const) expect(moderates("talk", role)).toBe(false);
  });

  test("while frozen only hosts publish, and nobody shares", () => {
    expect(may({ role: "host", frozen: true })).toBe("mic cam");
    expect(may({ role: "speaker", frozen: true })).toBe("watch");
    expect(may({ mode: "roundtable", frozen: true })).toBe("watch");
    expect(rights({ ...base, frozen: true }).chat).toBe(false);
    expect(rights({ ...base, role: "host", frozen: true }).chat).toBe(true);
  });

  test("only those who will never speak join invisibly, and only in a large plenary", () => {
    expect(rights({ ...base, largeAudience: true }).hidden).toBe(true);
    expect(rights({ ...base, largeAudience: true, mode: "roundtable" }).hidden).toBe(false);
    expect(rights({ ...base, largeAudience: true, role: "host" }).hidden).toBe(false);
  });
});

const anyInput = fc.record({
  role: fc.constantFrom(...roomRole.options),
  kind: fc.constantFrom("main", "backstage", "breakout", "talk"),
  mode: fc.constantFrom("stage", "roundtable", "forum"),
  frozen: fc.boolean(),
  silenced: fc.boolean(),
  noChat: fc.boolean(),
  handAccepted: fc.boolean(),
  participantsShareScreen: fc.boolean(),
  largeAudience: fc.boolean(),
});

test("unproven and silenced people send nothing, whatever else is true; data goes with speech; hidden never speaks", () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const given = rights(input);
      if (input.role === "unproven" || input.silenced) {
        expect([given.mic, given.cam, given.screen, given.data]).toEqual([false, false, false, false]);
      }
      if (input.role === "unproven")
        expect([given.chat, given.raiseHand, given.moderate]).toEqual([false, false, false]);
      if (input.kind === "talk") expect(given.moderate).toBe(false);
      expect(given.data).toBe(given.mic || given.cam);
      expect(given.hidden && (given.mic || given.cam || given.screen)).toBe(false);
    }),
  );
});

describe("parts of an agenda in which items run at once", () => {
  const minute = (n: number) => new Date(Date.UTC(2027, 2, 21, 9, n));
  const item = (title: string, track: string, [from, to]: [number, number], kind = "presentation") => ({
    title,
    track,
    kind,
    startsAt: minute(from),
    endsAt: minute(to),
  });
  const partsOf = (...agenda: ReturnType<typeof item>[]) =>
    parallelParts(agenda).map(({ items, startsAt, endsAt }) => [
      items.map(({ title }) => title).join(""),
      startsAt.getUTCMinutes(),
      endsAt.getUTCMinutes(),
    ]);

  test.for<[string, ReturnType<typeof partsOf>, ReturnType<typeof item>[]]>([
    ["two tracks", [["ab", 0, 20]], [item("a", "A", [0, 20]), item("b", "B", [0, 20])]],
    ["items for everybody", [], [item("a", "", [0, 20]), item("b", "", [0, 20])]],
    ["one track after the other", [], [item("a", "A", [0, 20]), item("b", "B", [20, 40])]],
    ["two of one track", [], [item("a", "A", [0, 20]), item("b", "A", [10, 40])]],
    [
      "breaks and talks",
      [],
      [item("a", "A", [0, 20], "break"), item("b", "B", [0, 20], "talks"), item("c", "C", [0, 20])],
    ],
    [
      "what overlaps belongs together",
      [["abc", 0, 40]],
      [item("a", "A", [0, 40]), item("b", "B", [0, 20]), item("c", "B", [20, 40])],
    ],
    [
      "what follows is another part",
      [
        ["ab", 0, 20],
        ["cd", 20, 40],
      ],
      [item("a", "A", [0, 20]), item("b", "B", [0, 20]), item("c", "A", [20, 40]), item("d", "B", [20, 40])],
    ],
  ])("%s", ([_what, expected, agenda]) => {
    expect(partsOf(...agenda)).toEqual(expected);
  });
});

describe("how many cameras a browser receives at once", () => {
  const plenary = { people: 0, onStage: 0, speaking: 0 };
  test.for<[string, Parameters<typeof hasFewCameras>[0], boolean]>([
    ["a group of 12", { assigned: 12 }, true],
    ["a group of 13", { assigned: 13 }, false],
    ["a round table of 12", { ...plenary, mode: "roundtable", people: 12, onStage: 1 }, true],
    ["a round table of 13", { ...plenary, mode: "roundtable", people: 13, onStage: 1 }, false],
    ["12 on stage before 300", { ...plenary, mode: "stage", people: 300, onStage: 12 }, true],
    ["13 on stage before 300", { ...plenary, mode: "stage", people: 300, onStage: 13 }, false],
    ["10 on stage and 2 with the floor", { mode: "forum", people: 300, onStage: 10, speaking: 2 }, true],
    ["10 on stage and 3 with the floor", { mode: "forum", people: 300, onStage: 10, speaking: 3 }, false],
  ])("%s", ([, room, isFew]) => {
    expect(hasFewCameras(room)).toBe(isFew);
  });
});

describe("the role that is left of the stored one", () => {
  const rows: [RoomRole, "by entrance" | "in the room", RoomRole, RoomRole, RoomRole][] = [
    // stored, how it came, what the entrance grants today; role now, role after coming in again
    ["host", "by entrance", "host", "host", "host"],
    ["host", "by entrance", "cohost", "cohost", "cohost"],
    ["host", "by entrance", "participant", "participant", "participant"],
    ["cohost", "by entrance", "participant", "participant", "participant"],
    ["speaker", "by entrance", "participant", "participant", "participant"],
    ["cohost", "in the room", "participant", "cohost", "cohost"],
    ["speaker", "in the room", "participant", "speaker", "speaker"],
    ["participant", "in the room", "speaker", "participant", "participant"],
    ["cohost", "in the room", "host", "cohost", "host"],
    ["participant", "by entrance", "host", "participant", "host"],
    ["participant", "by entrance", "speaker", "participant", "speaker"],
    ["unproven", "by entrance", "participant", "unproven", "participant"],
  ];
  test.for(rows)("%s %s, %s granted: %s, then %s", ([role, how, granted, now, later]) => {
    const held = { role, roleGiven: how === "in the room" };
    expect(roleNow(held, granted)).toBe(now);
    expect(roleOnEntry(held, granted).role).toBe(later);
  });
});

test("a round's state follows from time alone", () => {
  const at = (seconds: number) => new Date(1_000_000_000_000 + seconds * 1000);
  const round = { startsAt: at(0), endsAt: at(60), closingDelaySeconds: 15, cancelledAt: null };
  expect([-1, 0, 59, 60, 74, 75].map((second) => roundState(round, at(second)))).toEqual([
    "announced",
    "open",
    "open",
    "closing",
    "closing",
    "closed",
  ]);
  expect(roundState({ ...round, startsAt: null, endsAt: null }, at(0))).toBe("draft");
  expect(roundState({ ...round, cancelledAt: at(1) }, at(2))).toBe("cancelled");
});
