/** What an import of somebody's own calendar may cost. */

/** Bytes of a file, uploaded or fetched. */
export const CALENDAR_BYTES = 5 * 1024 * 1024;
/** Lines of a file, folded ones and empty ones included. */
export const CALENDAR_LINES = 400_000;
/** Occurrences of one event, and of all events of a file. */
export const EVENT_OCCURRENCES = 2_000;
export const CALENDAR_OCCURRENCES = 20_000;
/** Steps that the rules of a file may take to reach the asked days: a rule by the second would step for years. */
export const RULE_STEPS = 100_000;
export const CALENDAR_STEPS = 250_000;
/** Problems that are named one by one. */
export const NAMED_PROBLEMS = 100;
/** After this long the reader is ended, whatever it is at. */
export const READING_MS = 4_000;
/** Memory that the reader may take. */
export const READING_MEGABYTES = 192;

const DAY = 86_400_000;
/** An entry of more than this blocks nothing: it is a mistake of whoever wrote it, or an attack. */
export const LONGEST_MS = 3_660 * DAY;

/** An import looks from 30 days back to 400 days ahead. */
export const importWindow = (now: Date) => ({
  from: new Date(now.getTime() - 30 * DAY),
  to: new Date(now.getTime() + 400 * DAY),
});
