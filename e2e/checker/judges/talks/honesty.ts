import { outcomeOf, saidBy } from "../../intended";
import type { TalkEvidence, TalkFact, TalkOperation } from "../../talks/evidence";
import { contradictionsIn } from "../people";
import { done, linesOf, type TalkLine } from "./history";

/** What a yes stands for: its kind of fact, and what that is about. */
const FACTS: Partial<Record<TalkOperation["kind"], readonly [kind: string, about: "said" | "about"]>> = {
  ask: ["meeting.requested", "said"],
  counter: ["meeting.countered", "said"],
  decline: ["meeting.declined", "about"],
  withdraw: ["meeting.withdrawn", "about"],
  accept: ["meeting.accepted", "said"],
  book: ["meeting.accepted", "said"],
  move: ["meeting.moved", "about"],
  "call-off": ["meeting.cancelled", "about"],
  publish: ["plan.published", "said"],
};

function wantedFact(operation: TalkOperation): string[] {
  const fact = FACTS[operation.kind];
  return fact ? [`${fact[0]} ${fact[1] === "said" ? saidBy(operation) : operation.about}`] : [];
}

const nameOf = ({ kind, requestId, meetingId, version }: TalkFact) =>
  `${kind} ${requestId || meetingId || version}`;

/** Facts that a published plan brought along: moves and ends that nobody asked for one by one. */
function planned(evidence: TalkEvidence, lines: readonly TalkLine[]): TalkFact[] {
  const withdrawn = new Set(evidence.meetings.flatMap(({ id, isWithdrawn }) => (isWithdrawn ? [id] : [])));
  const ends = evidence.facts.filter(
    ({ kind, meetingId }) => kind === "meeting.cancelled" && withdrawn.has(meetingId),
  );
  return [
    ...lines.flatMap(({ facts, plannedMoves }) => plannedMoves.flatMap((at) => facts[at] ?? [])),
    ...ends,
  ];
}

/** One fact for each yes, and none for anything else. */
function factProblems(evidence: TalkEvidence): string[] {
  const ofPlan = planned(evidence, linesOf(evidence));
  const happened = evidence.facts.filter((fact) => !ofPlan.includes(fact)).map(nameOf);
  const wanted = evidence.operations.filter((one) => outcomeOf(one) === "ok").flatMap(wantedFact);
  const counts = new Map<string, number>();
  for (const name of wanted) counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const name of happened) counts.set(name, (counts.get(name) ?? 0) - 1);
  return [...counts].flatMap(([name, number]) => {
    if (number === 0) return [];
    return number > 0
      ? [`${name} was told, and did not happen`]
      : [`${name} happened, and nobody was told yes`];
  });
}

/** A plan did as many things as it said, and as its version remembers. */
function planProblems(evidence: TalkEvidence): string[] {
  const { versions, facts } = evidence;
  const lines = linesOf(evidence);
  const sum = (what: "added" | "moved" | "removed") => versions.reduce((all, one) => all + one[what], 0);
  const moved = lines.reduce((all, { plannedMoves }) => all + plannedMoves.length, 0);
  const removed = evidence.meetings.filter(({ isWithdrawn }) => isWithdrawn).length;
  const added = facts.flatMap((fact) => fact.added);
  const made = evidence.meetings.filter(({ isPlanned }) => isPlanned).map(({ id }) => id);
  const pairs = [
    ["adds", sum("added"), added.length],
    ["makes", made.length, added.length],
    ["moves", sum("moved"), moved],
    ["takes back", sum("removed"), removed],
  ] as const;
  return [
    ...pairs.flatMap(([what, said, is]) =>
      said === is ? [] : [`planning ${what} ${said} talks, and it was ${is}`],
    ),
    ...added.filter((id) => !made.includes(id)).map((id) => `a plan added ${id}, which is not stored`),
  ];
}

/** A refusal leaves nothing, and nothing is there twice: requests carry the key of whoever asked. */
function rowProblems(evidence: TalkEvidence): string[] {
  const { operations, requests, meetings, leftBehind } = evidence;
  const asking = operations.filter(({ kind }) => kind === "ask" || kind === "counter");
  const byNote = Map.groupBy(requests, ({ note }) => note);
  const known = new Set(asking.map(({ key }) => key));
  const made = new Set(done(evidence, "accept", "book").map(saidBy));
  const byRequest = Map.groupBy(
    meetings.filter(({ requestId }) => requestId !== null),
    ({ requestId }) => requestId,
  );
  return [
    ...asking.flatMap((one) => {
      const rows = byNote.get(one.key)?.length ?? 0;
      const wanted = outcomeOf(one) === "ok" ? 1 : 0;
      return rows === wanted ? [] : [`${one.key}: ${rows} requests instead of ${wanted}`];
    }),
    ...requests.flatMap(({ id, note }) => (known.has(note) ? [] : [`${id} is a request that nobody made`])),
    ...meetings.flatMap(({ id, isPlanned }) =>
      isPlanned || made.has(id) ? [] : [`${id} is a talk that nobody agreed to`],
    ),
    ...[...byRequest].flatMap(([id, rows]) => (rows.length > 1 ? [`${id} led to ${rows.length} talks`] : [])),
    ...Object.entries(leftBehind).flatMap(([key, rows]) =>
      rows > 1 ? [`${key} had an unknown outcome and left ${rows} rows`] : [],
    ),
  ];
}

/** I3: a refusal leaves nothing, a repeat does nothing, and nothing happens that nobody was told of. */
export function judgeTalkHonesty({ talks }: { talks: TalkEvidence }): string[] {
  const { operations } = talks;
  return [
    ...factProblems(talks),
    ...planProblems(talks),
    ...rowProblems(talks),
    ...operations.flatMap(contradictionsIn),
    ...operations.flatMap((one) =>
      outcomeOf(one) === "unknown"
        ? [`${one.key}: an outcome stayed unknown, however often it was asked`]
        : [],
    ),
    ...operations.flatMap((one) =>
      one.isBad && outcomeOf(one) === "ok" ? [`${one.kind} ${one.key} should have been refused`] : [],
    ),
  ];
}
