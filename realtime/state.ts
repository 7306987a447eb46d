import type { Epoch } from "@/domain/rooms/schema";
import type { Target, WhereAmI } from "./protocol";

/** Where a room page stands. `place` is what the server said last, `current` the room we hold a connection to. */
export type Phase =
  | "idle"
  | "locating"
  | "waiting"
  | "joining"
  | "live"
  | "resuming"
  | "reconnecting"
  | "switching"
  | "rejoining"
  | "held"
  | "removed"
  | "ended"
  | "left";

export type Place = Extract<WhereAmI, { state: "room" }>;
export type ConnectionState = {
  phase: Phase;
  /** Grows with every connection; an asynchronous step of an older one must give up. */
  generation: number;
  /** The person has clicked „Eintreten“ in this tab. */
  entered: boolean;
  answer: WhereAmI | null;
  current: Target | null;
  epoch: Epoch | null;
  /** Failed attempts since the connection was lost. */
  attempt: number;
  preparing: string | null;
  /** A round the person answered with „Noch nicht“. */
  declined: string | null;
};

/** Why LiveKit let go. `moved`: the server acted, so ask at once. `lost`: everything else, also no reason at all. */
export type Cause = "client" | "duplicate" | "moved" | "lost";

type LinkWord = "connected" | "connect_failed" | "resuming" | "reconnecting" | "reconnected";
type LinkEvent =
  | { type: "unreachable" | "nudged" }
  | { type: LinkWord; generation: number }
  | { type: "disconnected"; generation: number; cause: Cause };
export type ConnectionEvent =
  | { type: "opened"; entered: boolean }
  | { type: "entered" }
  | { type: "took_over" }
  | { type: "answered"; answer: WhereAmI; by: "locate" | "join" }
  | LinkEvent
  | { type: "due" }
  | { type: "moved_on" }
  | { type: "declined" }
  | { type: "left" };

export type Effect =
  | { type: "locate" }
  | { type: "join"; takeOver: boolean }
  | { type: "connect"; target: Target; generation: number }
  | { type: "switch"; target: Target; generation: number }
  | { type: "prepare"; target: Target }
  | { type: "drop_prepared" }
  | { type: "retry"; attempt: number }
  | { type: "plan"; answer: WhereAmI }
  | { type: "arrived"; epoch: Epoch }
  | { type: "decline"; roundId: string }
  | { type: "disconnect" }
  | { type: "leave" };

export type Step = { state: ConnectionState; effects: readonly Effect[] };

export const startState: ConnectionState = {
  phase: "idle",
  generation: 0,
  entered: false,
  answer: null,
  current: null,
  epoch: null,
  attempt: 0,
  preparing: null,
  declined: null,
};

const BROKEN = new Set<Phase>(["resuming", "reconnecting", "rejoining"]);
const ON_THE_WAY = new Set<Phase>(["locating", "joining"]);

/**
 * Since when the connection is lost, in the clock of `now`: it begins with the first failure, lasts while the page
 * looks for the way back, and neither a first entry nor waiting for the host is a loss.
 */
export function lostSince({ phase }: ConnectionState, former: number | null, now: number): number | null {
  if (ON_THE_WAY.has(phase)) return former;
  return BROKEN.has(phase) ? (former ?? now) : null;
}

const CONNECTED = new Set<Phase>(["live", "resuming", "reconnecting", "switching", "joining"]);
const OVER = new Set<Phase>(["left"]);

/** Epochs are compared by revision, then by start; negative when `a` is older. */
export const compareEpochs = (a: Epoch, b: Epoch) => a[0] - b[0] || a[1] - b[1];

