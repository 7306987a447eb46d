import type { Evidence, Ground } from "../evidence";
import { type History, historyOf, type Moment } from "./history";

/** How long a seat may be free while somebody waits. */
const IDLE_MS = 10_000;

const perEvent = (evidence: Evidence, judge: (ground: Ground, history: History) => string[]): string[] =>
  evidence.grounds.flatMap((ground) =>
    judge(ground, historyOf(evidence, ground)).map((violation) => `${ground.eventId}: ${violation}`),
  );

/** The rows say the same as the facts: otherwise the history would be one of something else. */
function rowsAgainst({ registrations, plans }: Evidence, { eventId }: Ground, history: History): string[] {
  const rows = registrations.filter((row) => row.eventId === eventId);
  const inState = (status: string) => rows.filter((row) => row.status === status).map(({ id }) => id);
  const [confirmed, waiting] = [inState("confirmed"), inState("waiting")];
  const plan = plans.find((one) => one.eventId === eventId);
  const differs = (ids: readonly string[], told: ReadonlySet<string>) =>
    ids.length !== told.size || ids.some((id) => !told.has(id));
  return [
    ...(differs(confirmed, history.confirmed)
      ? [`${confirmed.length} rows are confirmed, ${history.confirmed.size} by the facts`]
      : []),
    ...(differs(waiting, new Set(history.waiting))
      ? [`${waiting.length} rows wait, ${history.waiting.length} by the facts`]
      : []),
    ...(plan?.confirmed === confirmed.length && plan.waiting === waiting.length
      ? []
      : [
          `the plan counts ${plan?.confirmed} and ${plan?.waiting}, the rows ${confirmed.length} and ${waiting.length}`,
        ]),
    ...(plan && plan.capacity !== null && confirmed.length > plan.capacity
      ? [`${confirmed.length} rows are confirmed for ${plan.capacity} seats`]
      : []),
  ];
}

/** I1: never more confirmed than seats, now and at every past instant. */
export const judgeCapacity = (evidence: Evidence): string[] =>
  perEvent(evidence, (ground, history) => [
    ...history.broken,
    ...history.moments
      .filter(({ confirmed, capacity }) => confirmed > capacity)
      .map(
        ({ seq, confirmed, capacity }) => `after fact ${seq}: ${confirmed} confirmed for ${capacity} seats`,
      ),
    ...rowsAgainst(evidence, ground, history),
  ]);

/** Whether a violation of I1 is a seat sold twice, and not a history that merely doesn't add up. */
export const tellsOfOversale = (violation: string): boolean => / confirmed for \d+ seats$/.test(violation);

/** I5: nobody gets a seat who came later than somebody who still waits. */
export const judgeFairness = (evidence: Evidence): string[] =>
  perEvent(evidence, (_ground, { overtaken }) => overtaken);

const isIdle = ({ waiting, confirmed, capacity }: Moment) => waiting > 0 && confirmed < capacity;

function idleTimes(moments: readonly Moment[]): string[] {
  const settled = moments.filter(({ endsTransaction }) => endsTransaction);
  return settled.flatMap((moment, index) => {
    if (!isIdle(moment) || (index > 0 && isIdle(settled[index - 1] ?? moment))) return [];
    const end = settled.slice(index).find((later) => !isIdle(later));
    const { seq, waiting } = moment;
    if (!end) return [`since fact ${seq} a seat is free while ${waiting} wait`];
    const idle = end.at - moment.at;
    return idle > IDLE_MS ? [`after fact ${seq} a seat was free for ${idle} ms while ${waiting} waited`] : [];
  });
}

/** I6: with people waiting every seat is given, at rest, and within ten seconds at any time before. */
export const judgeIdlePlaces = (evidence: Evidence): string[] =>
  perEvent(evidence, (_ground, { moments }) => idleTimes(moments));
