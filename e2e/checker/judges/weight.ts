import type { Evidence, Operation } from "../evidence";
import { outcomeOf } from "../intended";

/** Whether the run put the promises to the test at all: a run in which nothing happened would pass every judge. */
export function judgeWeight(evidence: Evidence): string[] {
  const { operations, facts, faults, faultsPlanned, grounds } = evidence;
  const count = (matches: (operation: Operation) => boolean) => operations.filter(matches).length;
  const isDone = (kind: Operation["kind"]) => (one: Operation) =>
    one.kind === kind && outcomeOf(one) === "ok";
  const needed: Record<string, number> = {
    registrations: count(isDone("register")),
    cancellations: count(isDone("cancel")),
    "addresses proven": count(isDone("prove")),
    "changes of capacity": count(isDone("capacity")),
    refusals: count((one) => outcomeOf(one) === "fail"),
    "requests sent twice": count(({ sends }) => sends.length > 1),
    "unknown outcomes": count(({ sends }) => sends.some(({ outcome }) => outcome === "unknown")),
    promotions: facts.filter(({ kind }) => kind === "registration.promoted").length,
  };
  const empty = grounds.filter(
    ({ eventId }) =>
      !facts.some((fact) => fact.eventId === eventId && fact.kind === "registration.confirmed"),
  );
  return [
    ...Object.entries(needed).flatMap(([what, number]) => (number > 0 ? [] : [`no ${what}`])),
    ...empty.map(({ eventId }) => `nobody got a seat at ${eventId}`),
    ...(faults.length === faultsPlanned ? [] : [`${faults.length} of ${faultsPlanned} faults happened`]),
  ];
}
