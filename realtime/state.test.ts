import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerOf, targetOf } from "./client/testing/fake-control";
import {
  type ConnectionEvent,
  type ConnectionState,
  compareEpochs,
  type Effect,
  lostSince,
  type Phase,
  startState,
  step,
} from "./state";

const NOW = "2026-11-12T10:00:00.000Z";
const inRoom = (room: string, epoch: [number, number]) => answerOf({ room, epoch }, NOW);

function play(events: readonly ConnectionEvent[], from: ConnectionState = startState) {
  const effects: Effect[] = [];
  let state = from;
  for (const event of events) {
    const next = step(state, event);
    state = next.state;
    effects.push(...next.effects);
  }
  return { state, effects };
}

const live = play([
  { type: "opened", entered: true },
  { type: "answered", answer: inRoom("main", [1, 0]), by: "join" },
  { type: "connected", generation: 1 },
]).state;

const rooms = fc.constantFrom("main", "one", "two");
const epochs = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }));
const generation = fc.integer({ min: 0, max: 6 });
const answer = fc.oneof(
  fc.tuple(rooms, epochs).map(([room, epoch]) => inRoom(room, [epoch[0], epoch[1]])),
  fc
    .tuple(rooms, epochs, rooms)
    .map(([room, epoch, next]) =>
      answerOf({ room, epoch: [epoch[0], epoch[1]], next: { room: next, at: 9 } }, NOW),
    ),
  fc.constantFrom("wait", "elsewhere", "removed", "ended").map((state) => answerOf(state as "wait", NOW)),
);
const event: fc.Arbitrary<ConnectionEvent> = fc.oneof(
  fc.record({ type: fc.constant("opened" as const), entered: fc.boolean() }),
  fc.constantFrom<ConnectionEvent>(
    { type: "entered" },
    { type: "took_over" },
    { type: "unreachable" },
    { type: "nudged" },
    { type: "due" },
    { type: "moved_on" },
    { type: "declined" },
  ),
  fc.record({
    type: fc.constant("answered" as const),
    answer,
    by: fc.constantFrom("locate" as const, "join" as const),
  }),
  fc.record({
    type: fc.constantFrom(
      "connected" as const,
      "connect_failed" as const,
      "resuming" as const,
      "reconnecting" as const,
      "reconnected" as const,
    ),
    generation,
  }),
  fc.record({
    type: fc.constant("disconnected" as const),
    generation,
    cause: fc.constantFrom("client" as const, "duplicate" as const, "moved" as const, "lost" as const),
  }),
);
const history = fc.array(event, { maxLength: 40 });

