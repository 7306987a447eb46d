import type { CaptionKind, CaptionLanguage, CaptionLine } from "@/domain/interaction/schema/captions";
import type { CaptionsSaid } from "../../protocol";

/** One line that somebody writes or has written, as far as it came through. */
export type SaidLine = CaptionLine & {
  /** Nobody's line takes the place of another's, whatever id it bears. */
  key: string;
  by: string;
  name: string;
  kind: CaptionKind;
  language: CaptionLanguage | null;
  /** When it last changed here. */
  at: number;
};

/** About an hour of speech; what came before leaves the tab's memory. */
const MOST = 1_000;
/** A line that nobody changes any more has been read by then. */
export const SHOWN_MS = 8_000;
const SHOWN_LINES = 3;

/** Adds what has come: a line is known by whose it is and its id, and only ever replaced by a later state of itself. */
export function addSaid(
  known: readonly SaidLine[],
  said: CaptionsSaid["said"],
  now: number,
): readonly SaidLine[] {
  const lines = new Map(known.map((line) => [line.key, line]));
  for (const { lines: written, ...writer } of said)
    for (const line of written) {
      const key = `${writer.kind} ${writer.by} ${line.id}`;
      const before = lines.get(key);
      if (before && (before.done || before.rev >= line.rev)) continue;
      lines.set(key, { ...line, ...writer, key, at: now });
    }
  return [...lines.values()].slice(-MOST);
}

/** What stands under the pictures now: the last lines that changed a moment ago. */
export const shownNow = (lines: readonly SaidLine[], now: number): readonly SaidLine[] =>
  lines.filter(({ at, text }) => text !== "" && now - at < SHOWN_MS).slice(-SHOWN_LINES);

/** In how many milliseconds the next of these lines goes; null while none is shown. */
export function goesIn(shown: readonly SaidLine[], now: number): number | null {
  const oldest = Math.min(...shown.map(({ at }) => at));
  return shown.length === 0 ? null : Math.max(0, oldest + SHOWN_MS - now);
}
