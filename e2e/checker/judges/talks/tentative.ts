import type { Send } from "../../intended";
import type { TalkEvidence, TalkOperation } from "../../talks/evidence";
import { linesOf, type TalkLine } from "./history";

/** Between the moment that a fact names and the commit after which others see it. */
const COMMIT_MS = 5_000;

/** A time that somebody was really in a talk: from its fact to the one that took them out of it. */
type Taken = { personId: string; startsAt: number | undefined; from: number; until: number };

function takenIn({ meeting, facts, starts }: TalkLine): Taken[] {
  return facts.flatMap((fact, place) => {
    if (fact.kind === "meeting.cancelled") return [];
    const until = (facts[place + 1]?.at ?? Number.POSITIVE_INFINITY) + COMMIT_MS;
    return meeting.people.map(({ personId }) => ({
      personId,
      startsAt: starts[place],
      from: fact.at,
      until,
    }));
  });
}

/** Whether a talk explains that one of these times was refused while the request was under way. */
const explains =
  ({ people, starts }: TalkOperation, { sentAt, endedAt }: Send) =>
  ({ personId, startsAt, from, until }: Taken) =>
    people.includes(personId) &&
    (startsAt === undefined || starts.includes(startsAt)) &&
    from <= endedAt &&
    until >= sentAt;

/** Nobody here is anywhere else than in talks, has marked a time or brought a calendar. */
const IMPOSSIBLE = ["own_time_taken", "not_available", "partner_unavailable", "not_opted_in", "no_talks"];

/** A proposal blocks nobody: only an agreed talk is a reason why a time is taken. */
export function judgeTentative({ talks }: { talks: TalkEvidence }): string[] {
  const taken = linesOf(talks).flatMap(takenIn);
  return talks.operations.flatMap((operation) =>
    operation.sends.flatMap((send) => {
      const { outcome, said } = send;
      if (outcome !== "fail") return [];
      if (IMPOSSIBLE.includes(said)) return [`${operation.kind} ${operation.key} was refused as ${said}`];
      return said !== "slot_taken" || taken.some(explains(operation, send))
        ? []
        : [`${operation.kind} ${operation.key}: the time was refused as taken, and no talk was there`];
    }),
  );
}
