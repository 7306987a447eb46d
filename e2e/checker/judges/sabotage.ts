import type { Evidence, Fact, Ground } from "../evidence";
import { outcomeOf } from "../intended";
import { type History, historyOf } from "./history";
import { judge, type Verdict } from "./judge";
import { talkSabotages } from "./talks/sabotage";

/** Breaks one promise in the record of a run; undefined where the run gives nothing to break. */
type Sabotage = (evidence: Evidence) => Evidence | undefined;

/** Somebody of whom every answer is known, who was told yes and never cancelled, loses the row. */
const losesARow: Sabotage = (evidence) => {
  const kept = evidence.registrations.find(({ email, eventId, status }) => {
    const own = evidence.operations.filter((one) => one.email === email && one.eventId === eventId);
    const isSure = own.every((one) => one.kind !== "cancel" && outcomeOf(one) !== "unknown");
    return status === "confirmed" && isSure && own.some((one) => outcomeOf(one) === "ok");
  });
  return kept && { ...evidence, registrations: evidence.registrations.filter((row) => row !== kept) };
};

/** A request that was repeated leaves a second row. */
const registersTwice: Sabotage = (evidence) => {
  const [row] = evidence.registrations;
  const twin = row && { ...row, id: `${row.id}_twin` };
  return twin && { ...evidence, registrations: [...evidence.registrations, twin] };
};

/** Somebody who has only just come gets a seat behind the back of who waits. */
const jumpsTheQueue: Sabotage = (evidence) => {
  const place = evidence.facts.findIndex(({ kind }) => kind === "registration.waiting");
  const before = evidence.facts[place];
  if (!before) return undefined;
  const newcomer = { ...before, kind: "registration.confirmed", registrationId: "reg_newcomer" };
  return { ...evidence, facts: evidence.facts.toSpliced(place + 1, 0, newcomer) };
};

const cancelling = ({ eventId }: Ground, { confirmed }: History, last: Fact): Fact[] =>
  [...confirmed].map((registrationId, index) => ({
    ...{ ...last, id: `${last.id}_${index}`, kind: "registration.cancelled" },
    ...{ eventId, registrationId, seq: last.seq + 1 + index },
  }));

/** Everybody leaves an event at which people wait, and nobody moves up. */
const leavesSeatsEmpty: Sabotage = (evidence) => {
  const last = evidence.facts.at(-1);
  for (const ground of evidence.grounds) {
    const history = historyOf(evidence, ground);
    if (last && history.waiting.length > 0 && history.confirmed.size > 0)
      return { ...evidence, facts: [...evidence.facts, ...cancelling(ground, history, last)] };
  }
  return undefined;
};

/** A cancellation of which nobody was told. */
const keepsSilent: Sabotage = (evidence) => {
  const told = evidence.mails.find(({ kind }) => kind === "registration.cancelled");
  return told && { ...evidence, mails: evidence.mails.filter((mail) => mail !== told) };
};

/** By the name of the promise that each breaks. */
export const sabotages: Record<string, Sabotage> = {
  "I2 durability": losesARow,
  "I3 honesty": registersTwice,
  "I5 fairness": jumpsTheQueue,
  "I6 no idle place": leavesSeatsEmpty,
  "I7 mail": keepsSilent,
  ...Object.fromEntries(
    Object.entries(talkSabotages).map(([promise, sabotage]): [string, Sabotage] => [
      promise,
      (evidence) => {
        const talks = sabotage(evidence.talks);
        return talks && { ...evidence, talks };
      },
    ]),
  ),
};

const saidOf = (verdicts: readonly Verdict[], promise: string): string[] =>
  verdicts.flatMap((one) => (one.promise === promise ? one.violations : []));

/**
 * The negative control of the judges: the record of this very run is doctored once for each promise, and its judge has to
 * say something that it did not say before. Gives, for each, whether it did.
 */
export function controlOf(evidence: Evidence, judged = judge): { promise: string; problem?: string }[] {
  const before = judged(evidence);
  return Object.entries(sabotages).map(([promise, sabotage]) => {
    const doctored = sabotage(evidence);
    if (!doctored) return { promise, problem: "the run gave nothing to break" };
    const known = new Set(saidOf(before, promise));
    const isHeard = saidOf(judged(doctored), promise).some((violation) => !known.has(violation));
    return isHeard ? { promise } : { promise, problem: "its judge noticed nothing" };
  });
}
