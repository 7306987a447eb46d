import type { z } from "zod";
import type { EventScope } from "../queries";
import { instantOf, localOf, openingBefore, startProblem } from "../rules";
import { isByClock, measureOf, momentMovedTo, partOf, placed } from "../rules/moving";
import type { updateEventInput } from "../schema";

type Input = z.output<typeof updateEventInput>;
export type Times = {
  timeZone: string;
  startsAt: Date;
  endsAt: Date;
  registrationOpensAt: Date | null;
  registrationClosesAt: Date | null;
};
/** Why a field cannot be taken, as the kernel reports fields. */
export type FieldProblem = { fields: Record<string, string[]> };
type Start = { startsAt: Date; timeZone: string };
type Placed = Start & { endsAt: Date };
type End = { typed: string | null | undefined; before: Date | null };

const problem = (field: string, key: string): FieldProblem => ({ fields: { [field]: [key] } });

/** Whether an event takes place at another time than before, by the calendar or by the clocks of its zone. */
export const startsAnew = (event: Start, { startsAt, timeZone }: Start): boolean =>
  startsAt.getTime() !== event.startsAt.getTime() || timeZone !== event.timeZone;

/** Its end: the length that was wished, or the one it has, which over several days is one by the clock. */
function endOf(wished: number | undefined, event: EventScope, start: Start): Date {
  const measure = measureOf(event);
  const { minutes: now } = partOf(measure, event);
  const minutes = wished ?? now;
  if (minutes === now && !startsAnew(event, start)) return event.endsAt;
  const byClock = minutes === now ? measure.byClock : isByClock(minutes);
  return placed({ ...start, byClock }, { after: 0, minutes }).endsAt;
}

/**
 * One end of the window in which people register. What nobody changed moves along with the start, at the same distance by
 * the clock, and never beyond the end; what somebody typed is taken as it is. Undefined for a time that the zone does not have.
 */
function windowEnd({ typed, before }: End, event: EventScope, times: Placed) {
  const shown = before && localOf(before, event.timeZone);
  if (typed === null) return null;
  if (typed !== undefined && typed !== shown) return instantOf(typed, times.timeZone);
  if (!before || !startsAnew(event, times)) return before;
  const moved = momentMovedTo(event, times, before);
  return moved > times.endsAt ? times.endsAt : moved;
}

/** Both ends of it; what was typed has to open before it closes, and close before the end. */
function windowOf(input: Input, event: EventScope, times: Placed) {
  const { registrationOpensLocal: from, registrationClosesLocal: until } = input;
  const opens = windowEnd({ typed: from, before: event.registrationOpensAt }, event, times);
  if (opens === undefined) return problem("registrationOpensLocal", "time_does_not_exist");
  const closes = windowEnd({ typed: until, before: event.registrationClosesAt }, event, times);
  if (closes === undefined) return problem("registrationClosesLocal", "time_does_not_exist");
  if (until && closes && closes > times.endsAt) return problem("registrationClosesLocal", "after_the_end");
  const opening = openingBefore(opens, closes ?? times.endsAt);
  if (from && !opening) return problem("registrationOpensLocal", "after_the_deadline");
  return { registrationOpensAt: opening, registrationClosesAt: closes };
}

/** The event's times after a change. Moving the start keeps the length; changing the zone keeps the clock time. */
export function newTimes(input: Input, event: EventScope, now: Date): Times | FieldProblem {
  const timeZone = input.timeZone ?? event.timeZone;
  const local = localOf(event.startsAt, event.timeZone);
  const isKept = timeZone === event.timeZone && (input.startsLocal ?? local) === local;
  const startsAt = isKept ? event.startsAt : instantOf(input.startsLocal ?? local, timeZone);
  if (!startsAt) return problem("startsLocal", "time_does_not_exist");
  const isNew = startsAt.getTime() !== event.startsAt.getTime();
  const wrong = isNew ? startProblem(startsAt, now) : undefined;
  if (wrong) return problem("startsLocal", wrong);
  const start = { timeZone, startsAt };
  const times = { ...start, endsAt: endOf(input.durationMinutes, event, start) };
  const window = windowOf(input, event, times);
  return "fields" in window ? window : { ...times, ...window };
}
