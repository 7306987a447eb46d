import type { MatrixTalk, PlanMatrix } from "@/domain/matchmaking/labels";
import type { MatrixIndex } from "./matrix-index";
import type { SlotWords, TalkWords } from "./matrix-words";
import type { Moves } from "./use-moves";

/** What every view of the plan is given. */
export type PlanViewProps = {
  matrix: PlanMatrix;
  index: MatrixIndex;
  slots: readonly SlotWords[];
  words: TalkWords;
  /** Where the selected talk can go; undefined while none is selected. */
  moves: Moves | undefined;
  select: (talkId: string | undefined) => void;
  move: (talk: MatrixTalk, to: { slot: number | undefined; table?: number }) => void;
  /** Says something in the bar of the selected talk, and to screen readers. */
  say: (text: string) => void;
};