describe("the connection machine, whatever happens in whatever order", () => {
  it("never lets the generation shrink, and starts each connection with a new one", () => {
    fc.assert(
      fc.property(history, (events) => {
        let state = startState;
        const used: number[] = [];
        for (const one of events) {
          const next = step(state, one);
          expect(next.state.generation).toBeGreaterThanOrEqual(state.generation);
          for (const effect of next.effects) {
            if (effect.type === "connect" || effect.type === "switch") used.push(effect.generation);
          }
          state = next.state;
        }
        expect(new Set(used).size).toBe(used.length);
      }),
    );
  });

  it("never goes back to a lower epoch", () => {
    fc.assert(
      fc.property(history, (events) => {
        let state = startState;
        for (const one of events) {
          const before = state.epoch;
          state = step(state, one).state;
          if (before && state.epoch) expect(compareEpochs(state.epoch, before)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it("connects nobody who has not clicked", () => {
    fc.assert(
      fc.property(history, (events) => {
        const passive = events.filter((one) => !["entered", "took_over", "opened"].includes(one.type));
        const { effects } = play([{ type: "opened", entered: false }, ...passive]);
        expect(effects.filter((effect) => effect.type === "connect" || effect.type === "switch")).toEqual([]);
      }),
    );
  });

  it("is over for good after leaving", () => {
    fc.assert(
      fc.property(history, (events) => {
        const left = play([{ type: "left" }], live).state;
        const { state, effects } = play(events, left);
        expect([state, effects]).toEqual([left, []]);
      }),
    );
  });

  it("ignores what an older connection reports", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("connected", "connect_failed", "resuming", "reconnecting", "reconnected"),
        (type) => {
          const { state, effects } = step(live, { type, generation: live.generation - 1 });
          expect([state, effects]).toEqual([live, []]);
        },
      ),
    );
  });
});

describe("moving between rooms", () => {
  const next = { room: "three", at: Date.parse(NOW) + 20_000 };
  const told = play(
    [{ type: "answered", answer: answerOf({ room: "main", epoch: [2, 0], next }, NOW), by: "locate" }],
    live,
  );

  it("prepares the coming room once", () => {
    expect(told.effects.filter((effect) => effect.type === "prepare")).toHaveLength(1);
    const again = play(
      [{ type: "answered", answer: answerOf({ room: "main", epoch: [2, 0], next }, NOW), by: "locate" }],
      told.state,
    );
    expect(again.effects.filter((effect) => effect.type === "prepare")).toEqual([]);
  });

  it("drops the prepared room when it is called off", () => {
    const off = play([{ type: "answered", answer: inRoom("main", [3, 0]), by: "locate" }], told.state);
    expect(off.effects).toContainEqual({ type: "drop_prepared" });
  });

  it("switches at the appointed time, but not while the connection is broken", () => {
    const due = step(told.state, { type: "due" });
    expect([due.state.phase, due.state.current?.room.id]).toEqual(["switching", "three"]);
    const broken = step({ ...told.state, phase: "reconnecting" }, { type: "due" });
    expect(broken.effects).toEqual([]);
  });

  it("does not move by itself where a click is asked for", () => {
    const asked = { room: "main", epoch: [2, 0] as [number, number], next: { ...next, autoMove: false } };
    const state = play([{ type: "answered", answer: answerOf(asked, NOW), by: "locate" }], live).state;
    expect(step(state, { type: "due" }).effects).toEqual([]);
    expect(step(state, { type: "moved_on" }).state.phase).toBe("switching");
  });

  it("respects „Noch nicht“ until the click, also when the server has moved on", () => {
    const { state: declined, effects } = step(told.state, { type: "declined" });
    expect(effects).toEqual([{ type: "decline", roundId: "rnd_three" }]);
    expect(step(declined, { type: "due" }).effects).toEqual([]);
    const server = step(declined, {
      type: "answered",
      answer: inRoom("three", [2, next.at]),
      by: "locate",
    });
    expect(server.state.current?.room.id).toBe("main");
    expect(server.effects).toEqual([{ type: "decline", roundId: "rnd_three" }]);
    expect(step(server.state, { type: "moved_on" }).state.current?.room.id).toBe("three");
  });

  it("connects anew instead of switching while a connection is being made", () => {
    const joining = { ...live, phase: "joining" as const };
    const { effects } = step(joining, { type: "answered", answer: inRoom("two", [2, 0]), by: "locate" });
    expect(effects.map((effect) => effect.type)).toEqual(["connect"]);
  });
});

describe("losing the connection", () => {
  it.each([
    ["client", "live", []],
    ["duplicate", "held", ["disconnect"]],
    ["moved", "rejoining", ["disconnect", "locate"]],
    ["lost", "rejoining", ["disconnect", "retry"]],
  ] as const)("because of %s: %s", (cause, phase, effects) => {
    const result = step(live, { type: "disconnected", generation: live.generation, cause });
    expect([result.state.phase, result.effects.map((effect) => effect.type)]).toEqual([phase, effects]);
  });

  it("keeps a room that still plays when only the question fails", () => {
    const { state, effects } = step(live, { type: "unreachable" });
    expect([state.phase, effects.map((effect) => effect.type)]).toEqual(["live", ["retry"]]);
  });

  it("asks where it belongs after every full reconnect", () => {
    const { effects } = step(
      { ...live, phase: "reconnecting" },
      { type: "reconnected", generation: live.generation },
    );
    expect(effects).toEqual([{ type: "locate" }]);
  });
});

it("reports arrival with the epoch of the room it reached", () => {
  const joining = { ...live, phase: "switching" as const, current: targetOf("three", [7, 3]) };
  const { effects } = step(joining, { type: "connected", generation: live.generation });
  expect(effects[0]).toEqual({ type: "arrived", epoch: [7, 3] });
});

describe("a lost connection", () => {
  const inPhase = (phase: Phase) => ({ ...startState, phase, entered: true });

  it.each(["idle", "locating", "waiting", "joining", "live", "switching"] as const)(
    "is nothing that is so before anything was there: %s",
    (phase) => {
      expect(lostSince(inPhase(phase), null, 7)).toBeNull();
    },
  );

  it("begins with the first failure, lasts on the way back, and ends when one is there or has to wait", () => {
    const phases: Phase[] = ["resuming", "reconnecting", "rejoining", "locating", "joining"];
    let lost: number | null = null;
    for (const [index, phase] of phases.entries()) lost = lostSince(inPhase(phase), lost, 100 + index);
    expect(lost).toBe(100);
    for (const phase of ["live", "waiting", "held", "removed", "ended", "left"] as const)
      expect(lostSince(inPhase(phase), lost, 200)).toBeNull();
  });
});