/** One step of the connection machine: pure, so that every order of events can be tested. */
export function step(state: ConnectionState, event: ConnectionEvent): Step {
  if (OVER.has(state.phase)) return keep(state);
  if ("generation" in event && event.generation !== state.generation) return keep(state);
  switch (event.type) {
    case "opened":
      return {
        state: { ...state, phase: "locating", entered: event.entered },
        effects: [{ type: "locate" }],
      };
    case "entered":
      return { state: { ...state, entered: true }, effects: [{ type: "join", takeOver: false }] };
    case "took_over":
      return {
        state: { ...state, entered: true, phase: "locating" },
        effects: [{ type: "join", takeOver: true }],
      };
    case "answered":
      return answered(state, event);
    case "left":
      return {
        state: { ...release(state), phase: "left", entered: false },
        effects: [{ type: "disconnect" }, { type: "leave" }],
      };
    case "due":
    case "moved_on":
    case "declined":
      return moved(state, event.type);
    default:
      return network(state, event);
  }
}

const keep = (state: ConnectionState): Step => ({ state, effects: [] });
const release = (state: ConnectionState): ConnectionState => ({
  ...state,
  current: null,
  preparing: null,
  generation: state.generation + 1,
});

function network(state: ConnectionState, event: LinkEvent): Step {
  switch (event.type) {
    case "connected":
      return {
        state: { ...state, phase: "live", attempt: 0 },
        effects: state.current
          ? [{ type: "arrived", epoch: state.current.epoch }, ...planOf(state)]
          : planOf(state),
      };
    case "resuming":
    case "reconnecting":
      return keep({ ...state, phase: event.type });
    case "reconnected":
      return { state: { ...state, phase: "live", attempt: 0 }, effects: [{ type: "locate" }] };
    case "connect_failed":
      return retry(state);
    case "unreachable":
      return unreachable(state);
    case "nudged":
      return nudged(state);
    case "disconnected":
      return disconnected(state, event.cause);
  }
}

/** After a move the last answer still speaks of the former room; then there is nothing to plan by. */
function planOf({ answer, current }: ConnectionState): Effect[] {
  const fits = answer?.state === "room" && answer.target.room.id === current?.room.id;
  return fits ? [{ type: "plan", answer }] : [];
}

function retry(state: ConnectionState): Step {
  const attempt = state.attempt + 1;
  return {
    state: { ...release(state), phase: "rejoining", attempt },
    effects: [{ type: "disconnect" }, { type: "retry", attempt }],
  };
}

/** A room that still plays goes on; the question is asked again later. */
function unreachable(state: ConnectionState): Step {
  const attempt = state.attempt + 1;
  return { state: { ...state, attempt }, effects: [{ type: "retry", attempt }] };
}

function nudged(state: ConnectionState): Step {
  if (state.phase === "idle" || state.phase === "switching") return keep(state);
  return { state, effects: [{ type: "locate" }] };
}

function disconnected(state: ConnectionState, cause: Cause): Step {
  if (cause === "client") return keep(state);
  if (cause === "duplicate") {
    return { state: { ...release(state), phase: "held" }, effects: [{ type: "disconnect" }] };
  }
  const next = { ...release(state), phase: "rejoining" as const, attempt: 0 };
  const again: Effect = cause === "moved" ? { type: "locate" } : { type: "retry", attempt: 0 };
  return { state: next, effects: [{ type: "disconnect" }, again] };
}

function answered(state: ConnectionState, { answer, by }: { answer: WhereAmI; by: "locate" | "join" }): Step {
  // Another device has the place: only a click gets it back, whatever becomes of that device.
  if (state.phase === "held" && (answer.state === "room" || answer.state === "wait")) {
    return keep({ ...state, answer });
  }
  if (answer.state === "room") return toRoom(state, answer);
  const effects: Effect[] = state.current || state.preparing ? [{ type: "disconnect" }] : [];
  const base = { ...(state.current ? release(state) : state), answer, attempt: 0 };
  const plan: Effect = { type: "plan", answer };
  if (answer.state === "elsewhere") return { state: { ...base, phase: "held" }, effects };
  if (answer.state === "removed" || answer.state === "ended") {
    return { state: { ...base, phase: answer.state }, effects: [...effects, plan] };
  }
  const rejoin = state.entered && answer.reason === "not_joined" && by === "locate";
  return {
    state: { ...base, phase: "waiting" },
    effects: rejoin ? [...effects, { type: "join", takeOver: false }] : [...effects, plan],
  };
}

