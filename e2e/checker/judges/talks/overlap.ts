import type { RequestRow, TalkEvidence, TalkFact, TalkRow } from "../../talks/evidence";
import { linesOf, type TalkLine } from "./history";

/** Requests that one person may have out at first, and at most; each answer to others is worth one more. */
const OPEN_REQUESTS = 5;
const MOST_OPEN_REQUESTS = 10;

type Span = { startsAt: number; endsAt: number };
const overlaps = (one: Span, other: Span) => one.startsAt < other.endsAt && other.startsAt < one.endsAt;

/** Every two of a list. */
const pairsOf = <Item>(items: readonly Item[]): [Item, Item][] =>
  items.flatMap((one, index) => items.slice(index + 1).map((other): [Item, Item] => [one, other]));

/** The rows as they are at rest. */
function overlapsAtRest({ meetings }: TalkEvidence): string[] {
  const seats = meetings.flatMap(({ id, people }) => people.map((seat) => ({ id, ...seat })));
  const accepted = seats.filter(({ status }) => status === "accepted");
  return [...Map.groupBy(accepted, ({ personId }) => personId)].flatMap(([person, own]) =>
    pairsOf(own)
      .filter(([one, other]) => overlaps(one, other))
      .map(([one, other]) => `${person} is in two talks at once: ${one.id} and ${other.id}`),
  );
}

type Change = { fact: TalkFact; line: TalkLine; startsAt: number | undefined };

/** Facts of one transaction carry the same instant; where another's lie between, nothing is said until both are whole. */
function isWhole(facts: readonly Change[], place: number): boolean {
  const before = new Set(facts.slice(0, place + 1).map(({ fact }) => fact.at));
  return facts.slice(place + 1).every(({ fact }) => !before.has(fact.at));
}

function doubleAt(talks: ReadonlyMap<TalkRow, number>, { seq }: TalkFact): string[] {
  const seats = [...talks].flatMap(([{ id, people }, at]) =>
    people.map(({ personId }) => ({ id, key: `${personId} ${at}` })),
  );
  return [...Map.groupBy(seats, ({ key }) => key)].flatMap(([key, own]) =>
    own.length > 1
      ? [`after fact ${seq} ${key.split(" ")[0]} was in two talks at once: ${own.map(({ id }) => id).join()}`]
      : [],
  );
}

/** The same at every instant that has passed. All slots are of one length, so two overlap when they begin together. */
function overlapsBefore(evidence: TalkEvidence): string[] {
  const changes = linesOf(evidence)
    .flatMap((line) =>
      line.facts.map(
        (fact, place): Change => ({
          ...{ fact, line },
          startsAt: fact.kind === "meeting.cancelled" ? undefined : line.starts[place],
        }),
      ),
    )
    .sort((one, other) => one.fact.seq - other.fact.seq);
  const talks = new Map<TalkRow, number>();
  const found = changes.flatMap(({ fact, line, startsAt }, place) => {
    if (startsAt === undefined) talks.delete(line.meeting);
    else talks.set(line.meeting, startsAt);
    return isWhole(changes, place) ? doubleAt(talks, fact) : [];
  });
  return [...new Set(found)];
}

/** No table has two talks at once or one that does not exist, and only who comes to the house gets one. */
function tableProblems({ meetings, tables, people }: TalkEvidence): string[] {
  const seated = meetings.filter(({ status, table }) => status === "accepted" && table !== null);
  const onSite = new Set(people.flatMap((one) => (one.attendance === "onsite" ? [one.personId] : [])));
  const placeOf = (talk: TalkRow) => {
    const there = talk.people.filter(({ personId }) => onSite.has(personId)).length;
    if (there === 0) return "online";
    return there === talk.people.length ? "table" : "mixed";
  };
  return [
    ...pairsOf(seated)
      .filter(([one, other]) => one.table === other.table && overlaps(one, other))
      .map(([one, other]) => `table ${one.table} has two talks at once: ${one.id} and ${other.id}`),
    ...seated.flatMap(({ id, table }) =>
      table !== null && table > tables ? [`${id} is at table ${table} of ${tables}`] : [],
    ),
    ...meetings.flatMap((talk) =>
      talk.place === placeOf(talk) && (talk.place === "online") === (talk.table === null)
        ? []
        : [`${talk.id} of ${placeOf(talk)} people is ${talk.place} at table ${talk.table}`],
    ),
  ];
}

const ANSWERED = ["accepted", "declined", "countered"];

/** Nobody has more requests out than they may, and no plan gives anybody more talks than was asked for. */
function quotaProblems({ people, requests, pairs }: TalkEvidence): string[] {
  const isOut = ({ status, isCounter }: RequestRow) =>
    !isCounter && (status === "requested" || status === "cancelled");
  const placed = pairs.filter(({ startsAt }) => startsAt !== null);
  const byRun = Map.groupBy(
    placed.flatMap((pair) => pair.people.map((person) => ({ ...pair, person }))),
    ({ runId, person }) => `${runId} ${person}`,
  );
  return [
    ...people.flatMap(({ personId }) => {
      const out = requests.filter((row) => row.from === personId && isOut(row)).length;
      const answered = requests.filter(
        ({ to, status }) => to === personId && ANSWERED.includes(status),
      ).length;
      const most = Math.min(OPEN_REQUESTS + answered, MOST_OPEN_REQUESTS);
      return out > most ? [`${personId} has ${out} requests out and may have ${most}`] : [];
    }),
    ...[...byRun].flatMap(([key, own]) => {
      const most = own[0]?.most ?? 0;
      return own.length > most ? [`${key} was given ${own.length} talks and takes ${most}`] : [];
    }),
  ];
}

/** I4: nobody is in two talks at once, now and at every past instant; no table either, and nobody has more than they may. */
export const judgeOverlap = ({ talks }: { talks: TalkEvidence }): string[] => [
  ...overlapsAtRest(talks),
  ...overlapsBefore(talks),
  ...tableProblems(talks),
  ...quotaProblems(talks),
];

/** Whether a violation of I4 is somebody in two talks at once. */
export const tellsOfOverlap = (violation: string): boolean => / in two talks at once: /.test(violation);
