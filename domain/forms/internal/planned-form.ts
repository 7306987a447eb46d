import { localOf } from "@/domain/programme/rules";
import { type Id, newId } from "@/lib/ids";
import { dayAfter, daysBetween } from "@/lib/time/days";
import { type Condition, type Definition, definitionOf, type Limits, type Question } from "../rules";
import { MOST_DAYS, type PlannedQuestion, typedOf } from "../schema";
import { freshOption } from "./form-edit";

type Starting = { startsAt: Date; timeZone: string };

/** The day on which an event begins, by its own clocks. */
const firstDayOf = ({ startsAt, timeZone }: Starting) => localOf(startsAt, timeZone).slice(0, 10);

const isNear = (days: number) => Math.abs(days) <= MOST_DAYS;

/** The first and last day of a date as far from a copy as they are from its original; one far off stays what it is. */
export function movedLimits(limits: Limits, from: Starting, to: Starting): Limits {
  const days = daysBetween(firstDayOf(from), firstDayOf(to));
  const moved = (day: string | null) =>
    day !== null && isNear(daysBetween(firstDayOf(to), day)) ? dayAfter(day, days) : day;
  return { ...limits, from: moved(limits.from), to: moved(limits.to) };
}

/** The form of an event without ids and days: conditions count questions and options, days are counted from the first. */
export function plannedFrom(questions: readonly Question[], event: Starting): PlannedQuestion[] {
  const firstDay = firstDayOf(event);
  const daysTo = (day: string | null) => {
    const days = day === null ? null : daysBetween(firstDay, day);
    return days !== null && isNear(days) ? days : null;
  };
  const conditionOf = ({ questionId, answer }: Condition) => {
    const at = questions.findIndex(({ id }) => id === questionId);
    const earlier = questions[at];
    const isConsent = earlier?.kind === "consent";
    return {
      question: at,
      answer: isConsent ? (true as const) : (earlier?.options.findIndex(({ id }) => id === answer) ?? -1),
    };
  };
  return questions.map(({ options, limits, files, showIf, ...asked }) => ({
    ...{ kind: asked.kind, stage: asked.stage, label: asked.label, help: asked.help, purpose: asked.purpose },
    ...{ required: asked.required, sensitive: asked.sensitive },
    options: options.map(({ de, en }) => ({ de, en })),
    ...{ min: limits.min, max: limits.max, from: daysTo(limits.from), to: daysTo(limits.to) },
    ...{ files: files.kinds, megabytes: files.megabytes },
    showIf: showIf.map(conditionOf),
  }));
}

/** The questions of a plan for an event that has none yet, with ids and days of its own. */
export function questionsFrom(
  form: readonly PlannedQuestion[],
  event: Starting,
): (Definition & { id: Id<"question"> })[] {
  const firstDay = firstDayOf(event);
  const made: (Definition & { id: Id<"question"> })[] = [];
  for (const planned of form) {
    const showIf = planned.showIf.flatMap(({ question, answer }) => {
      const earlier = made[question];
      const named = answer === true ? "true" : earlier?.options[answer]?.id;
      return earlier && named ? [{ questionId: earlier.id, answer: named }] : [];
    });
    const typed = typedOf(planned, { firstDay, showIf });
    made.push({ ...definitionOf(typed, { before: undefined, fresh: freshOption }), id: newId("question") });
  }
  return made;
}
