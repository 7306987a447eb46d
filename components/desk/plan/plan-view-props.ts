import type { MatrixTalk, PlanMatrix } from "@/domain/matchmaking/labels";
import type { MatrixIndex } from "./matrix-index";
import type { SlotWords, TalkWords } from "./matrix-words";
import type { Arrival } from "./talk-place";
import type { Moves } from "./use-moves";

/** The talk that somebody picked up, and where. */
export type Picked = {
  id: string;
  people: readonly string[];
  slot: number | null;
  /** The row it was picked up in: of a person by id. */
  row?: string;
  /** From a list, whose lines are many: the bar that says where it can go takes the focus. */
  toBar?: boolean;
};

/** What every view of the plan is given. */
export type PlanViewProps = {
  matrix: PlanMatrix;
  index: MatrixIndex;
  slots: readonly SlotWords[];
  words: TalkWords;
  /** The moment, by the server's clock. */
  now: Date;
  /** A phone: one row's day is read below each other, because a grid would be cut off. */
  isNarrow: boolean;
  /** Where the selected talk can go; undefined while none is selected. */
  moves: Moves | undefined;
  select: (talk: Picked | undefined) => void;
  /** Without a slot the talk is taken out of its time. `row` is the one it is let go in. */
  move: (
    talk: MatrixTalk,
    to: { slot: number | undefined; table?: number | undefined; row?: string | undefined },
  ) => void;
  /** Where a talk just went, until the focus has followed it. */
  arrival: Arrival | undefined;
  landed: () => void;
  /** Shows something in the bar of the selected talk. */
  show: (text: string) => void;
  /** The same, and reads it out. */
  say: (text: string) => void;
};
