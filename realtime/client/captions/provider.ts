import type { CaptionLine } from "@/domain/interaction/schema/captions";

/**
 * Where captions come from: somebody who types (`typing.ts`), or one day a recogniser of this installation. It runs in the
 * browser of whoever provides them, under that person's name and right; what it says is sent on by the server.
 *
 * What each must keep is in `testing/caption-contract.ts`.
 */
export interface CaptionProvider<Run extends CaptionRun = CaptionRun> {
  readonly id: string;
  /**
   * Who gets the sound for it. There is no word for somebody else: captions count as a recording, and whoever listens for a room
   * belongs to this installation. The contract reads it, and the panel says it.
   */
  readonly soundGoesTo: "nobody" | "this_device" | "this_installation";
  /** `say` gets each state of a line, whole. */
  start(say: (line: CaptionLine) => void): Run;
}

export interface CaptionRun {
  /** Finishes the line that is open. Nothing is said after it. */
  stop(): void;
}
