import { readMailboxes } from "../read";
import type { Run } from "../run-state";
import type { TalkEvidence, TalkOperation } from "./evidence";
import type { TalkGrounds } from "./ground";
import {
  readChanges,
  readPairs,
  readRequests,
  readRounds,
  readTalkFacts,
  readTalkMails,
  readTalks,
  readVersions,
} from "./read";
import { peopleInRooms } from "./room-server";

type Left = Pick<TalkEvidence, "leftBehind">["leftBehind"];

/** How many rows each of these intentions has left: a request bears its key, a talk names its request. */
export async function leftBehindBy(eventId: string, open: readonly TalkOperation[]): Promise<Left> {
  const [requests, talks] = [await readRequests(eventId), await readTalks(eventId)];
  const rowsOf = ({ kind, key, about }: TalkOperation): number => {
    if (kind === "ask" || kind === "counter") return requests.filter(({ note }) => note === key).length;
    return kind === "accept" ? talks.filter(({ requestId }) => requestId === about).length : 0;
  };
  return Object.fromEntries(open.map((one) => [one.key, rowsOf(one)]));
}

/** All that is left of the talks of a run. */
export async function gatherTalks(run: Run, grounds: TalkGrounds, leftBehind: Left): Promise<TalkEvidence> {
  const { eventId, slots, slotMs, tables, talkers } = grounds;
  const [mails, rounds] = [await readTalkMails(eventId), await readRounds(eventId)];
  return {
    ...{ eventId, slots, slotMs, tables, leftBehind, mails, rounds },
    people: talkers.map(({ cookies: _cookies, address: _address, ...partner }) => partner),
    operations: run.talks,
    requests: await readRequests(eventId),
    meetings: await readTalks(eventId),
    changes: await readChanges(eventId),
    versions: await readVersions(eventId),
    pairs: await readPairs(eventId),
    facts: await readTalkFacts(eventId),
    mailbox: await readMailboxes(mails),
    taken: run.mailServer.taken,
    present: await peopleInRooms(rounds.flatMap(({ rooms }) => rooms)),
  };
}
