import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allowedRooms } from "./allowed-rooms";
import {
  type AssignmentRow,
  announcedRound,
  comingPlace,
  type EventRows,
  type PersonRows,
  place,
} from "./place";

const T0 = Date.UTC(2026, 10, 24, 9, 0, 0);
const at = (seconds: number) => new Date(T0 + seconds * 1000);
const room = (id: string, kind: "main" | "breakout" | "talk") => ({
  id,
  kind,
  label: id,
  lkName: `lk-${id}`,
  mode: null,
  opensAt: new Date(0),
  closesAt: null,
  closedAt: null,
});
const main = room("main", "main");

const event: EventRows = {
  cancelled: false,
  startsAt: at(0),
  endsAt: at(7200),
  openedAt: at(0),
  endedAt: null,
  locked: false,
  lobby: false,
  main,
  backstage: null,
};
const ben: PersonRows = {
  role: "participant",
  revision: 3,
  arrived: null,
  wasHere: false,
  admitted: false,
  onStage: false,
  banned: undefined,
  visiting: null,
  assignments: [],
};
const assigned = (
  kind: "breakout" | "talk",
  times: [number, number],
  more: { id?: string; autoMove?: boolean; returned?: number; declined?: number } = {},
): AssignmentRow => ({
  round: {
    id: `round-${more.id ?? kind}`,
    kind,
    rule: kind === "talk" ? "talk" : "groups",
    startsAt: at(times[0]),
    endsAt: at(times[1]),
    closingDelaySeconds: 15,
    cancelledAt: null,
    allowReturn: true,
    autoMove: more.autoMove ?? true,
  },
  room: room(more.id ?? kind, kind),
  returnedAt: more.returned === undefined ? null : at(more.returned),
  declinedAt: more.declined === undefined ? null : at(more.declined),
});
const where = (person: PersonRows, second: number, session = event) => {
  const found = place(person, session, at(second));
  if (found.state === "room") return found.room.id;
  return found.state === "wait" ? `wait ${found.reason}` : found.state;
};

describe("the plenary", () => {
  test.for([
    ["participants wait before the start", ben, { ...event, openedAt: null }, -60, "wait not_open"],
    ["participants wait until the hosts go live", ben, { ...event, openedAt: null }, 60, "wait hosts_only"],
    ["participants are in once it is live", ben, event, 60, "main"],
    ["hosts enter before", { ...ben, role: "host" }, { ...event, openedAt: null }, -600, "main"],
    ["speakers enter before", { ...ben, role: "speaker" }, { ...event, openedAt: null }, -600, "main"],
    ["a locked room takes nobody new", ben, { ...event, locked: true }, 60, "wait locked"],
    ["a locked room keeps who was there", { ...ben, wasHere: true }, { ...event, locked: true }, 60, "main"],
    ["unproven people watch the plenary", { ...ben, role: "unproven" }, event, 60, "main"],
    ["nobody stays after the end", { ...ben, role: "host" }, { ...event, endedAt: at(50) }, 60, "ended"],
    ["a cancelled event is over", ben, { ...event, cancelled: true }, 60, "ended"],
    ["it is over half an hour after its planned end", ben, event, 7200 + 1800, "ended"],
    ["the banned are out", { ...ben, banned: { until: null } }, event, 60, "removed"],
    ["a kick ends", { ...ben, banned: { until: at(59) } }, event, 60, "main"],
  ] as [string, PersonRows, EventRows, number, string][])("%s", ([, person, session, second, expected]) => {
    expect(where(person, second, session)).toBe(expected);
  });
});

describe("a breakout", () => {
  const person = { ...ben, assignments: [assigned("breakout", [100, 400])] };

  test("takes people in at its start and gives them back at its end, without anybody's help", () => {
    expect([99, 100, 399, 400].map((second) => where(person, second))).toEqual([
      "main",
      "breakout",
      "breakout",
      "main",
    ]);
  });

  test("is announced 60 s ahead and prepared 30 s ahead, and so is the way back", () => {
    expect(announcedRound(person, at(39))).toBeNull();
    expect(announcedRound(person, at(40))?.room.id).toBe("breakout");
    expect(comingPlace(person, event, at(69))).toBeNull();
    expect(comingPlace(person, event, at(70))).toMatchObject({
      room: { id: "breakout" },
      from: at(100),
      epoch: [3, T0 + 100_000],
    });
    expect(comingPlace(person, event, at(370))).toMatchObject({ room: { id: "main" }, from: at(400) });
  });

  test("is never entered by unproven people", () => {
    expect(where({ ...person, role: "unproven" }, 200)).toBe("main");
    expect(announcedRound({ ...person, role: "unproven" }, at(50))).toBeNull();
    expect(comingPlace({ ...person, role: "unproven" }, event, at(80))).toBeNull();
  });

  test("waits for the click when people do not move by themselves", () => {
    const slow = { ...ben, assignments: [assigned("breakout", [100, 400], { autoMove: false })] };
    expect(where(slow, 200)).toBe("main");
    expect(comingPlace(slow, event, at(200))).toMatchObject({ room: { id: "breakout" }, autoMove: false });
    expect(where({ ...slow, arrived: [3, T0 + 100_000] }, 200)).toBe("breakout");
  });

  test("waits for the click of whoever answered „Noch nicht“", () => {
    const later = { ...ben, assignments: [assigned("breakout", [100, 400], { declined: 95 })] };
    expect([101, 200].map((second) => where(later, second))).toEqual(["main", "main"]);
    expect(comingPlace(later, event, at(200))).toMatchObject({ room: { id: "breakout" }, autoMove: false });
    expect(where({ ...later, arrived: [3, T0 + 100_000] }, 200)).toBe("breakout");
  });

  test("lets go of those who went back", () => {
    expect(where({ ...ben, assignments: [assigned("breakout", [100, 400], { returned: 150 })] }, 200)).toBe(
      "main",
    );
  });
});

