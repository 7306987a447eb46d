import { timesOf } from "../kit/statistics";
import { longestGap } from "./gaps";
import type { MoveNotes } from "./move-probe";

/** Slow moves that are shown whole. */
const SHOWN = 8;

export type Heard = { sounds: readonly number[]; notes: MoveNotes };
export type Span = readonly [number, number];
/** One person's silence in one move, cut at what ended each part of it; milliseconds from the last sound. */
export type Trace = {
  /** How long before the silence the connection to the coming room began; negative when it began in it. */
  connectedBefore: number;
  ownPublished: number;
  /** The first of those in the same room handed over their microphone. */
  otherPublished: number;
  /** A microphone was announced to the listener's browser. */
  announced: number;
  heard: number;
  /** How long the listener's page was busy in long pieces meanwhile. */
  busy: number;
};

const lastBefore = (times: readonly number[], end: number) => times.filter((time) => time < end).at(-1);
const firstAfter = (times: readonly number[], begin: number) => times.find((time) => time >= begin);
const ms = (value: number | undefined, from: number) =>
  value === undefined ? Number.NaN : Math.round(value - from);

function busyWithin(busy: MoveNotes["busy"], [from, to]: Span): number {
  const parts = busy.map(([at, length]) => Math.max(0, Math.min(at + length, to) - Math.max(at, from)));
  return Math.round(parts.reduce((sum, part) => sum + part, 0));
}

/** What happened in the longest silence of `listener` within `span`, and what the others of the room did for its end. */
export function traceOf(listener: Heard, others: readonly Heard[], span: Span): Trace {
  const [from, to] = longestGap(listener.sounds, span);
  const own = listener.notes;
  const handedOver = ({ notes }: Heard) => notes.publishing.find((at) => at >= span[0] && at < to) ?? [];
  const published = others.flatMap(handedOver);
  return {
    connectedBefore: -ms(lastBefore(own.connecting, to), from),
    ownPublished: ms(firstAfter(own.publishing, span[0]), from),
    otherPublished: ms(published.length > 0 ? Math.min(...published) : undefined, from),
    announced: ms(firstAfter(own.arriving, from), from),
    heard: Math.round(to - from),
    busy: busyWithin(own.busy, [from, to]),
  };
}

/** The phases of all silences, and the slowest whole, longest first. */
export function phasesOf(traces: readonly Trace[]) {
  const sorted = [...traces].sort((a, b) => b.heard - a.heard);
  const all = (value: (trace: Trace) => number) => timesOf(traces.map(value).filter(Number.isFinite));
  return {
    phases: {
      untilOtherPublished: all((one) => one.otherPublished),
      untilAnnounced: all((one) => one.announced - one.otherPublished),
      untilHeard: all((one) => one.heard - one.announced),
      busy: all((one) => one.busy),
    },
    slowest: sorted.slice(0, SHOWN),
  };
}
