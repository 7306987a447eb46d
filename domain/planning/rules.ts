import { instantOf, localOf, startProblem } from "@/domain/programme/rules";
import type { Part } from "@/domain/programme/rules/moving";
import { homeZone } from "@/lib/i18n/locales";
import { dayAfter } from "@/lib/time/days";

/** An event of a series' file: on which of its days, at which clock time. */
type Start = { day: number; time: string };
type NewWeek = { firstDay: string; timeZone: string };
/** Where an event of a series comes to lie, or why it can't be there. */
export type PlannedDay = { day: string } & (
  | { startsAt: Date; problem?: undefined }
  | { startsAt?: undefined; problem: "time_does_not_exist" | NonNullable<ReturnType<typeof startProblem>> }
);

/** A series that begins on another day: the same clock times in its zone, whichever way the clocks changed. */
export const plannedDays = (starts: readonly Start[], week: NewWeek, now: Date): PlannedDay[] =>
  starts.map(({ day: number, time }): PlannedDay => {
    const day = dayAfter(week.firstDay, number);
    const startsAt = instantOf(`${day}T${time}`, week.timeZone);
    if (!startsAt) return { day, problem: "time_does_not_exist" };
    const problem = startProblem(startsAt, now);
    return problem ? { day, problem } : { day, startsAt };
  });

const WEEK_MS = 7 * 24 * 3_600_000;

/** When the form of a new event begins by itself: on the first day of its series where that is still to come, else in a week. */
export function proposedStart(startsOn: string | undefined, now: Date): string {
  const dayOf = (instant: Date) => localOf(instant, homeZone).slice(0, 10);
  const isAhead = startsOn !== undefined && startsOn > dayOf(now);
  return `${isAhead ? startsOn : dayOf(new Date(now.getTime() + WEEK_MS))}T10:00`;
}

/** Parts that lie within an event so long: an event may have become shorter than its agenda. */
export const cutTo = <One extends Part>(parts: readonly One[], minutes: number): One[] =>
  parts
    .filter(({ after }) => after >= 0 && after < minutes)
    .map((part) => ({ ...part, minutes: Math.min(part.minutes, minutes - part.after) }));

type Bounded = {
  minutes: number;
  agenda: readonly Part[];
  talks: Part | null;
  opensAfter: number | null;
  closesAfter: number | null;
};

/** What of a plan does not lie within its length, as a path to it; undefined when all of it does. */
export function outsideOf(plan: Bounded): (string | number)[] | undefined {
  const { minutes, agenda, talks, opensAfter, closesAfter } = plan;
  const isLate = (part: Part) => part.after + part.minutes > minutes;
  const late = agenda.findIndex(isLate);
  if (late >= 0) return ["agenda", late];
  if (talks && isLate(talks)) return ["talks"];
  if (closesAfter !== null && closesAfter > minutes) return ["closesAfter"];
  return opensAfter !== null && opensAfter >= (closesAfter ?? minutes) ? ["opensAfter"] : undefined;
}
