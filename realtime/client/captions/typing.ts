import { type CaptionLine, MAX_LINE } from "@/domain/interaction/schema/captions";
import type { CaptionProvider, CaptionRun } from "./provider";

/** A line is ended before it is as long as it may be, at the end of a word. */
const FULL = MAX_LINE - 20;

export interface TypingRun extends CaptionRun {
  /** What stands in the field now; gives what is to stay there, which is less once lines are finished. */
  write(field: string): string;
}

const newLineId = (): string => crypto.randomUUID();

/** A person who types what is spoken, or what they want to say themselves. No sound is needed for it, so none goes anywhere. */
export const typing: CaptionProvider<TypingRun> = {
  id: "typing",
  soundGoesTo: "nobody",
  start: (say) => new Typing(say),
};

class Typing implements TypingRun {
  #id = newLineId();
  #rev = 0;
  #said = "";
  #stopped = false;

  constructor(private readonly say: (line: CaptionLine) => void) {}

  write(field: string): string {
    if (this.#stopped) return field;
    let rest = field;
    for (let end = endOf(rest); end !== null; end = endOf(rest)) {
      this.#tell(rest.slice(0, end), true);
      rest = rest.slice(end).trimStart();
    }
    this.#tell(rest, false);
    return rest;
  }

  stop(): void {
    if (this.#said !== "") this.#tell(this.#said, true);
    this.#stopped = true;
  }

  #tell(typed: string, done: boolean): void {
    const text = typed.replace(/\s+/gu, " ").trim();
    const isNothing = text === "" && this.#said === "";
    if (this.#stopped || isNothing || (text === this.#said && !done)) return;
    this.say({ id: this.#id, rev: this.#rev++, text, done });
    this.#said = text;
    if (!done) return;
    this.#id = newLineId();
    this.#rev = 0;
    this.#said = "";
  }
}

/** Where the first line of the field ends: at Enter, or once it is full; null while it goes on. */
function endOf(field: string): number | null {
  const enter = field.indexOf("\n");
  if (enter >= 0 && enter <= FULL) return enter + 1;
  if (field.length <= FULL) return null;
  const space = field.lastIndexOf(" ", FULL);
  return space > 0 ? space + 1 : FULL;
}
