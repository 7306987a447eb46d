/**
 * A plan of bilateral talks as a problem of timetabling: plain values, so that it crosses to a worker thread and
 * needs no database. Slots and people are named by their place in their list (from 0), wishes likewise.
 */
export type Half = "am" | "pm";

export type PlanSlot = {
  half: Half;
  /** The slot before it was on another day: what lies between them is no gap in anybody's programme. */
  startsDay?: boolean;
  /** How many talks at a table fit at one time; absent where there are no limits, such as online. */
  tables?: number;
};

export type PlanPerson = {
  /** Talks this person should get at least; wanted after must-meets, before scores. */
  min: number;
  /** Never more than this. */
  max: number;
  /** Slots in which this person cannot meet. */
  closed: readonly number[];
  /** Slots this person would rather meet in; absent when all are alike. */
  preferred?: readonly number[];
  /** After so many talks in a row a rest of `rest` slots is due (1 unless said otherwise). */
  mostInARow?: number;
  rest?: number;
  /** Talks held before this plan: who had fewer is served first where everything else is equal. */
  heldBefore?: number;
};

export type PlanWish = {
  a: number;
  b: number;
  /** `must`: wanted by both and placed before anything else; `open`: nobody asked, but both would come. */
  kind: "must" | "want" | "open" | "never";
  /** What placing it is worth; a whole number from 0. */
  score: number;
  half?: Half;
  /** `online` talks take no table. */
  mode: "online" | "onsite" | "mixed";
  /** Locked or confirmed: stands in this slot whatever else happens. */
  locked?: number;
  /** Where the published plan has it; moving it costs, but less than a gap. */
  published?: number;
};

/** `before` ends before `after` begins, if both take place. */
export type Precedence = { before: number; after: number };

export type PlanProblem = {
  people: readonly PlanPerson[];
  slots: readonly PlanSlot[];
  wishes: readonly PlanWish[];
  precedences: readonly Precedence[];
};

/** What a plan is judged by, in this order; every number is better when smaller, but for `score` and `spread`. */
export type Goals = {
  mustsMissing: number;
  /** Talks missing to people's minimum, summed. */
  minimumMissing: number;
  score: number;
  /** The k-th talk of a person adds 1/k (in ten-thousandths): an even spread has the larger sum. */
  spread: number;
  /** Times somebody has free slots between two talks, however many. */
  gaps: number;
  /** Free slots between people's first and last talk. */
  waits: number;
  /** Talks beyond what somebody takes in a row. */
  withoutRest: number;
  /** Published talks that moved or fell away. */
  changed: number;
  /** Talks at times that somebody did not prefer. */
  notPreferred: number;
};

/** Slot of each wish; -1 where it has none. */
export type Placement = Int32Array;
