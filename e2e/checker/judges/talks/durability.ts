import { saidBy } from "../../intended";
import type { TalkEvidence, TalkOperation, TalkRow } from "../../talks/evidence";
import { done, linesOf, type TalkLine } from "./history";

const isSame = (one: readonly string[], other: readonly string[]) =>
  one.toSorted().join() === other.toSorted().join();

/** The talk that a yes to a request, or a booking, made: once, between these two, and of this request. */
function agreedProblems(evidence: TalkEvidence): string[] {
  const byId = Map.groupBy(evidence.meetings, ({ id }) => id);
  const requests = new Map(evidence.requests.map((row) => [row.id, row]));
  return done(evidence, "accept", "book").flatMap((operation) => {
    const { key, people, kind, about } = operation;
    const rows = byId.get(saidBy(operation)) ?? [];
    const [talk] = rows;
    if (!talk || rows.length > 1)
      return [`${key} made ${saidBy(operation)}, of which there are ${rows.length}`];
    const ids = talk.people.map(({ personId }) => personId);
    return [
      ...(isSame(ids, people) ? [] : [`${key}: ${talk.id} is of ${ids.join()}`]),
      ...(kind === "accept" && talk.requestId !== about ? [`${key}: ${talk.id} is of another request`] : []),
      ...(kind === "accept" && requests.get(about)?.status !== "accepted"
        ? [`${key}: the request is ${requests.get(about)?.status}`]
        : []),
    ];
  });
}

const ANSWERS: Partial<Record<TalkOperation["kind"], string>> = {
  decline: "declined",
  counter: "countered",
  withdraw: "cancelled",
};

/** A request that was made is there; one that was answered stays answered like that. */
function requestProblems(evidence: TalkEvidence): string[] {
  const rows = new Map(evidence.requests.map((row) => [row.id, row]));
  const made = done(evidence, "ask", "counter").flatMap((operation) => {
    const { kind, key, people } = operation;
    const row = rows.get(saidBy(operation));
    const [from, to] = kind === "ask" ? people : people.toReversed();
    if (!row) return [`${key} made a request that is not stored`];
    return row.from === from && row.to === to && row.note === key
      ? []
      : [`${key}: its request is from ${row.from} to ${row.to}, "${row.note}"`];
  });
  const answered = done(evidence, "decline", "counter", "withdraw").flatMap(({ kind, key, about }) => {
    const status = rows.get(about)?.status;
    return status === ANSWERS[kind]
      ? []
      : [`${key} was told "${ANSWERS[kind]}", and the request is ${status}`];
  });
  return [...made, ...answered];
}

/** The times of a talk hang together: each move took it from where the last one left it. */
function chainProblems({ changes }: TalkEvidence, { meeting, facts, starts }: TalkLine): string[] {
  const moves = changes.filter(({ meetingId }) => meetingId === meeting.id);
  const torn = moves.filter(({ sequence, from }) => {
    const before = starts[sequence - 1];
    return before !== undefined && before !== from;
  });
  const last = starts.at(-1);
  return [
    ...torn.map(({ sequence }) => `${meeting.id}: move ${sequence} took it from where it was not`),
    ...(last === undefined || last === meeting.startsAt
      ? []
      : [`${meeting.id} is at ${meeting.startsAt}, and the last change left it at ${last}`]),
    ...(meeting.sequence === facts.length - 1
      ? []
      : [`${meeting.id} has sequence ${meeting.sequence} after ${facts.length - 1} changes`]),
  ];
}

const firstAsked = ({ sends }: TalkOperation) => sends[0]?.sentAt ?? 0;
const firstYes = ({ sends }: TalkOperation) => sends.find(({ outcome }) => outcome === "ok")?.endedAt ?? 0;

/** Where its people or an organizer moved it last, it is: unless they were asking at the same time, the later yes counts. */
function moveProblems(
  evidence: TalkEvidence,
  { meeting, facts, starts, plannedMoves, isOver }: TalkLine,
): string[] {
  const moves = done(evidence, "move").filter(({ about }) => about === meeting.id);
  const moved = facts.filter(({ kind }) => kind === "meeting.moved").length - plannedMoves.length;
  const wanted = moves.flatMap(({ starts: [at] }) => at ?? []);
  const had = starts.filter((_at, place) => {
    const isMove = facts[place]?.kind === "meeting.moved" && !plannedMoves.includes(place);
    return isMove;
  });
  const strange = had.filter((at) => at !== undefined && !wanted.includes(at));
  const last = moves.filter((one) => !moves.some((other) => firstAsked(other) > firstYes(one)));
  const mayBe = new Set(last.flatMap((one) => one.starts));
  const isOfPlan = plannedMoves.length > 0;
  return [
    ...(moves.length === moved
      ? []
      : [`${meeting.id}: ${moves.length} moves were told, and ${moved} happened`]),
    ...strange.map((at) => `${meeting.id} was moved to ${at}, where nobody wanted it`),
    ...(moves.length === 0 || isOver || isOfPlan || mayBe.has(meeting.startsAt)
      ? []
      : [`${meeting.id} is not where the last yes put it`]),
  ];
}

/** It is called off once somebody was told so, or planning took it back, and else it stands; its people's rows say the same. */
function endProblems(evidence: TalkEvidence, { meeting, isOver }: TalkLine): string[] {
  const { id, status, isWithdrawn, people, startsAt, endsAt } = meeting;
  const told = done(evidence, "call-off").some(({ about }) => about === id);
  const differs = people.filter(
    (seat) => seat.status !== status || seat.startsAt !== startsAt || seat.endsAt !== endsAt,
  );
  return [
    ...(told && status !== "cancelled" ? [`${id} was called off and is ${status}`] : []),
    ...(status === "cancelled" && !told && !isWithdrawn ? [`${id} is off, and nobody called it off`] : []),
    ...((status === "cancelled") === isOver ? [] : [`${id} is ${status}, and its facts say otherwise`]),
    ...differs.map(({ personId }) => `${id}: the row of ${personId} is not that of the talk`),
    ...(endsAt - startsAt === evidence.slotMs && evidence.slots.includes(startsAt)
      ? []
      : [`${id} is in no slot`]),
  ];
}

const pairIn = ({ people }: TalkRow) =>
  people
    .map(({ personId }) => personId)
    .sort()
    .join();

/** Two have one talk with each other, or none. */
function twiceTogether({ meetings }: TalkEvidence): string[] {
  const standing = meetings.filter(({ status }) => status === "accepted");
  return [...Map.groupBy(standing, pairIn)].flatMap(([pair, talks]) =>
    talks.length > 1 ? [`${pair} have ${talks.length} talks: ${talks.map(({ id }) => id).join()}`] : [],
  );
}

/** I2: what was answered ok is stored, once, and as the last yes left it. */
export function judgeTalkDurability({ talks }: { talks: TalkEvidence }): string[] {
  const lines = linesOf(talks);
  return [
    ...agreedProblems(talks),
    ...requestProblems(talks),
    ...lines.flatMap((line) => [
      ...chainProblems(talks, line),
      ...moveProblems(talks, line),
      ...endProblems(talks, line),
    ]),
    ...twiceTogether(talks),
  ];
}
