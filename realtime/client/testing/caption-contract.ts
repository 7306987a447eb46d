import { type CaptionLine, captionLine } from "@/domain/interaction/schema/captions";
import type { CaptionProvider, CaptionRun } from "../captions/provider";

type Driven<Run extends CaptionRun> = {
  provider: CaptionProvider<Run>;
  /** Makes the provider say some lines: whatever that takes, such as keys or a sound. */
  drive: (run: Run) => void;
};

const ALLOWED: readonly string[] = ["nobody", "this_device", "this_installation"];

/** What every provider of captions has to keep, and this one does not; nothing for one that may be used. */
export function brokenPromises<Run extends CaptionRun>({ provider, drive }: Driven<Run>): string[] {
  const said: CaptionLine[] = [];
  const run = provider.start((line) => said.push(line));
  const early = said.length;
  drive(run);
  const driven = said.length;
  run.stop();
  const stopped = said.length;
  drive(run);
  const promises = {
    "gives the sound to nobody outside": ALLOWED.includes(provider.soundGoesTo),
    "says nothing before it hears anything": early === 0,
    "says something": driven > 0,
    "says nothing once it is stopped": said.length === stopped,
    "finishes its last line when it is stopped": said[stopped - 1]?.done === true,
    "says lines that the server takes": said.every((line) => captionLine.safeParse(line).success),
    "counts each line's states upwards": everyLine(said, isCountedUp),
    "never says a finished line again": everyLine(
      said,
      (states) => !states.slice(0, -1).some(({ done }) => done),
    ),
  };
  return Object.entries(promises).flatMap(([promise, isKept]) => (isKept ? [] : [promise]));
}

const everyLine = (said: readonly CaptionLine[], holds: (states: CaptionLine[]) => boolean): boolean =>
  [...Map.groupBy(said, ({ id }) => id).values()].every(holds);

const isCountedUp = (states: readonly CaptionLine[]): boolean =>
  states.every(({ rev }, index) => index === 0 || rev > (states[index - 1]?.rev ?? 0));
