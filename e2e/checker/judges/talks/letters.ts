import type { TalkEvidence, TalkFact, TalkMail } from "../../talks/evidence";
import { linesOf, type TalkLine } from "./history";

/** A mail that a fact asks for. */
export type Letter = {
  dedupeKey: string;
  to: string;
  /** What it says came to nothing before it was written or sent, or another mail says it. */
  mayBeSilent: boolean;
  mayBeDropped: boolean;
};

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

const planMails = ({ mails, eventId }: TalkEvidence, personId: string): TalkMail[] =>
  mails.filter(
    ({ dedupeKey }) =>
      dedupeKey.startsWith(`plan.published:${eventId}:`) && dedupeKey.split(":")[3] === personId,
  );

/** Whether somebody was sent anything that puts this talk into their calendar. */
const hasHeard = ({ mails }: TalkEvidence, to: string, meetingId: string): boolean =>
  mails.some((mail) => mail.to === to && mail.state !== "dropped" && mail.ics.includes(`UID:${meetingId}`));

/**
 * Every change of a talk is told to both; once it is off, that alone matters. While the mail about somebody's plan waits, that
 * is written anew instead, and of a talk that came and went meanwhile nobody hears.
 */
function talkLetters(evidence: TalkEvidence, { kind, id, meetingId }: TalkFact, line: TalkLine): Letter[] {
  const isOff = kind !== "meeting.cancelled" && line.isOver;
  const isMove = kind === "meeting.moved";
  const isFollowed = isMove && line.facts.at(-1)?.id !== id;
  return line.meeting.people.map(({ personId }) => {
    const to = emailOf(evidence, personId);
    const isInPlan = planMails(evidence, personId).some(({ dedupeKey }) => dedupeKey.endsWith(`:${id}`));
    const cameAndWent = line.isOver && !hasHeard(evidence, to, meetingId);
    return {
      ...{ dedupeKey: `${kind}:${meetingId}:${personId}:${id}`, to },
      mayBeSilent: isOff || (line.meeting.isPlanned && (isInPlan || cameAndWent)),
      // News of a talk that wait are said by newer ones.
      mayBeDropped: isOff || isFollowed,
    };
  });
}

/** What waits of plans is said by the next mail about them, and falls away with the last of its talks. */
const mayPlanMailBeDropped = (
  evidence: TalkEvidence,
  { personId, key }: { personId: string; key: string },
  lines: readonly TalkLine[],
): boolean =>
  planMails(evidence, personId).some(({ dedupeKey }) => dedupeKey !== key) ||
  lines.every(
    ({ meeting, isOver }) =>
      isOver || !meeting.isPlanned || meeting.people.every((seat) => seat.personId !== personId),
  );

/** Whether the mail about an older plan still waited and was written anew, with the talks of this one. */
const isToldAnew = (evidence: TalkEvidence, personId: string, version: number): boolean =>
  planMails(evidence, personId).some(({ dedupeKey }) => {
    const [, , of, , change] = dedupeKey.split(":");
    return change !== undefined && Number(of) >= version;
  });

/**
 * A plan is told to each person once, with all talks that are new to them. Whoever has not been sent their mail about an older
 * one may be written about both.
 */
function planLetters(
  evidence: TalkEvidence,
  { version, added }: TalkFact,
  lines: readonly TalkLine[],
): Letter[] {
  const isNew = ({ meeting }: TalkLine) => added.includes(meeting.id);
  const isOld = ({ dedupeKey }: TalkMail) => Number(dedupeKey.split(":")[2]) < version;
  return evidence.people.flatMap(({ personId }): Letter[] => {
    const own = lines
      .filter(isNew)
      .filter(({ meeting }) => meeting.people.some((seat) => seat.personId === personId));
    if (own.length === 0 && !planMails(evidence, personId).some(isOld)) return [];
    const dedupeKey = `plan.published:${evidence.eventId}:${version}:${personId}`;
    return [
      {
        ...{ dedupeKey, to: emailOf(evidence, personId) },
        mayBeSilent: own.every(({ isOver }) => isOver) || isToldAnew(evidence, personId, version),
        mayBeDropped: mayPlanMailBeDropped(evidence, { personId, key: dedupeKey }, lines),
      },
    ];
  });
}

/** Mails about plans that were written anew because one of their talks changed while they waited. */
function renewedPlanLetters(evidence: TalkEvidence, fact: TalkFact, lines: readonly TalkLine[]): Letter[] {
  const line = lines.find(({ meeting }) => meeting.id === fact.meetingId);
  if (!line?.meeting.isPlanned) return [];
  return line.meeting.people.flatMap(({ personId }) =>
    planMails(evidence, personId)
      .filter(({ dedupeKey }) => dedupeKey.endsWith(`:${fact.id}`))
      .map(({ dedupeKey }) => ({
        ...{ dedupeKey, to: emailOf(evidence, personId), mayBeSilent: false },
        mayBeDropped: mayPlanMailBeDropped(evidence, { personId, key: dedupeKey }, lines),
      })),
  );
}

const REQUESTS = ["meeting.requested", "meeting.countered", "meeting.declined"];
const TALKS = ["meeting.accepted", "meeting.moved", "meeting.cancelled"];

/** The mails that all that happened asks for. */
export function lettersOf(evidence: TalkEvidence): Letter[] {
  const lines = linesOf(evidence);
  const byTalk = new Map(lines.map((line) => [line.meeting.id, line]));
  return evidence.facts.flatMap((fact) => {
    if (REQUESTS.includes(fact.kind)) return requestLetters(evidence, fact);
    if (fact.kind === "plan.published") return planLetters(evidence, fact, lines);
    const line = byTalk.get(fact.meetingId);
    if (!line || !TALKS.includes(fact.kind)) return [];
    return [...talkLetters(evidence, fact, line), ...renewedPlanLetters(evidence, fact, lines)];
  });
}