function toRoom(state: ConnectionState, answer: Place): Step {
  const { target } = answer;
  if (state.epoch && compareEpochs(target.epoch, state.epoch) < 0) {
    return state.current ? { state, effects: [{ type: "retry", attempt: 1 }] } : unreachable(state);
  }
  if (!state.entered) return { state: { ...state, answer, phase: "waiting" }, effects: [] };
  const known = { ...state, answer, epoch: target.epoch };
  if (!state.current || !CONNECTED.has(state.phase)) return connectTo(known, target);
  if (state.current.room.id === target.room.id) return stay(known, answer);
  if (target.roundId !== null && target.roundId === state.declined) {
    // The server does not know of the „Noch nicht“ yet; until it does, it would put the person out of the plenary.
    return { state: known, effects: [{ type: "decline", roundId: target.roundId }] };
  }
  return state.phase === "live" ? switchTo(known, target) : connectTo(known, target);
}

function connectTo(state: ConnectionState, target: Target): Step {
  const next = { ...release(state), phase: "joining" as const, current: target };
  return { state: next, effects: [{ type: "connect", target, generation: next.generation }] };
}

function switchTo(state: ConnectionState, target: Target): Step {
  const next = { ...release(state), phase: "switching" as const, current: target, epoch: target.epoch };
  return {
    state: { ...next, declined: null },
    effects: [{ type: "switch", target, generation: next.generation }],
  };
}

function stay(state: ConnectionState, answer: Place): Step {
  const wanted = answer.next?.room.id ?? null;
  const changed = state.current && compareEpochs(state.current.epoch, answer.target.epoch) !== 0;
  const effects: Effect[] = [{ type: "plan", answer }];
  if (state.preparing && state.preparing !== wanted) effects.push({ type: "drop_prepared" });
  if (answer.next && state.preparing !== wanted) effects.push({ type: "prepare", target: answer.next });
  if (changed && state.phase === "live") effects.push({ type: "arrived", epoch: answer.target.epoch });
  return { state: { ...state, current: answer.target, preparing: wanted }, effects };
}

/** The timer of the coming room fired, or the person clicked „Öffnen“ or „Noch nicht“. */
function moved(state: ConnectionState, type: "due" | "moved_on" | "declined"): Step {
  const place = state.answer?.state === "room" ? state.answer : null;
  const next = place?.next ?? null;
  if (type === "declined") return decline(state, place);
  if (!place || state.phase !== "live" || !state.current) return keep(state);
  if (type === "moved_on") return movedOn(state, place);
  if (!next?.autoMove || next.room.id === state.current.room.id) return keep(state);
  const declined = next.roundId !== null && next.roundId === state.declined;
  return declined ? keep(state) : switchTo(state, next);
}

/** „Noch nicht“ for the room that is offered, whether it is announced, about to open or open already. */
function decline(state: ConnectionState, place: Place | null): Step {
  const elsewhere = place && place.target.room.id !== state.current?.room.id ? place.target : null;
  const roundId = elsewhere?.roundId ?? place?.next?.roundId ?? place?.announced?.roundId ?? null;
  const effects: Effect[] = roundId === null ? [] : [{ type: "decline", roundId }];
  return { state: { ...state, declined: roundId }, effects };
}

/** A click goes at once, also before the time: the server tolerates people who are early in their next room. */
function movedOn(state: ConnectionState, place: Place): Step {
  const ready = { ...state, declined: null };
  const elsewhere = place.target.room.id !== state.current?.room.id;
  const late = !state.epoch || compareEpochs(place.target.epoch, state.epoch) >= 0;
  if (elsewhere && late) return switchTo(ready, place.target);
  return place.next ? switchTo(ready, place.next) : { state: ready, effects: [{ type: "locate" }] };
}
