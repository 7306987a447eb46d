import { outcomeOf } from "../../intended";
import type { TalkEvidence } from "../../talks/evidence";
import { linesOf } from "./history";

/** Breaks one promise of talks in the record of a run; undefined where the run gives nothing to break. */
type Sabotage = (talks: TalkEvidence) => TalkEvidence | undefined;

const standing = ({ meetings }: TalkEvidence) => meetings.filter(({ status }) => status === "accepted");

/** A second talk of the same people at the same time. */
const doublesATalk: Sabotage = (talks) => {
  const [talk] = standing(talks);
  return talk && { ...talks, meetings: [...talks.meetings, { ...talk, id: `${talk.id}_twin` }] };
};

/** A talk that somebody called off stands again. */
const revivesATalk: Sabotage = (talks) => {
  const off = talks.operations.find((one) => one.kind === "call-off" && outcomeOf(one) === "ok");
  const talk = talks.meetings.find(({ id }) => id === off?.about);
  if (!talk) return undefined;
  const people = talk.people.map((seat) => ({ ...seat, status: "accepted" }));
  const back = { ...talk, status: "accepted", people };
  return { ...talks, meetings: talks.meetings.map((one) => (one === talk ? back : one)) };
};

/** A request that was repeated is told once more. */
const happensTwice: Sabotage = (talks) => {
  const fact = talks.facts.find(({ kind }) => kind === "meeting.requested");
  return (
    fact && { ...talks, facts: [...talks.facts, { ...fact, id: `${fact.id}_twin`, seq: fact.seq + 0.5 }] }
  );
};

/** A time is refused as taken before there was any talk: only a proposal can have been in the way. */
const blocksByProposal: Sabotage = (talks) => {
  const asked = talks.operations.find(({ kind }) => kind === "ask");
  const send = { sentAt: 0, endedAt: 0, outcome: "fail" as const, status: 409, said: "slot_taken" };
  const refused = asked && { ...asked, key: `${asked.key}-twin`, sends: [send] };
  return refused && { ...talks, operations: [...talks.operations, refused] };
};

/** An end of which one side was not told. */
const keepsSilent: Sabotage = (talks) => {
  const told = talks.mails.find(({ dedupeKey }) => dedupeKey.startsWith("meeting.cancelled:"));
  return told && { ...talks, mails: talks.mails.filter((mail) => mail !== told) };
};

/** A change whose number in calendars did not grow: mail programs take it for what they know. */
const forgetsToCount: Sabotage = (talks) => {
  const line = linesOf(talks).find(({ meeting }) => meeting.sequence > 0);
  const id = line?.facts.at(-1)?.id;
  if (!id) return undefined;
  const stale = (ics: string) => ics.replace(/SEQUENCE:\d+/, "SEQUENCE:0");
  return {
    ...talks,
    mails: talks.mails.map((mail) =>
      mail.dedupeKey.endsWith(id) ? { ...mail, ics: stale(mail.ics) } : mail,
    ),
  };
};

/** A talk is off, and people may still meet in its room. */
const keepsARoom: Sabotage = (talks) => {
  const off = talks.meetings.find(({ status, roundId }) => status === "cancelled" && roundId !== null);
  if (!off) return undefined;
  const rounds = talks.rounds.map((one) => (one.id === off.roundId ? { ...one, isCancelled: false } : one));
  return { ...talks, rounds };
};

/** By the name of the promise that each breaks. */
export const talkSabotages: Record<string, Sabotage> = {
  "I4 no overlap": doublesATalk,
  "I2 durability of talks": revivesATalk,
  "I3 honesty of talks": happensTwice,
  "I3 proposals block nobody": blocksByProposal,
  "I7 mail of talks": keepsSilent,
  "I7 calendars": forgetsToCount,
  "I8 rooms of talks": keepsARoom,
};
