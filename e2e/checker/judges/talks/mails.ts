import type { TalkEvidence, TalkFact, TalkMail } from "../../talks/evidence";
import { deliveryProblems, mailboxProblems } from "../mails";
import { linesOf, type TalkLine } from "./history";

/** A mail that a fact asks for. */
type Letter = {
  dedupeKey: string;
  to: string;
  /** What it says came to nothing before it was written, or before it was sent. */
  mayBeSilent: boolean;
  mayBeDropped: boolean;
};

/** Addresses of people whom the run made up for talks. */
const OURS = /^gespraech-/;

const emailOf = ({ people }: TalkEvidence, personId: string | undefined): string =>
  people.find((one) => one.personId === personId)?.email ?? `nobody (${personId})`;

/** Requests are told to who is asked while they wait, and a no to who asked. */
function requestLetters(evidence: TalkEvidence, { kind, id, requestId }: TalkFact): Letter[] {
  const row = evidence.requests.find((one) => one.id === requestId);
  const dedupeKey = `${kind}:${requestId}:${id}`;
  if (kind === "meeting.declined")
    return [{ dedupeKey, to: emailOf(evidence, row?.from), mayBeSilent: false, mayBeDropped: false }];
  const mayBeDropped = row?.status !== "requested";
  return [{ dedupeKey, to: emailOf(evidence, row?.to), mayBeSilent: false, mayBeDropped }];
}

/** Every change of a talk is told to both; once it is off, that alone matters. */
function talkLetters(evidence: TalkEvidence, { kind, id, meetingId }: TalkFact, line: TalkLine): Letter[] {
  const isOff = kind !== "meeting.cancelled" && line.isOver;
  return line.meeting.people.map(({ personId }) => ({
    ...{ dedupeKey: `${kind}:${meetingId}:${personId}:${id}`, to: emailOf(evidence, personId) },
    ...{ mayBeSilent: isOff, mayBeDropped: isOff },
  }));
}

/** A plan is told to each person once, with all talks that are new to them. */
function planLetters(
  evidence: TalkEvidence,
  { version, added }: TalkFact,
  lines: readonly TalkLine[],
): Letter[] {
  const seats = lines
    .filter(({ meeting }) => added.includes(meeting.id))
    .flatMap(({ meeting, isOver }) => meeting.people.map(({ personId }) => ({ personId, isOver })));
  return [...Map.groupBy(seats, ({ personId }) => personId)].map(([personId, own]) => ({
    dedupeKey: `plan.published:${evidence.eventId}:${version}:${personId}`,
    to: emailOf(evidence, personId),
    mayBeSilent: own.every(({ isOver }) => isOver),
    mayBeDropped: false,
  }));
}

const REQUESTS = ["meeting.requested", "meeting.countered", "meeting.declined"];
const TALKS = ["meeting.accepted", "meeting.moved", "meeting.cancelled"];

function lettersOf(evidence: TalkEvidence): Letter[] {
  const lines = linesOf(evidence);
  const byTalk = new Map(lines.map((line) => [line.meeting.id, line]));
  return evidence.facts.flatMap((fact) => {
    if (REQUESTS.includes(fact.kind)) return requestLetters(evidence, fact);
    if (fact.kind === "plan.published") return planLetters(evidence, fact, lines);
    const line = byTalk.get(fact.meetingId);
    return line && TALKS.includes(fact.kind) ? talkLetters(evidence, fact, line) : [];
  });
}

function letterProblems({ dedupeKey, to, mayBeSilent, mayBeDropped }: Letter, mails: readonly TalkMail[]) {
  return [
    ...(mails.length > 1 ? [`${dedupeKey} has ${mails.length} mails`] : []),
    ...(mails.length === 0 && !mayBeSilent ? [`${dedupeKey} has no mail`] : []),
    ...mails.flatMap((mail) => [
      ...(mail.to === to ? [] : [`the mail ${dedupeKey} went to ${mail.to}`]),
      ...(mail.state === "failed" || (mail.state === "dropped" && !mayBeDropped)
        ? [`the mail ${dedupeKey} is ${mail.state}`]
        : []),
    ]),
  ];
}

/** I7: each change is told once to each side, and nothing else is. */
export function judgeTalkMails({ talks }: { talks: TalkEvidence }): string[] {
  const letters = lettersOf(talks);
  const written = Map.groupBy(talks.mails, ({ dedupeKey }) => dedupeKey);
  const wanted = new Set(letters.map(({ dedupeKey }) => dedupeKey));
  const aboutTalks = talks.mails.filter(({ dedupeKey }) => /^(?:meeting|plan)\./.test(dedupeKey));
  return [
    ...talks.facts.flatMap(({ kind, id, isTold }) =>
      isTold ? [] : [`${kind} ${id} still waits to be told`],
    ),
    ...letters.flatMap((letter) => letterProblems(letter, written.get(letter.dedupeKey) ?? [])),
    ...aboutTalks.flatMap(({ dedupeKey }) =>
      wanted.has(dedupeKey) ? [] : [`a mail says ${dedupeKey}, which never happened`],
    ),
    ...mailboxProblems(talks),
    ...deliveryProblems(talks, OURS),
  ];
}