describe("a talk", () => {
  const talks = (...times: [number, number][]) => ({
    ...ben,
    assignments: times.map((pair, index) => assigned("talk", pair, { id: `talk${index + 1}` })),
  });

  test("opens two minutes ahead and closes five minutes after when nothing follows", () => {
    const person = talks([600, 1800]);
    expect([479, 480, 1800, 2099, 2100].map((second) => where(person, second))).toEqual([
      "main",
      "talk1",
      "talk1",
      "talk1",
      "main",
    ]);
  });

  test("is announced five minutes ahead, with the moment at which its room opens", () => {
    const person = talks([600, 1800]);
    expect(announcedRound(person, at(299))).toBeNull();
    expect(announcedRound(person, at(300))).toMatchObject({ room: { id: "talk1" }, from: at(480).getTime() });
    expect(comingPlace(person, event, at(450))?.from).toEqual(at(480));
  });

  test("right after another one opens when that one is left, and is announced for that moment", () => {
    const person = talks([600, 1800], [1850, 3000]);
    expect(announcedRound(person, at(1700))).toMatchObject({
      room: { id: "talk2" },
      from: at(1830).getTime(),
    });
    expect([1829, 1830].map((second) => where(person, second))).toEqual(["talk1", "talk2"]);
  });

  test("hands over to the next one 30 s after its end", () => {
    const person = talks([600, 1800], [1800, 3000]);
    expect([1829, 1830, 2900].map((second) => where(person, second))).toEqual(["talk1", "talk2", "talk2"]);
  });

  test("needs no live plenary: people wait in its lobby", () => {
    const closed = { ...event, openedAt: null, startsAt: at(5000) };
    expect([0, 480, 2100].map((second) => where(talks([600, 1800]), second, closed))).toEqual([
      "wait talk_lobby",
      "talk1",
      "wait not_open",
    ]);
  });

  test("goes on when the plenary ends", () => {
    const over = { ...event, endedAt: at(1000) };
    expect([1200, 2100].map((second) => where(talks([600, 1800]), second, over))).toEqual(["talk1", "ended"]);
  });

  test("is stronger than a breakout at the same time", () => {
    const person = {
      ...ben,
      assignments: [assigned("breakout", [100, 3000]), assigned("talk", [600, 1800])],
    };
    expect([200, 500, 2200].map((second) => where(person, second))).toEqual(["breakout", "talk", "breakout"]);
  });
});

test("a visiting host is in the visited room until its round ends", () => {
  const { room: visited, round } = assigned("breakout", [100, 400]);
  const host: PersonRows = { ...ben, role: "host", visiting: { room: visited, round } };
  expect([200, 400].map((second) => where(host, second))).toEqual(["breakout", "main"]);
  expect(where({ ...host, role: "participant" }, 200)).toBe("main");
});

const anyAssignments = fc
  .array(
    fc.record({
      kind: fc.constantFrom("breakout", "talk"),
      from: fc.integer({ min: 0, max: 4000 }),
      length: fc.integer({ min: 30, max: 2000 }),
      autoMove: fc.boolean(),
    }),
    { maxLength: 5 },
  )
  .map((list) =>
    list.map((one, index) =>
      assigned(one.kind, [one.from, one.from + one.length], { id: `r${index}`, autoMove: one.autoMove }),
    ),
  );

test("the epoch of unchanged rows never shrinks, and a change of room always raises it", () => {
  fc.assert(
    fc.property(
      anyAssignments,
      fc.array(fc.integer({ min: 0, max: 9500 }), { minLength: 2 }),
      (assignments, seconds) => {
        let last: [number, string] = [0, ""];
        for (const second of [...seconds].sort((a, b) => a - b)) {
          const found = place({ ...ben, assignments }, event, at(second));
          if (found.state !== "room") continue;
          expect(found.epoch[1]).toBeGreaterThanOrEqual(last[0]);
          if (found.room.id !== last[1] && last[1] !== "") expect(found.epoch[1]).toBeGreaterThan(last[0]);
          last = [found.epoch[1], found.room.id];
        }
      },
    ),
  );
});

test("where a person belongs is always among the rooms it may be in, and so is what comes next", () => {
  fc.assert(
    fc.property(anyAssignments, fc.integer({ min: 0, max: 9500 }), (assignments, second) => {
      const person = { ...ben, assignments };
      const allowed = allowedRooms({ person, event, openRooms: [], now: at(second) });
      const here = place(person, event, at(second));
      if (here.state === "room") expect(allowed).toContain(here.room.id);
      const next = comingPlace(person, event, at(second));
      if (next) expect(allowed).toContain(next.room.id);
    }),
  );
});

test("nobody but the assigned may be in a talk, not even a host; hosts may be in every breakout", () => {
  const openRooms = [main, room("breakout", "breakout"), room("talk", "talk")];
  const allowed = allowedRooms({ person: { ...ben, role: "host" }, event, openRooms, now: at(10) });
  expect([...allowed].sort()).toEqual(["breakout", "main"]);
  expect(
    allowedRooms({ person: { ...ben, banned: { until: null } }, event, openRooms, now: at(10) }).size,
  ).toBe(0);
});
