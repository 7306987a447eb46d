import { outcomeOf, saidBy } from "../../intended";
import type { ChangeRow, TalkEvidence, TalkFact, TalkOperation, TalkRow } from "../../talks/evidence";

/**
 * A talk by its facts: when it began to be, each time it had, and whether it was called off. What only the row knew for a
 * while, such as a time that planning took it away from, is undefined.
 */
export type TalkLine = {
  meeting: TalkRow;
  /** In commit order: how it came about, its moves, and its end. */
  facts: readonly TalkFact[];
  /** Its time after each of them. */
  starts: readonly (number | undefined)[];
  isOver: boolean;
  /** Which of the facts, by their place, were moves that planning made. */
  plannedMoves: readonly number[];
};

const begins = (id: string, { kind, meetingId, added }: TalkFact) =>
  (kind === "meeting.accepted" && meetingId === id) || (kind === "plan.published" && added.includes(id));
const changes = (id: string, { kind, meetingId }: TalkFact) =>
  meetingId === id && (kind === "meeting.moved" || kind === "meeting.cancelled");

export const done = ({ operations }: TalkEvidence, ...kinds: readonly TalkOperation["kind"][]) =>
  operations.filter((one) => kinds.includes(one.kind) && outcomeOf(one) === "ok");

const samePair = (one: readonly string[], other: readonly string[]) =>
  one.toSorted().join() === other.toSorted().join();

/** The plan whose publishing brought this fact along: both are of one transaction, which has one instant. */
const publishedWith = ({ facts }: TalkEvidence, { at }: TalkFact): TalkFact | undefined =>
  facts.find((fact) => fact.kind === "plan.published" && fact.at === at);

/** When the search that was published with this fact wanted two people to meet. */
function plannedFor(evidence: TalkEvidence, fact: TalkFact, { people }: TalkRow): number | undefined {
  const published = publishedWith(evidence, fact);
  const operation = done(evidence, "publish").find((one) => saidBy(one) === String(published?.version));
  const two = people.map(({ personId }) => personId);
  const pair = evidence.pairs.find((one) => one.runId === operation?.about && samePair(one.people, two));
  return pair?.startsAt ?? undefined;
}

const firstTime = (evidence: TalkEvidence, fact: TalkFact, meeting: TalkRow): number | undefined =>
  fact.kind === "plan.published"
    ? plannedFor(evidence, fact, meeting)
    : done(evidence, "accept", "book").find((one) => saidBy(one) === meeting.id)?.starts[0];

function lineOf(evidence: TalkEvidence, meeting: TalkRow, moves: readonly ChangeRow[]): TalkLine {
  const { id } = meeting;
  const facts = evidence.facts.filter((fact) => begins(id, fact) || changes(id, fact));
  const moveAt = (place: number) => moves.find(({ sequence }) => sequence === place);
  const plannedMoves = facts.flatMap((fact, place) =>
    fact.kind === "meeting.moved" && publishedWith(evidence, fact) ? [place] : [],
  );
  const starts: (number | undefined)[] = [];
  for (const [place, fact] of facts.entries()) {
    const next = moveAt(place + 1)?.from;
    const isLast = facts.slice(place + 1).every(({ kind }) => kind !== "meeting.moved");
    if (fact.kind === "meeting.cancelled") starts.push(starts.at(-1));
    else if (place === 0) starts.push(firstTime(evidence, fact, meeting) ?? next);
    else if (plannedMoves.includes(place)) starts.push(plannedFor(evidence, fact, meeting) ?? next);
    else starts.push(next ?? (isLast ? meeting.startsAt : undefined));
  }
  const isOver = facts.at(-1)?.kind === "meeting.cancelled";
  return { meeting, facts, starts, isOver, plannedMoves };
}

/** Every talk there is a row of, with what happened to it. */
export function linesOf(evidence: TalkEvidence): TalkLine[] {
  const moves = Map.groupBy(evidence.changes, ({ meetingId }) => meetingId);
  return evidence.meetings.map((meeting) => lineOf(evidence, meeting, moves.get(meeting.id) ?? []));
}
